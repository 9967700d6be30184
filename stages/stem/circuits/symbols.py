"""Symbols of circuits, as IEC 60617 draws them, with the zigzag of ANSI Y32 for resistors where it is chosen.

Each is drawn along a line from (-2, 0) to (2, 0), with its leads, and is turned from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape
from vlcorpus.stages.stem.circuits.network import Part

_END = 2.0
_HALF = 0.55  # radius of round symbols
_BOX = (1.0, 0.35)
_TEETH = 6


def symbol(part: Part, *, is_zigzag: bool) -> Iterator[Shape | Dot]:
    """Yield the shapes of a component. Its first end is at the left."""
    match part.kind:
        case "battery":
            yield from _leads(0.15)
            yield _line((-0.15, -0.3), (-0.15, 0.3))
            yield _line((0.15, -0.65), (0.15, 0.65))
        case "resistor" if is_zigzag:
            yield from _zigzag()
        case "resistor":
            x, y = _BOX
            yield from _leads(x)
            yield Shape(Role.LINE, polyline([(-x, -y), (x, -y), (x, y), (-x, y)], closed=True))
        case "lamp":
            yield from _leads(_HALF)
            yield Shape(Role.LINE, arc((0, 0), _HALF))
            reach = _HALF * 0.707
            yield _line((-reach, -reach), (reach, reach))
            yield _line((-reach, reach), (reach, -reach))
        case "ammeter" | "voltmeter":
            yield from _leads(_HALF + 0.05)
            yield Shape(Role.LINE, arc((0, 0), _HALF + 0.05))
        case "switch":
            yield from _leads(0.7)
            yield Dot((-0.7, 0))
            yield Dot((0.7, 0), is_hollow=not part.is_closed)
            yield _line((-0.7, 0), (0.7, 0) if part.is_closed else (0.55, 0.7))
        case "capacitor":
            yield from _leads(0.18)
            yield _line((-0.18, -0.6), (-0.18, 0.6))
            yield _line((0.18, -0.6), (0.18, 0.6))
        case _:
            way = 1 if part.is_forward else -1
            yield from _leads(0.45)
            triangle = [(-0.45 * way, -0.45), (-0.45 * way, 0.45), (0.45 * way, 0)]
            yield Shape(Role.LINE, polyline(triangle, closed=True))
            yield _line((0.45 * way, -0.45), (0.45 * way, 0.45))


def placed(shape: Shape | Dot, start: Point, end: Point) -> Shape | Dot:
    """Return a shape of a symbol between the ends of its component."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    ux, uy = (end[0] - start[0]) / (2 * _END), (end[1] - start[1]) / (2 * _END)

    def move(point: Point) -> Point:
        x, y = point
        return middle[0] + x * ux - y * uy, middle[1] + x * uy + y * ux

    if isinstance(shape, Dot):
        return Dot(move(shape.at), shape.is_hollow)
    return Shape(shape.role, shape.path.moved(move))


def _leads(reach: float) -> Iterator[Shape]:
    yield _line((-_END, 0), (-reach, 0))
    yield _line((reach, 0), (_END, 0))


def _line(*points: Point) -> Shape:
    return Shape(Role.LINE, polyline(points))


def _zigzag() -> Iterator[Shape]:
    x, y = _BOX
    step = 2 * x / (2 * _TEETH)
    teeth = [(-x + (2 * n + 1) * step, y if n % 2 == 0 else -y) for n in range(_TEETH)]
    path: Path = polyline([(-_END, 0), (-x, 0), *teeth, (x, 0), (_END, 0)])
    yield Shape(Role.LINE, path)
