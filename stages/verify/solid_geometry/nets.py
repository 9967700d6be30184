"""The net of a cube, folded by rolling a cube over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

# A cube: which of its faces, 0 to 5, is below, to the north, to the east; opposite faces make 5.
Cube = tuple[int, int, int]
_ROLLS = {
    (0, 1): lambda below, north, east: (north, 5 - below, east),
    (0, -1): lambda below, north, east: (5 - north, below, east),
    (1, 0): lambda below, north, east: (east, north, 5 - below),
    (-1, 0): lambda below, north, east: (5 - east, north, below),
}


@dataclass(frozen=True)
class Net:
    squares: Mapping[str, tuple[int, int]]
    faces: Mapping[str, int]  # of the cube, which each square becomes

    def face(self, name: str) -> int:
        if name not in self.faces:
            raise Unknown(f"there is no square {name!r}")
        return self.faces[name]


def opposite(net: Net, a: str) -> str:
    wanted = 5 - net.face(a)
    return next(name for name, face in net.faces.items() if face == wanted)


def neighbours(net: Net, a: str, b: str) -> str:
    if a == b:
        raise Unknown(f"{a} is one square")
    return truth_value(net.face(a) + net.face(b) != 5)


def touch(net: Net, a: str, b: str) -> str:
    neighbours(net, a, b)
    (column, row), (other_column, other_row) = net.squares[a], net.squares[b]
    return truth_value(abs(column - other_column) + abs(row - other_row) == 1)


def row_of(net: Net, a: str) -> str:
    net.face(a)
    height = net.squares[a][1]
    columns = [column for column, row in net.squares.values() if row == height]
    if max(columns) - min(columns) >= len(columns):
        raise Unknown(f"the row of {a} has a gap")
    return str(len(columns))


def square(net: Net, a: str) -> tuple[float, float]:
    net.face(a)
    column, row = net.squares[a]
    return column + 0.5, row + 0.5


def read_net(truth: Mapping[str, Any]) -> Net:
    """Raises Contradiction for squares that are not the net of a cube."""
    try:
        squares = {name: (int(column), int(row)) for name, (column, row) in truth["net"].items()}
        faces = _folded(squares)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Contradiction(f"no net: {error!r}") from error
    if sorted(faces.values()) != list(range(6)):
        raise Contradiction("the squares do not fold to a cube")
    return Net(squares, faces)


def _folded(squares: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """Return which face of a cube comes to lie on each square when it is rolled from one to the next."""
    names = {at: name for name, at in squares.items()}
    start = next(iter(names), (0, 0))
    cubes: dict[tuple[int, int], Cube] = {start: (0, 1, 2)}
    pending = [start]
    while pending:
        column, row = pending.pop()
        for (across, up), roll in _ROLLS.items():
            at = (column + across, row + up)
            if at in names and at not in cubes:
                cubes[at] = roll(*cubes[column, row])
                pending.append(at)
    return {names[at]: below for at, (below, _, _) in cubes.items() if at in names}
