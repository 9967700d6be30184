"""Scenes of mechanics: two or three setups beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.scene import Scene, Thing, Unfit
from vlcorpus.stages.stem.mechanics.atwood import atwood
from vlcorpus.stages.stem.mechanics.beams import balance, lever
from vlcorpus.stages.stem.mechanics.forces import forces, row
from vlcorpus.stages.stem.mechanics.hanging import hanging
from vlcorpus.stages.stem.mechanics.incline import incline
from vlcorpus.stages.stem.mechanics.part import GRAVITY, Names, Part, wrong
from vlcorpus.stages.stem.mechanics.pendulums import pendulums
from vlcorpus.stages.stem.mechanics.tackle import tackle
from vlcorpus.stages.stem.mechanics.train import train

Setup = Callable[[Random, Names], Part]
SETUPS: tuple[Setup, ...] = (
    hanging,
    atwood,
    incline,
    tackle,
    lever,
    balance,
    row,
    forces,
    train,
    pendulums,
)
_GAP = Fraction(3)  # between setups
_GRID = 20  # places are fractions of so much of a unit at most
MAX_SIZE = 18  # larger, and blocks are too small for their names
_COUNTED = {"blocks": "block", "ropes": "rope", "springs": "spring", "wheels": "wheel", "arrows": "arrow"}


def compose_scene(random: Random) -> Scene:
    names = Names.drawn(random)
    chosen = random.sample(SETUPS, random.choice((2, 2, 3)))
    parts = _arranged([setup(random, names) for setup in chosen])
    blocks = tuple(name for part in parts for name in (*part.at,) if name.isalnum())
    return Scene(
        family=parts[0].kind,
        steps=tuple(step for part in parts for step in part.steps),
        names=blocks,
        truth={
            "masses": {name: str(mass) for part in parts for name, mass in part.masses.items()},
            "at": {name: [str(x), str(y)] for part in parts for name, (x, y) in part.at.items()},
            "setups": [part.truth for part in parts],
        },
        things=tuple(_things(parts)),
        claims=(*(claim for part in parts for claim in part.claims), *_counts(parts), *_masses(parts)),
        places={expression: point for part in parts for expression, point in part.exact().items()},
    )


def _arranged(parts: list[Part]) -> list[Part]:
    """Return the setups side by side, or one above the other where that leaves them larger."""
    boxes = [part.box() for part in parts]
    widths = [right - left for left, _, right, _ in boxes]
    heights = [top - low for _, low, _, top in boxes]
    gaps = float(_GAP) * (len(parts) - 1)
    beside = (sum(widths) + gaps, max(heights))
    above = (max(widths), sum(heights) + gaps)
    is_row = max(beside) <= max(above)
    if max(beside if is_row else above) > MAX_SIZE:
        raise Unfit("the setups are wide together")
    found, at = [], Fraction(0)
    for part, (left, low, right, top) in zip(parts, boxes, strict=True):
        x, y = _on_grid((left + right) / 2), _on_grid((low + top) / 2)
        half = _on_grid((right - left if is_row else top - low) / 2)
        at += half
        found.append(part.moved(at - x, -y) if is_row else part.moved(-x, -at - y))
        at += half + _GAP
    return found


def _on_grid(value: float) -> Fraction:
    return Fraction(round(value * _GRID), _GRID)


def _things(parts: list[Part]) -> Iterator[Thing]:
    """Yield all things, each by a name of its own: two setups may have a ceiling."""
    for part in parts:
        for thing in part.things:
            is_still = thing.kind in ("ceiling", "floor")
            yield replace(thing, name=f"{thing.name} {part.kind}") if is_still else thing


def _counts(parts: list[Part]) -> Iterator[Claim]:
    for what, kind in _COUNTED.items():
        seen = tuple(
            thing.name for part in parts for thing in part.things if thing.kind == kind and _is_named(thing)
        )
        if seen:
            rivals = wrong(len(seen), *range(1, len(seen) + 4))
            yield Claim(("count", what), str(len(seen)), seen, rivals)


def _is_named(thing: Thing) -> bool:
    """Tell whether a name is written beside the thing, as it is not beside the rope of a tackle."""
    return bool(thing.tags)


def _masses(parts: list[Part]) -> Iterator[Claim]:
    masses = {name: mass for part in parts for name, mass in part.masses.items()}
    for name, mass in masses.items():
        seen, near = (f"block {name}",), (mass + 1, mass - 1, mass + 2, 2 * mass)
        yield Claim(("mass", name), str(mass), seen, wrong(mass, *masses.values(), *near))
        weight = mass * GRAVITY
        yield Claim(("weight", name), str(weight), seen, wrong(weight, mass, *(GRAVITY * n for n in near)))
    for one, other in combinations(masses, 2):
        if masses[one] != masses[other]:
            more, less = (one, other) if masses[one] > masses[other] else (other, one)
            yield Claim(("heavier", one, other), more, (f"block {one}", f"block {other}"), (less,))
