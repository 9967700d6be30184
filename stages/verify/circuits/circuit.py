"""A circuit as its truth tells it: points, wires, components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.stem.circuits import KINDS, STATES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

RESISTIVE = ("resistor", "lamp")
_JUNCTION = 3  # wires and components that meet in one


@dataclass(frozen=True, slots=True)
class Component:
    kind: str
    ends: tuple[str, str]
    value: Fraction | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, eq=False)  # by identity: what is solved is kept
class Circuit:
    nodes: Mapping[str, tuple[Fraction, Fraction]]
    wires: tuple[tuple[str, str], ...]
    components: Mapping[str, Component]
    points: Mapping[str, str]
    junctions: tuple[str, ...]

    def of_kind(self, *kinds: str) -> dict[str, Component]:
        return {name: one for name, one in self.components.items() if one.kind in kinds}

    def find(self, name: str, *kinds: str) -> Component:
        """Return a component of one of the kinds. Raises Unknown where there is none of that name."""
        found = self.components.get(name)
        if found is None or (kinds and found.kind not in kinds):
            raise Unknown(f"{name!r} is no {' or '.join(kinds) or 'component'} here")
        return found

    @property
    def battery(self) -> str:
        (name,) = self.of_kind("battery")
        return name

    def switched(self, name: str) -> Circuit:
        """Return the circuit with a switch in its other state."""
        switch = self.find(name, "switch")
        other = STATES[switch.state == STATES[0]]
        return replace(self, components={**self.components, name: replace(switch, state=other)})

    def without(self, name: str) -> Circuit:
        return replace(
            self, components={other: one for other, one in self.components.items() if other != name}
        )


def read_circuit(truth: Mapping[str, Any]) -> Circuit:
    """Raises Contradiction for a truth that no circuit can have."""
    nodes = {name: (Fraction(x), Fraction(y)) for name, (x, y) in truth["nodes"].items()}
    circuit = Circuit(
        nodes,
        tuple((a, b) for a, b in truth["wires"]),
        {name: _component(name, told) for name, told in truth["components"].items()},
        truth["points"],
        tuple(truth["junctions"]),
    )
    ends = [end for wire in circuit.wires for end in wire]
    ends += [end for one in circuit.components.values() for end in one.ends]
    for name in (*ends, *circuit.points.values(), *circuit.junctions):
        if name not in nodes:
            raise Contradiction(f"there is no node {name!r}")
    for junction in circuit.junctions:
        if ends.count(junction) < _JUNCTION:
            raise Contradiction(f"fewer than {_JUNCTION} things meet at {junction!r}")
    if len(circuit.of_kind("battery")) != 1:
        raise Contradiction("there is not one battery")
    return circuit


def _component(name: str, told: Mapping[str, Any]) -> Component:
    kind, value, state = told["kind"], told.get("value"), told.get("state")
    if kind not in KINDS:
        raise Contradiction(f"{name} is a {kind!r}")
    if (kind == "switch") != (state in STATES):
        raise Contradiction(f"{name}, a {kind}, is {state!r}")
    number = None if value is None else Fraction(value)
    if number is not None and number <= 0:
        raise Contradiction(f"{name} has the value {value}")
    a, b = told["ends"]
    return Component(kind, (a, b), number, state)
