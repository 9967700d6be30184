"""A scene while it is drawn: what the contract's truth tells of it, and the things that show it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing

HUES = ("red", "blue", "green", "orange", "purple", "brown", "pink", "gray")
LETTERS = "ABCDEFGH"
DOTS = "PQRSTUVWXYZ"
XY = tuple[int, int]


@dataclass
class Draft:
    """`truth` is as schemas/stem/blind_spots.py has it; `priors` are answers of those who do not look."""

    random: Random
    truth: dict[str, Any] = field(default_factory=dict)
    things: list[Thing] = field(default_factory=list)
    priors: dict[Expression, str] = field(default_factory=dict)
    room: tuple[Point, ...] = ()
    steps: list[str] = field(default_factory=list)

    def draw(self, name: str, kind: str, path: Path, hue: str | None = None, role: Role = Role.LINE) -> None:
        self.things.append(Thing(name, kind, (Shape(role, path, hue),)))

    def circle(self, name: str, center: XY, radius: int, hue: str | None = None) -> None:
        """Draw a circle; the letter of its name stands in its middle."""
        self.truth.setdefault("circles", {})[name] = [*center, radius]
        tags = (Tag(name[-1], center, is_centered=True),) if _has_letter(name) else ()
        self.things.append(Thing(name, "circle", (Shape(Role.LINE, arc(center, radius), hue),), tags))

    def dot(self, name: str, at: XY, away_from: Point | None = None) -> None:
        """Draw a dot with the letter at the end of its name."""
        self.truth.setdefault("dots", {})[name] = list(at)
        self.things.append(Thing(name, "dot", (Dot(at),), (Tag(name[-1], at, away_from),)))

    def line(self, name: str, corners: Sequence[XY], hue: str | None) -> None:
        self.truth.setdefault("lines", {})[name] = [list(corner) for corner in corners]
        self.draw(name, "line", polyline(corners), hue)

    def bar(self, name: str, ends: tuple[XY, XY], hue: str | None) -> None:
        """Draw a bar that is compared; the letter of its name stands beside its first end."""
        self.truth.setdefault("bars", {})[name] = [list(end) for end in ends]
        tags = (Tag(name[-1], ends[0], away_from=ends[1], gap=2.0),) if _has_letter(name) else ()
        self.things.append(Thing(name, "bar", (Shape(Role.LINE, polyline(ends), hue),), tags))

    def hues(self, count: int) -> list[str]:
        return self.random.sample(HUES, count)

    def two_names(self, kind: str) -> tuple[list[str], list[str | None]]:
        """Return names of two things, by their colours or by letters, and their colours."""
        if self.random.random() < 0.2:
            return self.letters(kind, 2), [None, None]
        hues = self.hues(2)
        return [f"{hue} {kind}" for hue in hues], [*hues]

    def letters(self, kind: str, count: int) -> list[str]:
        """Return names such as `circle A`."""
        return [f"{kind} {letter}" for letter in LETTERS[:count]]

    def join(self, other: Draft, by: XY) -> None:
        """Add what another draft has, moved. They have different parts of the truth."""
        self.truth |= {part: _moved(told, part, by) for part, told in other.truth.items()}
        for thing in other.things:
            shapes = tuple(
                replace(shape, at=_shift(shape.at, by))
                if isinstance(shape, Dot)
                else replace(shape, path=shape.path.moved(lambda point: _shift(point, by)))
                for shape in thing.shapes
            )
            tags = tuple(
                replace(tag, at=_shift(tag.at, by), away_from=tag.away_from and _shift(tag.away_from, by))
                for tag in thing.tags
            )
            self.things.append(replace(thing, shapes=shapes, tags=tags))
        self.priors |= other.priors
        self.room = (*self.room, *(_shift(point, by) for point in other.room))
        self.steps += other.steps

    def box(self) -> tuple[int, int, int, int]:
        """Return left, low, right and high of all that is drawn."""
        points = [
            point
            for thing in self.things
            for shape in thing.shapes
            for point in ([shape.at] if isinstance(shape, Dot) else shape.path.points())
        ]
        xs, ys = zip(*points, *self.room, strict=True)
        return math.floor(min(xs)), math.floor(min(ys)), math.ceil(max(xs)), math.ceil(max(ys))


def _has_letter(name: str) -> bool:
    return name[-1].isupper()


def _shift(point: Point, by: XY) -> Point:
    return point[0] + by[0], point[1] + by[1]


def _moved(told: Any, part: str, by: XY) -> Any:
    """Return a part of the truth with its coordinates moved: pairs of numbers, or three of a circle."""
    if part == "grid":
        return {"x": [x + by[0] for x in told["x"]], "y": [y + by[1] for y in told["y"]]}
    if isinstance(told, dict):
        return {name: _moved(value, part, by) for name, value in told.items()}
    if isinstance(told, list) and told and isinstance(told[0], int):
        return [told[0] + by[0], told[1] + by[1], *told[2:]]
    if isinstance(told, list):
        return [_moved(value, part, by) for value in told]
    return told
