"""A pyramid of energy, opened, and the operations of `schemas/stem/food_webs.py` on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@dataclass(frozen=True)
class Pyramid:
    names: tuple[str, ...]  # of the steps, from the bottom up
    energies: Mapping[str, int]
    steps: Mapping[str, tuple[float, float]]  # the middle of each

    def place(self, name: str) -> int:
        """Return the number of a step from the bottom, from 0."""
        if name not in self.energies:
            raise Unknown(f"there is no step {name!r}")
        return self.names.index(name)


def read_pyramid(truth: Mapping[str, Any]) -> Pyramid:
    """Open the truth of a pyramid. Raises Contradiction where none can be so."""
    energies = {name: int(energy) for name, energy in truth["levels"]}
    if len(energies) != len(truth["levels"]) or not energies:
        raise Contradiction("steps are called alike, or there are none")
    if any(energy <= 0 for energy in energies.values()):
        raise Contradiction("a step has no energy")
    steps = {name: (float(x), float(y)) for name, (x, y) in truth["steps"].items()}
    if steps.keys() != energies.keys():
        raise Contradiction("not every step is drawn, or something else is")
    return Pyramid(tuple(energies), energies, steps)


def energy(pyramid: Pyramid, name: str) -> str:
    pyramid.place(name)
    return str(pyramid.energies[name])


def above(pyramid: Pyramid, name: str) -> str:
    return _at(pyramid, pyramid.place(name) + 1)


def below(pyramid: Pyramid, name: str) -> str:
    return _at(pyramid, pyramid.place(name) - 1)


def _at(pyramid: Pyramid, place: int) -> str:
    if not 0 <= place < len(pyramid.names):
        raise Unknown("there is no further step")
    return pyramid.names[place]


def top(pyramid: Pyramid) -> str:
    return pyramid.names[-1]


def bottom(pyramid: Pyramid) -> str:
    return pyramid.names[0]


def position(pyramid: Pyramid, name: str) -> str:
    return str(pyramid.place(name) + 1)


def passed(pyramid: Pyramid, lower: str, upper: str) -> str:
    given, found = _neighbours(pyramid, lower, upper)
    return str(Fraction(100 * found, given))


def lost(pyramid: Pyramid, lower: str, upper: str) -> str:
    given, found = _neighbours(pyramid, lower, upper)
    return str(given - found)


def _neighbours(pyramid: Pyramid, lower: str, upper: str) -> tuple[int, int]:
    """Return the energies of two steps. Raises Unknown where the second is not right above the first."""
    if pyramid.place(upper) != pyramid.place(lower) + 1:
        raise Unknown(f"{upper} is not right above {lower}")
    return pyramid.energies[lower], pyramid.energies[upper]


def count(pyramid: Pyramid, what: str) -> str:
    if what != "levels":
        raise Unknown(f"nobody counts {what!r} of a pyramid")
    return str(len(pyramid.names))


def step(pyramid: Pyramid, name: str) -> tuple[float, float]:
    pyramid.place(name)
    return pyramid.steps[name]
