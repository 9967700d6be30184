"""Parts of a setup: what each is, where its letter's line may end, what is drawn; and a setup of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Thing

Box = tuple[float, float, float, float]  # left, low, right, top


@dataclass(frozen=True, slots=True)
class Part:
    """A part of apparatus; `at` is a point of it that no other part covers, `boxes` hold what is drawn."""

    kind: str
    at: tuple[int, int]
    shapes: tuple[Shape, ...]
    boxes: tuple[Box, ...]

    @classmethod
    def of(cls, kind: str, at: Point, *shapes: Shape, boxes: Sequence[Box] = ()) -> Part:
        """Return a part whose boxes, where none are given, are those of its shapes."""
        found = boxes or _outer([box_of(shape.path) for shape in shapes])
        return cls(kind, (round(at[0]), round(at[1])), shapes, tuple(found))


@dataclass
class Setup:
    """A setup while it is built, as schemas/stem/apparatus.py tells it; parts in the order of painting."""

    purpose: str
    parts: list[Part] = field(default_factory=list)
    flow: list[int] = field(default_factory=list)  # indices of the parts that `moves` passes
    moves: str = "gas"
    states: dict[str, str] = field(default_factory=dict)
    poles: dict[str, str] | None = None
    collects: str | None = None
    steps: list[str] = field(default_factory=list)
    wires: list[Thing] = field(default_factory=list)  # what is drawn and is no part

    def add(self, *parts: Part) -> None:
        self.parts += parts

    def lead_through(self, *parts: Part) -> None:
        """Add parts that what moves passes, in this order."""
        for part in parts:
            self.flow.append(len(self.parts))
            self.parts.append(part)


def box_of(path: Path) -> Box:
    xs, ys = zip(*path.points(), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _outer(boxes: list[Box]) -> list[Box]:
    """Return the boxes that are not inside another one."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box[0] - box[2]) * (box[3] - box[1])):
        if not any(_is_inside(box, other) for other in found):
            found.append(box)
    return found


def _is_inside(box: Box, other: Box) -> bool:
    left, low, right, top = other
    return left <= box[0] and low <= box[1] and box[2] <= right and box[3] <= top


def line(*points: Point) -> Shape:
    return Shape(Role.LINE, polyline(points))


def fine(*points: Point) -> Shape:
    return Shape(Role.MARK, polyline(points))


def strokes(pieces: Iterable[tuple[Point, Point]]) -> Shape:
    """Return fine lines as one shape: the lines of a scale."""
    return Shape(Role.MARK, Path(tuple(step for a, b in pieces for step in (("M", (a,)), ("L", (b,))))))


def sheet(*points: Point) -> Shape:
    """Return an outline that hides what is behind it."""
    return Shape(Role.PAPER, polyline(points, closed=True))


def filled(*points: Point) -> Shape:
    """Return an outline with an area in it: rubber, cork, iron."""
    return Shape(Role.SOLID, polyline(points, closed=True))


def liquid(*points: Point) -> Shape:
    return Shape(Role.SHADE, polyline(points, closed=True))


def surface(left: float, right: float, y: float) -> Shape:
    """Return the upper edge of a liquid: where a copy has lost the liquid's pale shade, it still shows."""
    return fine((left, y), (right, y))


def rectangle(left: float, low: float, right: float, top: float) -> tuple[Point, ...]:
    return (left, low), (right, low), (right, top), (left, top)
