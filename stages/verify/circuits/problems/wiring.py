"""How a posed circuit is connected: nodes without resistance within, loads that carry current, meters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import count
from typing import Any

from vlcorpus.stages.verify.circuits.circuit import RESISTIVE, Circuit, read_circuit
from vlcorpus.stages.verify.circuits.problems.potentials import potentials
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

KINDS = ("battery", *RESISTIVE, "switch", "ammeter", "voltmeter")
_FIRST_PRIME = 101

Ends = tuple[str, str]


class Wiring:
    """A circuit of which wires, ammeters and closed switches are drawn together.

    `loads` are the nodes at the ends of each load that carries current; those at the poles are `poles`, the
    negative one first.
    """

    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self._node = joined(circuit.nodes, _without_resistance(circuit))
        self.poles = self._ends(circuit.battery)
        if self.poles[0] == self.poles[1]:
            raise Contradiction("the battery is short-circuited")
        every = {name: self._ends(name) for name in circuit.of_kind(*RESISTIVE)}
        self.loads = _that_carry_current(every, self.poles)
        self.idle = frozenset(every.keys() - self.loads.keys())

    def voltmeter(self, name: str) -> Ends:
        """Return the nodes that a voltmeter is joined to. Raises Unknown where there is none of that name."""
        self.circuit.find(name, "voltmeter")
        return self._ends(name)

    def beside_ammeter(self, name: str) -> frozenset[str]:
        """Return the points of the drawing at an ammeter's first end, as far as nothing has resistance.

        What flows out of them comes through the ammeter. Raises Unknown where it has a way around it.
        """
        first, second = self.circuit.find(name, "ammeter").ends
        side = joined(self.circuit.nodes, _without_resistance(self.circuit.without(name)))
        if side[first] == side[second]:
            raise Unknown(f"the ammeter {name} is bypassed")
        return frozenset(point for point in side if side[point] == side[first])

    def _ends(self, name: str) -> Ends:
        a, b = self.circuit.components[name].ends
        return self._node[a], self._node[b]


def read_wiring(truth: Mapping[str, Any]) -> Wiring:
    """Raises Contradiction for what is not laid out as the truth of a problem."""
    try:
        circuit = read_circuit(truth)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise Contradiction(f"no circuit of a problem: {error!r}") from error
    for name, one in circuit.components.items():
        if one.kind not in KINDS:
            raise Contradiction(f"a problem has no {one.kind}, as {name} is")
        if (one.kind in (*RESISTIVE, "battery")) != (one.value is not None):
            raise Contradiction(f"{name} is a {one.kind} of the value {one.value}")
    wiring = Wiring(circuit)
    if not wiring.loads:
        raise Contradiction("no current flows")
    return wiring


def joined(names: Iterable[str], pairs: Iterable[Ends]) -> dict[str, str]:
    """Return of each name that of all that pairs join it with."""
    of = {name: name for name in names}

    def top(name: str) -> str:
        while of[name] != name:
            name = of[name]
        return name

    for a, b in pairs:
        of[top(a)] = top(b)
    return {name: top(name) for name in of}


def _without_resistance(circuit: Circuit) -> list[Ends]:
    conducting = circuit.of_kind("ammeter", "switch").values()
    return [*circuit.wires, *(one.ends for one in conducting if one.state != "open")]


def _that_carry_current(loads: Mapping[str, Ends], poles: Ends) -> dict[str, Ends]:
    """Return the loads that carry current whatever their values: tried with a prime for each of them."""
    primes = {name: Fraction(1, prime) for name, prime in zip(loads, _primes(), strict=False)}
    at = potentials(loads, primes, dict(zip(poles, (Fraction(0), Fraction(1)), strict=True)))
    return {name: (a, b) for name, (a, b) in loads.items() if at.get(a) != at.get(b)}


def _primes() -> Iterable[int]:
    return (n for n in count(_FIRST_PRIME, 2) if all(n % k for k in range(3, int(n**0.5) + 1, 2)))
