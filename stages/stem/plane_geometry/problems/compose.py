"""Figures that problems are posed about: a base of lengths or of angles, and some constructions on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry import gates
from vlcorpus.stages.stem.plane_geometry.problems import (
    circles_by_angle,
    circles_by_length,
    polygons_by_angle,
    polygons_by_length,
)
from vlcorpus.stages.stem.plane_geometry.problems.additions import ADDITIONS
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Ends, Sketch

_MAX_ADDITIONS = 2
_MAX_POINTS = 9
_TRIES = 6
OF_LENGTHS = polygons_by_length.BASES | circles_by_length.BASES
OF_ANGLES = polygons_by_angle.BASES | circles_by_angle.BASES
FAMILIES = (*OF_LENGTHS, *OF_ANGLES)
_OF_LENGTHS = 0.6  # share of figures that are about lengths


def compose(random: Random, families: Sequence[str] = FAMILIES) -> tuple[Sketch, bool]:
    """Return a figure, and whether it is about lengths. Raises Unfit where it is unclear to the eye."""
    name = _family(random, families)
    of_lengths = name in OF_LENGTHS
    sketch = Sketch.empty(random)
    (OF_LENGTHS | OF_ANGLES)[name](sketch)
    sketch.steps[0].kind = name
    check(sketch)
    wanted = random.choices(range(_MAX_ADDITIONS + 1), [1, 3, 3])[0]
    for addition in random.sample(list(ADDITIONS), _TRIES * (wanted > 0)):
        if len(sketch.steps) > wanted:
            break
        sketch.begin(addition)
        try:
            ADDITIONS[addition](sketch)
            check(sketch)
        except Unfit:
            sketch.undo()
    return sketch, of_lengths


def _family(random: Random, families: Sequence[str]) -> str:
    """Draw what a figure begins with: rather lengths than angles, where there are families of both."""
    of_lengths = [name for name in families if name in OF_LENGTHS]
    of_angles = [name for name in families if name in OF_ANGLES]
    drawn = of_lengths if random.random() < _OF_LENGTHS else of_angles
    return random.choice(drawn or list(families))


@dataclass(frozen=True, slots=True)
class _Circle:
    center: _Spot
    radius: float

    def holds(self, point: _Spot) -> bool:
        return point.on == self.center.name


@dataclass(frozen=True, slots=True)
class _Spot:
    """A point as the gates of caption scenes see one."""

    name: str
    floats: Point
    on: str | None  # the circle on which it lies


@dataclass(frozen=True, slots=True)
class _Drawn:
    points: dict[str, _Spot]
    drawn: list[Ends]
    circles: dict[str, _Circle]


def check(sketch: Sketch) -> None:
    """Raise Unfit where the figure is ambiguous to the eye."""
    if len(sketch.places) > _MAX_POINTS:
        raise Unfit("there are too many points")
    on = {name: center for center, names in sketch.circles.items() for name in names}
    spots = {name: _Spot(name, place.at, on.get(name)) for name, place in sketch.places.items()}
    circles = {c: _Circle(spots[c], sketch.radius(c)) for c in sketch.circles}
    gates.check(_Drawn(spots, sketch.lines, circles))
