"""Circuits at random: loads in series and in parallel, with switches, meters, diodes, capacitors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from vlcorpus.stages.stem.circuits.network import LOADS, Network, Parallel, Part, Series

_VALUES = (1, 2, 3, 4, 5, 6, 8, 10, 12, 20)
_LETTERS = {
    "resistor": "R",
    "lamp": "L",
    "switch": "S",
    "ammeter": "A",
    "voltmeter": "V",
    "capacitor": "C",
    "diode": "D",
}
Wrap = Callable[["Draft", Network], Network]


@dataclass
class Draft:
    """Names parts as they come, and remembers how the circuit was made."""

    random: Random
    is_alike: bool  # all loads are lamps without a value
    counts: dict[str, int] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def part(self, kind: str) -> Part:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        name = f"{_LETTERS[kind]}{self.counts[kind]}"
        has_value = kind == "resistor" or (kind == "lamp" and not self.is_alike)
        return Part(
            name,
            kind,
            self.random.choice(_VALUES) if has_value else None,
            is_closed=self.random.random() < 0.6,
            is_forward=self.random.random() < 0.6,
        )

    def load(self) -> Part:
        is_lamp = self.is_alike or self.random.random() < 0.25
        return self.part(LOADS[is_lamp])


def draft(random: Random) -> tuple[Network, Draft]:
    """Return a network of some loads, and how it was made."""
    made = Draft(random, random.random() < 0.3)
    network = _loads(made, random.choice((2, 3, 4, 4, 5)), random.random() < 0.5)
    made.steps.append("lamps_alike" if made.is_alike else "resistors")
    for add in random.sample(list(EXTRAS), random.choice((1, 2, 2, 3, 3))):
        network = wrapped(made, network, EXTRAS[add])
        made.steps.append(add)
    return network, made


def _loads(made: Draft, n: int, is_series: bool) -> Network:
    """Return n loads, in groups that are in series and in parallel by turns."""
    if n == 1:
        return made.load()
    made.steps.append("in_series" if is_series else "in_parallel")
    n_groups = made.random.randint(2, min(n, 3))
    sizes = [1] * n_groups
    for _ in range(n - n_groups):
        sizes[made.random.randrange(n_groups)] += 1
    children = tuple(_loads(made, size, not is_series) for size in sizes)
    return Series(children) if is_series else Parallel(children)


def wrapped(made: Draft, network: Network, wrap: Wrap) -> Network:
    """Return the network with something added at one place, at the whole or within."""
    if isinstance(network, Part) or made.random.random() < 0.35:
        return wrap(made, network)
    inside = made.random.randrange(len(network.children))
    children = tuple(
        wrapped(made, child, wrap) if number == inside else child
        for number, child in enumerate(network.children)
    )
    return Series(children) if isinstance(network, Series) else Parallel(children)


def _in_line(kind: str) -> Wrap:
    """Return what puts a part of this kind before or behind a network."""

    def wrap(made: Draft, network: Network) -> Network:
        part = made.part(kind)
        children = network.children if isinstance(network, Series) else (network,)
        return Series((part, *children) if made.random.random() < 0.5 else (*children, part))

    return wrap


def _across(kind: str) -> Wrap:
    """Return what puts a part of this kind beside a network, between the same ends."""

    def wrap(made: Draft, network: Network) -> Network:
        children = network.children if isinstance(network, Parallel) else (network,)
        return Parallel((*children, made.part(kind)))

    return wrap


EXTRAS: dict[str, Wrap] = {
    "switch": _in_line("switch"),
    "second_switch": _in_line("switch"),
    "bypass_switch": _across("switch"),
    "ammeter": _in_line("ammeter"),
    "second_ammeter": _in_line("ammeter"),
    "voltmeter": _across("voltmeter"),
    "diode": _in_line("diode"),
    "capacitor_in_line": _in_line("capacitor"),
    "capacitor_across": _across("capacitor"),
}
