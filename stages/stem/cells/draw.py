"""A cell as things to be drawn: its layers, each part as textbooks draw it, and the lines of the letters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline, smooth
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.cells.cell import FLAGELLUM, Cell, Part
from vlcorpus.stages.stem.cells.compose import CAPSULE, WALL

_HUES = {
    "nucleus": "purple",
    "nucleolus": "brown",
    "mitochondrion": "orange",
    "chloroplast": "green",
    "vacuole": "blue",
    "Golgi apparatus": "pink",
    "lysosome": "red",
}
_INSETS = {"cell wall": 0.0, "capsule": CAPSULE}
_END = 14.0  # radius of the dot at the end of a letter's line: layers are farther apart
_AROUND = 72  # points of an outline


def things(cell: Cell, *, is_colored: bool) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted: layers, parts, letters."""
    names = part_names(cell)
    drawn = []
    for part, name in zip(cell.parts, names, strict=True):
        hue = _HUES.get(part.kind) if is_colored else None
        if shapes := tuple(_shapes(cell, part, hue)):
            drawn.append(Thing(name, part.kind, shapes))
    return (*drawn, *(_letter(cell, letter, index) for letter, index in cell.labels.items()))


def part_names(cell: Cell) -> list[str]:
    """Return the names of the things that are parts: the kind, numbered where there are several."""
    total, seen = Counter(part.kind for part in cell.parts), Counter[str]()
    names = []
    for part in cell.parts:
        seen[part.kind] += 1
        names.append(part.kind if total[part.kind] == 1 else f"{part.kind} {seen[part.kind]}")
    return names


def _shapes(cell: Cell, part: Part, hue: str | None) -> Iterator[Shape]:
    if part.kind == "cytoplasm":
        return
    if part.kind in ("cell membrane", "cell wall", "capsule"):
        has_wall = any(other.kind == "cell wall" for other in cell.parts)
        inset = _INSETS.get(part.kind, WALL if has_wall else 0.0)
        yield Shape(Role.LINE, _outline(cell, inset))
        return
    if part.kind == "flagellum":
        yield Shape(Role.LINE, _flagellum(cell, part))
        return
    yield from _DRAWN[part.kind](part, hue)


def _outline(cell: Cell, inset: float) -> Path:
    points = [cell.edge(math.tau * n / _AROUND, inset) for n in range(_AROUND)]
    return smooth(points, closed=True)


def _flagellum(cell: Cell, part: Part) -> Path:
    """Return a wave that goes out from the cell, through the part's point."""
    x, y = cell.edge(part.turn)
    c, s = math.cos(part.turn), math.sin(part.turn)
    points = []
    for n in range(25):
        along, off = FLAGELLUM * n / 24, 26.0 * math.sin(math.tau * n / 8)
        points.append((x + along * c - off * s, y + along * s + off * c))
    return smooth(points)


def _placed(part: Part, path: Path) -> Path:
    """Return a path about (0, 0), with the part's radius as its unit, where the part is, turned."""
    c, s = math.cos(part.turn), math.sin(part.turn)

    def move(point: Point) -> Point:
        x, y = point[0] * part.radius, point[1] * part.radius
        return part.at[0] + x * c - y * s, part.at[1] + x * s + y * c

    return path.moved(move)


def _solid(part: Part, path: Path, hue: str | None) -> Shape:
    return Shape(Role.SOLID, _placed(part, path), hue)


def _line(part: Part, path: Path) -> Shape:
    return Shape(Role.MARK, _placed(part, path))


def _round(part: Part, hue: str | None) -> Iterator[Shape]:
    yield _solid(part, arc((0, 0), 1.0), hue)


def _vacuole(part: Part, hue: str | None) -> Iterator[Shape]:
    yield _solid(part, arc((0, 0), (1.0, 0.72)), hue)


def _nucleus(part: Part, hue: str | None) -> Iterator[Shape]:
    yield _solid(part, arc((0, 0), 1.0), hue)
    yield _line(part, arc((0, 0), 0.9))


def _mitochondrion(part: Part, hue: str | None) -> Iterator[Shape]:
    """A bean with a folded line in it."""
    yield _solid(part, arc((0, 0), (1.0, 0.5)), hue)
    folds = [(-0.72 + 0.16 * n, 0.26 * (-1) ** n) for n in range(10)]
    yield _line(part, smooth(folds))


def _chloroplast(part: Part, hue: str | None) -> Iterator[Shape]:
    """An ellipse with three stacks of discs."""
    yield _solid(part, arc((0, 0), (1.0, 0.56)), hue)
    stacks = Path(())
    for x in (-0.5, 0.0, 0.5):
        for y in (-0.18, 0.0, 0.18):
            stacks += polyline([(x - 0.16, y), (x + 0.16, y)])
    yield _line(part, stacks)


def _golgi(part: Part, hue: str | None) -> Iterator[Shape]:
    """Four flat sacs, one above the other, bent."""
    for n, width in enumerate((0.62, 0.82, 0.9, 0.72)):
        y = -0.36 + 0.28 * n
        upper = [(-width, y + 0.14), (0.0, y), (width, y + 0.14)]
        lower = [(width, y + 0.26), (0.0, y + 0.13), (-width, y + 0.26)]
        sac = smooth([*upper, *lower], closed=True)
        yield _solid(part, sac, hue)


def _centrioles(part: Part, hue: str | None) -> Iterator[Shape]:
    """Two short barrels at a right angle, each with two lines along it."""
    yield _solid(part, polyline([(-0.75, -0.2), (0.12, -0.2), (0.12, 0.2), (-0.75, 0.2)], closed=True), hue)
    yield _solid(part, polyline([(0.3, -0.9), (0.7, -0.9), (0.7, -0.02), (0.3, -0.02)], closed=True), hue)
    for y in (-0.07, 0.07):
        yield _line(part, polyline([(-0.75, y), (0.12, y)]))
    for x in (0.43, 0.57):
        yield _line(part, polyline([(x, -0.9), (x, -0.02)]))


def _nucleoid(part: Part, hue: str | None) -> Iterator[Shape]:
    """A long loop in folds."""
    points = []
    for n in range(90):
        angle = math.tau * n / 90
        r = 0.62 + 0.26 * math.sin(7 * angle) + 0.1 * math.sin(3 * angle + 1)
        points.append((1.05 * r * math.cos(angle), 0.8 * r * math.sin(angle)))
    yield Shape(Role.LINE, _placed(part, smooth(points, closed=True)), hue)


def _plasmid(part: Part, hue: str | None) -> Iterator[Shape]:
    yield Shape(Role.LINE, _placed(part, arc((0, 0), 1.0)), hue)


_DRAWN: dict[str, Callable[[Part, str | None], Iterator[Shape]]] = {
    "nucleus": _nucleus,
    "nucleolus": _round,
    "lysosome": _round,
    "mitochondrion": _mitochondrion,
    "chloroplast": _chloroplast,
    "vacuole": _vacuole,
    "Golgi apparatus": _golgi,
    "centrioles": _centrioles,
    "nucleoid": _nucleoid,
    "plasmid": _plasmid,
}


def _letter(cell: Cell, letter: str, index: int) -> Thing:
    """Return a line from a part to its letter, with a dot where it ends."""
    out, at = cell.letters_at[index], cell.parts[index].at
    end = (float(at[0]), float(at[1]))
    shapes = (Shape(Role.MARK, polyline([end, out])), Shape(Role.FULL, arc(end, _END)))
    return Thing(f"line {letter}", "label line", shapes, (Tag(letter, out, away_from=end),))
