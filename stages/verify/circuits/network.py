"""Currents and voltages of a circuit, by Kirchhoff's laws: exact, for given resistances.

A resistance that is not told is given several values in turn: what comes out otherwise with each is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product

from vlcorpus.stages.verify.circuits.circuit import RESISTIVE, Circuit, Component
from vlcorpus.stages.verify.circuits.linear import Form, Inconsistent, System
from vlcorpus.stages.verify.oracle import Unknown

# Lamps without a value are alike: one number for all of them; other values that are not told differ.
_KEPT = 4  # circuits whose solution is kept: a scene's own, and it with a switch changed
_TRIALS = (Fraction(1), Fraction(3), Fraction(7, 5), Fraction(11, 3))


@dataclass(frozen=True)
class Network:
    """A circuit with a number for every resistance, solved; and the diodes that conduct in it."""

    circuit: Circuit
    resistances: Mapping[str, Fraction]
    conducting: frozenset[str]
    system: System
    groups: Mapping[str, str]

    def current(self, name: str) -> Fraction:
        """Return the current from the first end of a component to its second. Raises Unknown."""
        component = self.circuit.components[name]
        if _lets_nothing_through(name, component, self.conducting):
            return Fraction(0)
        return _known(self.system.value({_current(name): Fraction(1)}), f"the current through {name}")

    def voltage(self, name: str) -> Fraction:
        """Return the potential of the first end of a component above that of its second. Raises Unknown."""
        a, b = (self.groups[end] for end in self.circuit.components[name].ends)
        if a == b:
            return Fraction(0)
        form = {_potential(a): Fraction(1), _potential(b): Fraction(-1)}
        return _known(self.system.value(form), f"the voltage at {name}")

    def power(self, name: str) -> Fraction:
        return self.current(name) ** 2 * self.resistances[name]

    def joined(self) -> dict[str, str]:
        """Return of each node the name of all that it is joined with without resistance."""
        without = [
            one.ends
            for name, one in self.circuit.components.items()
            if one.kind not in (*RESISTIVE, "battery")
            and not _lets_nothing_through(name, one, self.conducting)
        ]
        return _groups(self.circuit, [*self.circuit.wires, *without])


@lru_cache(_KEPT)
def solve(circuit: Circuit) -> tuple[Network, ...]:
    """Return the circuit solved for several trials of what is not told; once where all is told.

    Raises Unknown where the battery is short-circuited.
    """
    sources = circuit.of_kind(*RESISTIVE, "battery")
    found = []
    for trial, lamp in enumerate(_TRIALS):
        resistances = {}
        for place, (name, one) in enumerate(sources.items()):
            untold = lamp if one.kind == "lamp" else Fraction(place * len(_TRIALS) + trial + 2)
            resistances[name] = one.value or untold
        found.append(solve_with(circuit, resistances))
        if all(one.value for one in sources.values()):
            break
    return tuple(found)


def solve_with(circuit: Circuit, values: Mapping[str, Fraction]) -> Network:
    """Return the circuit solved: with those diodes conducting with which the solution agrees."""
    diodes = list(circuit.of_kind("diode"))
    for choice in product((False, True), repeat=len(diodes)):
        conducting = frozenset(name for name, conducts in zip(diodes, choice, strict=True) if conducts)
        try:
            network = _solved(circuit, values, conducting)
        except Inconsistent:
            continue
        if all(_agrees(network, name, name in conducting) for name in diodes):
            return network
    raise Unknown("the battery is short-circuited")


def _solved(circuit: Circuit, values: Mapping[str, Fraction], conducting: frozenset[str]) -> Network:
    groups = _groups(circuit, circuit.wires)
    equations: list[tuple[Form, Fraction]] = []
    balance: dict[str, dict[str, Fraction]] = {group: {} for group in groups.values()}
    for name, one in circuit.components.items():
        if _lets_nothing_through(name, one, conducting):
            continue
        a, b = (groups[end] for end in one.ends)
        form: dict[str, Fraction] = {}
        if a != b:
            form = {_potential(a): Fraction(1), _potential(b): Fraction(-1)}
        constant = Fraction(0)
        if one.kind in RESISTIVE:
            form[_current(name)] = -values[name]
        elif one.kind == "battery":
            constant = -values[name]  # the first end is the negative pole
        equations.append((form, constant))
        for group, sign in ((a, 1), (b, -1)):
            balance[group][_current(name)] = balance[group].get(_current(name), Fraction(0)) + sign
    equations += [
        ({name: number for name, number in form.items() if number}, Fraction(0)) for form in balance.values()
    ]
    return Network(circuit, values, conducting, System(equations), groups)


def _agrees(network: Network, diode: str, conducts: bool) -> bool:
    """Tell whether a diode lets current through in its direction alone, and holds back no other."""
    try:
        return network.current(diode) > 0 if conducts else network.voltage(diode) <= 0
    except Unknown:
        return not conducts  # what is cut off from the battery has no potential


def _lets_nothing_through(name: str, one: Component, conducting: frozenset[str]) -> bool:
    match one.kind:
        case "voltmeter" | "capacitor":
            return True
        case "switch":
            return one.state == "open"
        case "diode":
            return name not in conducting
        case _:
            return False


def _groups(circuit: Circuit, joints: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return of each node the name of the group of nodes that joints make one."""
    of = {node: node for node in circuit.nodes}

    def top(node: str) -> str:
        while of[node] != node:
            node = of[node]
        return node

    for a, b in joints:
        of[top(a)] = top(b)
    return {node: top(node) for node in of}


def _potential(group: str) -> str:
    return f"potential {group}"


def _current(name: str) -> str:
    return f"current {name}"


def _known(value: Fraction | None, what: str) -> Fraction:
    if value is None:
        raise Unknown(f"{what} is not determined")
    return value
