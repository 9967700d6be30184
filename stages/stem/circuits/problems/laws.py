"""The laws of circuits, each with all that it can be applied to: schemas/stem/circuits_problems.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem.circuits_problems import TIME
from vlcorpus.stages.stem.circuits.problems.circuit import Circuit, Group, meter_operation

# Laws of one load or group: what they take, and what follows.
_OF_ONE = {
    "ohm/current": (("voltage", "resistance"), "current"),
    "ohm/voltage": (("current", "resistance"), "voltage"),
    "ohm/resistance": (("voltage", "current"), "resistance"),
    "power": (("voltage", "current"), "power"),
    "power/current": (("power", "voltage"), "current"),
    "power/voltage": (("power", "current"), "voltage"),
    "power_by_current": (("current", "resistance"), "power"),
    "power_by_current/resistance": (("power", "current"), "resistance"),
    "power_by_current/current": (("power", "resistance"), "current"),
    "power_by_voltage": (("voltage", "resistance"), "power"),
    "power_by_voltage/resistance": (("power", "voltage"), "resistance"),
    "power_by_voltage/voltage": (("power", "resistance"), "voltage"),
    "charge": (("current", "time"), "charge"),
    "charge/current": (("charge", "time"), "current"),
    "charge/time": (("charge", "current"), "time"),
    "energy": (("power", "time"), "energy"),
    "energy/power": (("energy", "time"), "power"),
    "energy/time": (("energy", "power"), "time"),
    "energy_by_charge": (("voltage", "charge"), "energy"),
    "energy_by_charge/voltage": (("energy", "charge"), "voltage"),
    "energy_by_charge/charge": (("energy", "voltage"), "charge"),
    "joule": (("current", "resistance", "time"), "energy"),
}
# Laws of a group and its parts, of which each follows from the others.
_OF_PARTS = {
    True: {"series_resistance": "resistance", "sum_of_voltages": "voltage", "sum_of_powers": "power"},
    False: {"parallel_resistance": "resistance", "sum_of_currents": "current", "sum_of_powers": "power"},
}
# Laws of two that have always the same current, or voltage: what they take of the first and of the second,
# and what follows of the second.
_OF_TWO: dict[bool, dict[str, tuple[tuple[str, ...], tuple[str, ...], str]]] = {
    True: {
        "equal_current": (("current",), (), "current"),
        "voltage_division": (("voltage", "resistance"), ("resistance",), "voltage"),
        "voltage_division/resistance": (("voltage", "resistance"), ("voltage",), "resistance"),
        "power_in_series": (("power", "resistance"), ("resistance",), "power"),
    },
    False: {
        "equal_voltage": (("voltage",), (), "voltage"),
        "current_division": (("current", "resistance"), ("resistance",), "current"),
        "current_division/resistance": (("current", "resistance"), ("current",), "resistance"),
        "power_in_parallel": (("power", "resistance"), ("resistance",), "power"),
    },
}
_METERS = {"current": "ammeter", "voltage": "voltmeter"}


@dataclass(frozen=True, slots=True)
class Application:
    law: str
    inputs: tuple[Expression, ...]
    conclusion: Expression


def applications(circuit: Circuit) -> list[Application]:
    """Return all that laws say of a circuit, those of one load or group first."""
    groups = list(circuit.whole.all())
    return [
        *(one for group in groups for one in _of_one(group)),
        *(one for group in groups if group.parts for one in _of_parts(group)),
        *(one for group in groups if group.parts for one in _of_two(group)),
        *(one for meter in circuit.shows for one in _of_meter(circuit, meter)),
    ]


def _of_one(group: Group) -> Iterator[Application]:
    for law, (inputs, conclusion) in _OF_ONE.items():
        yield Application(law, tuple(_of(operation, group) for operation in inputs), _of(conclusion, group))


def _of_parts(group: Group) -> Iterator[Application]:
    for law, operation in _OF_PARTS[group.is_series].items():
        whole, *parts = [_of(operation, one) for one in (group, *group.parts)]
        yield Application(law, tuple(parts), whole)
        for n, part in enumerate(parts):
            yield Application(f"{law}/part", (whole, *parts[:n], *parts[n + 1 :]), part)


def _of_two(group: Group) -> Iterator[Application]:
    for law, (of_first, of_second, conclusion) in _OF_TWO[group.is_series].items():
        for first, second in permutations((group, *group.parts), 2):
            inputs = [_of(operation, first) for operation in of_first]
            inputs += [_of(operation, second) for operation in of_second]
            yield Application(law, tuple(inputs), _of(conclusion, second))


def _of_meter(circuit: Circuit, meter: str) -> Iterator[Application]:
    operation = meter_operation(meter)
    reading: Expression = (operation, meter)
    for group in _alike(circuit, circuit.shows[meter], is_current=operation == "current"):
        yield Application(_METERS[operation], (reading,), _of(operation, group))
        yield Application(f"{_METERS[operation]}/reading", (_of(operation, group),), reading)


def _alike(circuit: Circuit, group: Group, *, is_current: bool) -> Sequence[Group]:
    """Return all that have always the same current as a group, or the same voltage."""
    for whole in circuit.whole.all():
        if whole.parts and whole.is_series == is_current and group in (whole, *whole.parts):
            return (whole, *whole.parts)
    return (group,)


def _of(operation: str, group: Group) -> Expression:
    return TIME if operation == "time" else (operation, *group.name)
