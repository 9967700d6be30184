"""The oracle of circuits: the operations of `schemas/stem/circuits.py` on a circuit's truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression, truth_value
from vlcorpus.schemas.stem.circuits import CONNECTIONS, KINDS
from vlcorpus.stages.verify.circuits.circuit import RESISTIVE, Circuit, read_circuit
from vlcorpus.stages.verify.circuits.network import Network, solve, solve_with
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle, Unknown

_PRIMES = (101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191)


def _always(circuit: Circuit, what: Callable[[Network], str]) -> str:
    """Return what comes out whatever is not told. Raises Unknown where it depends on that."""
    values = {what(network) for network in solve(circuit)}
    if len(values) > 1:
        raise Unknown("it depends on what is not told")
    return values.pop()


def _kind(circuit: Circuit, name: str) -> str:
    return circuit.find(name).kind


def _count(circuit: Circuit, what: str) -> str:
    if what in KINDS:
        return str(len(circuit.of_kind(what)))
    if what == "junctions":
        return str(len(circuit.junctions))
    if what == "open":
        return str(sum(switch.state == "open" for switch in circuit.of_kind("switch").values()))
    if what == "lit":
        lamps = circuit.of_kind("lamp")
        return _always(circuit, lambda network: str(sum(network.current(name) != 0 for name in lamps)))
    raise Unknown(f"{what!r} are not counted")


def _state(circuit: Circuit, name: str) -> str:
    return str(circuit.find(name, "switch").state)


def _resistance(circuit: Circuit, name: str) -> str:
    return str(_written(circuit, name, *RESISTIVE))


def _emf(circuit: Circuit, name: str) -> str:
    return str(_written(circuit, name, "battery"))


def _written(circuit: Circuit, name: str, *kinds: str) -> Fraction:
    value = circuit.find(name, *kinds).value
    if value is None:
        raise Unknown(f"no value is written at {name}")
    return value


def _lit(circuit: Circuit, name: str) -> str:
    circuit.find(name, "lamp")
    return _always(circuit, lambda network: truth_value(network.current(name) != 0))


def _lit_after(circuit: Circuit, name: str, switch: str) -> str:
    return _lit(circuit.switched(switch), name)


def _current(circuit: Circuit, name: str) -> str:
    circuit.find(name, *RESISTIVE, "battery")
    return _always(circuit, lambda network: str(abs(network.current(name))))


def _voltage(circuit: Circuit, name: str) -> str:
    circuit.find(name, *RESISTIVE, "capacitor")
    return _always(circuit, lambda network: str(abs(network.voltage(name))))


def _reads(circuit: Circuit, name: str) -> str:
    if circuit.find(name, "ammeter", "voltmeter").kind == "ammeter":
        return _always(circuit, lambda network: str(abs(network.current(name))))
    return _always(circuit, lambda network: str(abs(network.voltage(name))))


def _total_resistance(circuit: Circuit, name: str) -> str:
    circuit.find(name, "battery")

    def seen(network: Network) -> str:
        current = network.current(name)
        if not current:
            raise Unknown("no current flows")
        return str(abs(network.resistances[name] / current))

    return _always(circuit, seen)


def _connection(circuit: Circuit, one: str, other: str) -> str:
    _two_resistive(circuit, one, other)

    def found(network: Network) -> str:
        if not (network.current(one) and network.current(other)):
            raise Unknown("no current flows through one of them")
        groups = network.joined()
        ends = [{groups[end] for end in circuit.components[name].ends} for name in (one, other)]
        if ends[0] == ends[1]:
            return CONNECTIONS[1]
        cut = _is_cut_off(network, one, other) and _is_cut_off(network, other, one)
        return CONNECTIONS[0] if cut else CONNECTIONS[2]

    return _always(circuit, found)


def _is_cut_off(network: Network, name: str, removed: str) -> bool:
    """Tell whether no way through a component leads from pole to pole once another one is removed.

    Each resistance is another prime: no current is 0 for any other reason.
    """
    rest = network.circuit.without(removed)
    values = {
        one: Fraction(_PRIMES[place % len(_PRIMES)] + place // len(_PRIMES))
        for place, one in enumerate(network.resistances)
    }
    return solve_with(rest, values).current(name) == 0


def _more_current(circuit: Circuit, one: str, other: str) -> str:
    _two_resistive(circuit, one, other)
    return _always(circuit, lambda net: _greater(one, abs(net.current(one)), other, abs(net.current(other))))


def _brighter(circuit: Circuit, one: str, other: str) -> str:
    for name in (one, other):
        circuit.find(name, "lamp")
    return _always(circuit, lambda net: _greater(one, net.power(one), other, net.power(other)))


def _larger(circuit: Circuit, one: str, other: str) -> str:
    values = [_written(circuit, name, *RESISTIVE) for name in (one, other)]
    return _greater(one, values[0], other, values[1])


def _shorted(circuit: Circuit, name: str) -> str:
    component = circuit.find(name, *RESISTIVE)

    def is_one_point(network: Network) -> str:
        groups = network.joined()
        return truth_value(groups[component.ends[0]] == groups[component.ends[1]])

    return _always(circuit, is_one_point)


def _conducts(circuit: Circuit, name: str) -> str:
    circuit.find(name, "diode")
    return _always(circuit, lambda network: truth_value(name in network.conducting))


def _two_resistive(circuit: Circuit, one: str, other: str) -> None:
    for name in (one, other):
        circuit.find(name, *RESISTIVE)
    if one == other:
        raise Unknown("it is one component")


def _greater(one: str, value: Fraction, other: str, other_value: Fraction) -> str:
    if value == other_value:
        raise Unknown(f"{one} and {other} are equal")
    return one if value > other_value else other


def _symbol(circuit: Circuit, name: str) -> tuple[float, float]:
    return _along(circuit, name, Fraction(1, 2))


def _point(circuit: Circuit, name: str) -> tuple[float, float]:
    if name not in circuit.points:
        raise Unknown(f"there is no point {name!r}")
    x, y = circuit.nodes[circuit.points[name]]
    return float(x), float(y)


def _positive_pole(circuit: Circuit, name: str) -> tuple[float, float]:
    circuit.find(name, "battery")
    return _along(circuit, name, Fraction(5, 8))  # a quarter of the way from the middle to the second end


def _negative_pole(circuit: Circuit, name: str) -> tuple[float, float]:
    circuit.find(name, "battery")
    return _along(circuit, name, Fraction(3, 8))


def _along(circuit: Circuit, name: str, part: Fraction) -> tuple[float, float]:
    """Return the place that is so far along the way from the first end of a component to its second."""
    (ax, ay), (bx, by) = (circuit.nodes[end] for end in circuit.find(name).ends)
    return float(ax + (bx - ax) * part), float(ay + (by - ay) * part)


OPERATIONS: dict[str, Callable[..., str]] = {
    "kind": _kind,
    "count": _count,
    "state": _state,
    "resistance": _resistance,
    "emf": _emf,
    "lit": _lit,
    "lit_after": _lit_after,
    "current": _current,
    "voltage": _voltage,
    "reads": _reads,
    "total_resistance": _total_resistance,
    "connection": _connection,
    "more_current": _more_current,
    "brighter": _brighter,
    "larger": _larger,
    "shorted": _shorted,
    "conducts": _conducts,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "symbol": _symbol,
    "point": _point,
    "positive_pole": _positive_pole,
    "negative_pole": _negative_pole,
}


class CircuitOracle(Oracle):
    """One circuit, opened. Every answer is exact."""

    def __init__(self, truth: Mapping[str, Any]):
        self._circuit = read_circuit(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._circuit, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._circuit, expression, self.value)


ORACLE = CircuitOracle
