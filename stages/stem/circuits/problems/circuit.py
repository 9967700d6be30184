"""What laws speak of in a circuit: loads, groups of them and the whole, with all their quantities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem.circuits_problems import TIME
from vlcorpus.stages.stem.circuits.layout import BATTERY
from vlcorpus.stages.stem.circuits.network import Network, Part, Series, parts

Number = TypeVar("Number", Fraction, complex)
WHOLE = (BATTERY,)


@dataclass(frozen=True, slots=True)
class Group:
    """Loads between two nodes: one, or several in series or in parallel."""

    name: tuple[str, ...]  # as claims have it: the loads in the order of text; the battery's is the whole
    parts: tuple[Group, ...] = ()
    is_series: bool = False

    def all(self) -> Iterator[Group]:
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True, slots=True)
class Circuit:
    """`shows` says of each meter whose current or voltage it shows."""

    whole: Group
    voltage: Fraction
    ohms: Mapping[str, Fraction]
    time: Fraction
    shows: Mapping[str, Group]

    @property
    def quantities(self) -> dict[Expression, Fraction]:
        return quantities(self, self.voltage, self.ohms, self.time)


def whole_of(network: Network) -> Group:
    """Return the groups of a network of loads that all carry current, two of them at least."""
    whole = _group(network)
    return Group(WHOLE, whole.parts, whole.is_series)


def quantities(
    circuit: Circuit, voltage: Number, ohms: Mapping[str, Number], time: Number
) -> dict[Expression, Number]:
    """Return the values of all that claims can be of, if the circuit had these."""
    found: dict[Expression, Number] = {TIME: time}
    resistances = {group.name: _resistance(group, ohms) for group in circuit.whole.all()}
    _spread(circuit.whole, voltage, resistances, found)
    for name, resistance in resistances.items():
        current = found[_of("current", name)]
        power = found[_of("voltage", name)] * current
        found[_of("resistance", name)] = resistance
        found[_of("power", name)] = power
        found[_of("charge", name)] = current * time
        found[_of("energy", name)] = power * time
    for meter, group in circuit.shows.items():
        operation = meter_operation(meter)
        found[_of(operation, (meter,))] = found[_of(operation, group.name)]
    return found


def meter_operation(meter: str) -> str:
    return "current" if meter.startswith("A") else "voltage"


def _of(operation: str, name: tuple[str, ...]) -> Expression:
    return (operation, *name)


def _group(network: Network) -> Group:
    name = tuple(sorted(part.name for part in parts(network)))
    if isinstance(network, Part):
        return Group(name)
    return Group(name, tuple(map(_group, network.children)), isinstance(network, Series))


def _resistance(group: Group, ohms: Mapping[str, Number]) -> Number:
    if not group.parts:
        return ohms[group.name[0]]
    first, *others = [_resistance(part, ohms) for part in group.parts]
    if group.is_series:
        for other in others:
            first += other
        return first
    inverse = 1 / first
    for other in others:
        inverse += 1 / other
    return 1 / inverse


def _spread(
    group: Group,
    voltage: Number,
    resistances: Mapping[tuple[str, ...], Number],
    found: dict[Expression, Number],
) -> None:
    current = voltage / resistances[group.name]
    found[_of("voltage", group.name)], found[_of("current", group.name)] = voltage, current
    for part in group.parts:
        _spread(part, current * resistances[part.name] if group.is_series else voltage, resistances, found)
