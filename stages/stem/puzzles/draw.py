"""Puzzles as things to be drawn: panels above, options with their letters below."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.puzzles.grids import EMPTY, FILLED, Grid
from vlcorpus.stages.stem.puzzles.puzzle import Picture, Puzzle

SIDE, LARGE = 200, 300  # of a picture, and of one that stands alone
_GAP, _LABEL_ROOM, _BETWEEN = 36, 90, 90  # between pictures, below options, between panels and options
_INSIDE = 0.84  # part of a picture's side that its content takes
_SIZES = {1: 0.54, 2: 0.76, 3: 1.0}
_TOP, _FRONT, _SIDE_FACE = 0.05, 0.28, 0.5  # how dark the faces of a cube are


@dataclass(frozen=True, slots=True)
class Drawn:
    """Things, and where pictures and faces stand, as the truth tells it."""

    things: tuple[Thing, ...]
    at: dict[str, list[int]] = field(default_factory=dict)


def draw(puzzle: Puzzle, *, beside: bool = False) -> Drawn:
    """Draw a puzzle; the options of a matrix stand below it, or beside it."""
    at: dict[str, list[int]] = {}
    things: list[Thing] = []
    side = LARGE if len(puzzle.panels) == 1 else SIDE
    n_most = _most(puzzle)
    centers = list(_places(len(puzzle.panels), 3 if len(puzzle.panels) == 9 else 5, side, 0))
    for number, (panel, center) in enumerate(zip(puzzle.panels, centers, strict=True), start=1):
        at[f"panel {number}"] = list(center)
        things.append(_panel(number, panel, center, side, n_most, at))
    columns = {6: 2 if beside else 3, 5: 3}.get(len(puzzle.options), 4)
    places = list(_places(len(puzzle.options), columns, SIDE, _LABEL_ROOM))
    right = max((x for x, _ in centers), default=0) + side // 2
    low = min((y for _, y in centers), default=SIDE // 2 + _BETWEEN) - side // 2
    dx, dy = (right + _BETWEEN + SIDE + _GAP // 2, 0) if beside else (0, low - _BETWEEN - SIDE // 2)
    for (letter, option), (x, y) in zip(puzzle.options.items(), places, strict=True):
        center = (x + dx, y + dy)
        at[f"option {letter}"] = list(center)
        tag = Tag(letter, (center[0], center[1] - SIDE // 2), away_from=center)
        if puzzle.kind == "net":
            shapes = tuple(_cells(tuple(option["rows"]), center, _INSIDE * SIDE, is_net=True))
        else:
            shapes = (_frame(center, SIDE), *_content(option, center, SIDE, n_most))
        things.append(Thing(f"option {letter}", "option", shapes, (tag,)))
    return Drawn(tuple(things), at)


def _panel(
    number: int,
    panel: Picture | None,
    center: tuple[int, int],
    side: int,
    n_most: int,
    at: dict[str, list[int]],
) -> Thing:
    name, frame = f"panel {number}", _frame(center, side)
    if panel is None:
        room = (0.5 * side, 0.5 * side)
        return Thing(name, "panel", (frame,), (Tag("?", center, is_centered=True, room=room),))
    tags: list[Tag] = []
    rows = panel.get("rows", ())
    for letter, place in _letters(tuple(rows), center, side):
        at[f"face {letter}"] = [round(place[0]), round(place[1])]
        cell = _INSIDE * side / max(len(rows), len(rows[0]))
        tags.append(Tag(letter, place, is_centered=True, room=(0.7 * cell, 0.7 * cell)))
    framed = () if tags or "heights" in panel else (frame,)
    return Thing(name, "panel", (*framed, *_content(panel, center, side, n_most)), tuple(tags))


def _places(count: int, columns: int, side: int, below: int) -> Iterator[tuple[int, int]]:
    """Yield centres of so many pictures in rows about the middle, the first row at height 0."""
    columns = min(columns, count)
    for n in range(count):
        across = n % columns - (columns - 1) / 2
        yield round(across * (side + _GAP)), -(n // columns) * (side + _GAP + below)


def _most(puzzle: Puzzle) -> int:
    """Return the most shapes that any picture holds: all are drawn at one scale."""
    pictures = [panel for panel in puzzle.panels if panel] + list(puzzle.options.values())
    return max((picture.get("count", 1) for picture in pictures), default=1)


def _frame(center: Point, side: float) -> Shape:
    x, y, half = *center, side / 2
    return Shape(Role.PAPER, _box(x - half, y - half, x + half, y + half))


def _box(left: float, low: float, right: float, high: float) -> Path:
    return polyline([(left, low), (right, low), (right, high), (left, high)], closed=True)


def _content(picture: Picture, center: Point, side: float, n_most: int) -> Iterable[Shape]:
    if "shape" in picture:
        return _shapes(picture, center, _INSIDE * side, n_most)
    if "marks" in picture:
        cells = [FILLED if n in picture["marks"] else EMPTY for n in range(9)]
        return _cells(tuple("".join(cells[n : n + 3]) for n in (0, 3, 6)), center, _INSIDE * side)
    if "heights" in picture:
        return _stacks(picture["heights"], center, side)
    rows = tuple(picture["rows"])
    return _cells(rows, center, _INSIDE * side, is_net=_is_net(rows))


def _shapes(picture: Picture, center: Point, side: float, n_most: int) -> Iterator[Shape]:
    columns = math.ceil(math.sqrt(n_most))
    slot = side / columns
    count = picture["count"]
    rows = math.ceil(count / columns)
    for n in range(count):
        row, column = divmod(n, columns)
        in_row = min(columns, count - row * columns)
        at = (center[0] + (column - (in_row - 1) / 2) * slot, center[1] - (row - (rows - 1) / 2) * slot)
        radius = 0.44 * slot * _SIZES[picture["size"]]
        path = _placed(OUTLINES[picture["shape"]], at, radius, picture["turn"])
        match picture["fill"]:
            case 0:
                yield Shape(Role.PAPER, path)
            case 1:
                yield Shape(Role.SOLID, path, strength=0.4)
            case _:
                yield Shape(Role.FULL, path)


def _placed(path: Path, at: Point, radius: float, eighths: int) -> Path:
    angle = math.tau * eighths / 8
    cos, sin = math.cos(angle), math.sin(angle)
    return path.moved(
        lambda point: (
            at[0] + radius * (point[0] * cos + point[1] * sin),
            at[1] + radius * (point[1] * cos - point[0] * sin),
        )
    )


def _regular(corners: int, inner: float = 0.0) -> Path:
    """Return a regular polygon that stands on its point up; with an inner radius, a star."""
    n = corners * (2 if inner else 1)
    turn = math.pi / 4 if corners == 4 else 0
    points = []
    for k in range(n):
        angle, reach = math.tau * k / n + turn, inner if inner and k % 2 else 1.0
        points.append((reach * math.sin(angle), reach * math.cos(angle)))
    return polyline(points, closed=True)


OUTLINES: dict[str, Path] = {
    "circle": arc((0, 0), 0.92),
    "triangle": _regular(3),
    "square": _regular(4),
    "pentagon": _regular(5),
    "hexagon": _regular(6),
    "star": _regular(5, 0.42),
    "cross": polyline(
        [
            (-0.3, -0.95), (0.3, -0.95), (0.3, -0.3), (0.95, -0.3), (0.95, 0.3), (0.3, 0.3),
            (0.3, 0.95), (-0.3, 0.95), (-0.3, 0.3), (-0.95, 0.3), (-0.95, -0.3), (-0.3, -0.3),
        ],
        closed=True,
    ),
    "heart": smooth(
        [
            (0, -0.9), (-0.7, -0.15), (-0.85, 0.45), (-0.45, 0.8),
            (0, 0.45), (0.45, 0.8), (0.85, 0.45), (0.7, -0.15),
        ],
        closed=True,
    ),
    "arrow": polyline(
        [(-0.22, -1), (0.22, -1), (0.22, 0.15), (0.62, 0.15), (0, 1), (-0.62, 0.15), (-0.22, 0.15)],
        closed=True,
    ),
    "flag": polyline([(-0.4, -1), (-0.25, -1), (-0.25, -0.05), (0.75, 0.45), (-0.4, 1)], closed=True),
}  # fmt: skip


def _cells(rows: Grid, center: Point, side: float, *, is_net: bool = False) -> Iterator[Shape]:
    """Yield the cells of a grid; of a net only those that are there, all of them white."""
    cell = side / max(len(rows), len(rows[0]))
    left, high = center[0] - cell * len(rows[0]) / 2, center[1] + cell * len(rows) / 2
    for r, row in enumerate(rows):
        for c, mark in enumerate(row):
            if is_net and mark == EMPTY:
                continue
            role = Role.FULL if mark == FILLED and not is_net else Role.PAPER
            x, y = left + c * cell, high - r * cell
            yield Shape(role, _box(x, y - cell, x + cell, y))


def _is_net(rows: Grid) -> bool:
    """Tell whether the cells of a panel have letters: then they are faces of a cube, and no pattern."""
    return any(mark not in (FILLED, EMPTY) for row in rows for mark in row)


def _letters(rows: Grid, center: Point, side: float) -> Iterator[tuple[str, Point]]:
    if not rows or not _is_net(rows):
        return
    cell = _INSIDE * side / max(len(rows), len(rows[0]))
    left, high = center[0] - cell * len(rows[0]) / 2, center[1] + cell * len(rows) / 2
    for r, row in enumerate(rows):
        for c, mark in enumerate(row):
            if mark != EMPTY:
                yield mark, (left + (c + 0.5) * cell, high - (r + 0.5) * cell)


def _stacks(heights: list[list[int]], center: Point, side: float) -> Iterator[Shape]:
    """Yield cubes seen from the front, the right and above; those behind come first."""
    rows, columns = len(heights), len(heights[0])
    edge = side / (rows + columns)
    across, down = edge * math.cos(math.pi / 6) * 1.1, edge * 0.5 * 1.1
    middle = ((columns - rows) / 2, (columns + rows) / 2)

    def at(x: float, y: float, z: float) -> Point:
        """Return where a place is drawn: x from the left, y from the back, z upwards."""
        right, near = x - y - middle[0], x + y - middle[1]
        return center[0] + right * across, center[1] - near * down + z * edge * 1.1

    floor = [at(0, 0, 0), at(columns, 0, 0), at(columns, rows, 0), at(0, rows, 0)]
    yield Shape(Role.MARK, polyline(floor, closed=True))
    for y, x in sorted(((y, x) for y in range(rows) for x in range(columns)), key=sum):
        for z in range(heights[y][x]):
            yield from _cube(at, x, y, z)


def _cube(at: Callable[[float, float, float], Point], x: int, y: int, z: int) -> Iterator[Shape]:
    top = [at(x, y, z + 1), at(x + 1, y, z + 1), at(x + 1, y + 1, z + 1), at(x, y + 1, z + 1)]
    front = [at(x, y + 1, z), at(x + 1, y + 1, z), at(x + 1, y + 1, z + 1), at(x, y + 1, z + 1)]
    right = [at(x + 1, y, z), at(x + 1, y + 1, z), at(x + 1, y + 1, z + 1), at(x + 1, y, z + 1)]
    for corners, strength in ((top, _TOP), (front, _FRONT), (right, _SIDE_FACE)):
        yield Shape(Role.SOLID, polyline(corners, closed=True), strength=strength)
