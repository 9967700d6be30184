"""What one thing with countable parts is made of: a body, its parts, and what lies over them.

Units are of the model's own: about 1000 for its larger side, y upwards.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape


@dataclass(frozen=True, slots=True)
class Part:
    """What is counted, and a point on it."""

    shapes: tuple[Shape, ...]
    at: Point


@dataclass(frozen=True, slots=True)
class Word:
    """A text on a model, in a colour that is read on the one below it."""

    text: str
    at: Point
    room: tuple[float, float]  # width and height
    on: str


@dataclass(frozen=True, slots=True)
class Model:
    """Painted in the order of the fields. Parts without shapes are made by what is drawn: columns by rows."""

    body: tuple[Shape, ...] = ()
    parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    front: tuple[Shape, ...] = ()
    missing: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    extra: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    rank: int | None = None
    word: Word | None = None

    def shapes(self) -> Iterable[Shape]:
        yield from self.body
        for parts in self.parts.values():
            for part in parts:
                yield from part.shapes
        yield from self.front

    def moved(self, move: Callable[[Point], Point]) -> Model:
        def shapes(given: Iterable[Shape]) -> tuple[Shape, ...]:
            return tuple(replace(shape, path=shape.path.moved(move)) for shape in given)

        def points(given: dict[str, tuple[Point, ...]]) -> dict[str, tuple[Point, ...]]:
            return {name: tuple(map(move, places)) for name, places in given.items()}

        return replace(
            self,
            body=shapes(self.body),
            parts={
                name: tuple(Part(shapes(part.shapes), move(part.at)) for part in parts)
                for name, parts in self.parts.items()
            },
            front=shapes(self.front),
            missing=points(self.missing),
            extra=points(self.extra),
            word=self.word and replace(self.word, at=move(self.word.at)),
        )


Build = Callable[[Random, int, str | None], Model]  # with so many parts, in a colour


def blob(points: Sequence[Point], hue: str | None, role: Role = Role.SOLID) -> Shape:
    """Return a smooth closed outline through the points."""
    return Shape(role, smooth(points, closed=True), hue)


def solid(points: Sequence[Point], hue: str | None, role: Role = Role.SOLID) -> Shape:
    """Return a polygon."""
    return Shape(role, polyline(points, closed=True), hue)


def disc(
    center: Point, radius: float | tuple[float, float], hue: str | None = None, role: Role = Role.SOLID
) -> Shape:
    return Shape(role, arc(center, radius), hue)


def ink(center: Point, radius: float) -> Shape:
    """Return a disc of the colour of lines: an eye, a pip."""
    return Shape(Role.FULL, arc(center, radius))


def line(points: Sequence[Point], *, curved: bool = False) -> Shape:
    return Shape(Role.MARK, smooth(points) if curved else polyline(points))


def limb(points: Sequence[Point], hue: str | None, *, curved: bool = True) -> tuple[Shape, ...]:
    """Return what grows out of a body: filled, and outlined but where it begins, between its two ends."""
    path = smooth(points) if curved else polyline(points)
    return Shape(Role.AREA, Path((*path.commands, ("Z", ()))), hue), Shape(Role.MARK, path)


def spread(low: float, high: float, count: int) -> list[float]:
    """Return so many numbers, evenly from low to high; one alone lies in the middle."""
    if count == 1:
        return [(low + high) / 2]
    return [low + (high - low) * n / (count - 1) for n in range(count)]


def around(center: Point, radius: float, degrees: float) -> Point:
    """Return a point on a circle; degrees are clockwise from straight up."""
    angle = math.radians(degrees)
    return center[0] + radius * math.sin(angle), center[1] + radius * math.cos(angle)


def turned(path: Path, center: Point, degrees: float) -> Path:
    """Return a path that points up from the origin, turned clockwise and moved to `center`."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return path.moved(
        lambda point: (
            center[0] + point[0] * cos + point[1] * sin,
            center[1] - point[0] * sin + point[1] * cos,
        )
    )


def star(center: Point, radius: float, degrees: float = 0.0, inner: float = 0.4) -> Path:
    """Return a star of five points."""
    corners = [around(center, radius if n % 2 == 0 else inner * radius, degrees + 36 * n) for n in range(10)]
    return polyline(corners, closed=True)
