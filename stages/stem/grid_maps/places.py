"""What can be pointed at on a map: squares by their names or by what is in them, corners, regions."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.scene import ExactPoint
from vlcorpus.stages.stem.grid_maps.grid import SIDE, Grid, Square

_SQUARE_VALUED = frozenset(("start", "end", "arrive"))
_STRIDE = 5  # each so many squares, and corners, can be pointed at by name


def places(grid: Grid, claims: Iterable[Claim]) -> dict[Expression, ExactPoint]:
    squares = {grid.name(square): square for square in grid.squares}
    found: dict[Expression, ExactPoint] = {}
    for name, square in grid.landmarks.items():
        found["place", name] = _middle(square)
    for square in grid.squares[::_STRIDE]:
        found["place", grid.name(square)] = _middle(square)
        x, y = square
        around = [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)]
        if all(map(grid.is_inside, around)):
            found["corner", *map(grid.name, around)] = _exact(x + 1, y + 1)
    for (a, p), (b, q) in combinations(grid.landmarks.items(), 2):
        if p[0] == q[0] or p[1] == q[1]:
            found["halfway", a, b] = _exact(Fraction(p[0] + q[0] + 1, 2), Fraction(p[1] + q[1] + 1, 2))
    for name, region in grid.regions.items():
        found["region", name] = _middle(min(region))
    for claim in claims:
        if claim.operation in _SQUARE_VALUED:
            found[claim.expression] = _middle(squares[claim.value])
        elif claim.operation == "nearest":
            found[claim.expression] = _middle(grid.landmarks[claim.value])
    return found


def _middle(square: Square) -> ExactPoint:
    return _exact(square[0] + Fraction(1, 2), square[1] + Fraction(1, 2))


def _exact(x: int | Fraction, y: int | Fraction) -> ExactPoint:
    """Return the place at so many sides to the right, and up."""
    return ExactPoint((str(x * SIDE), str(y * SIDE)), (float(x * SIDE), float(y * SIDE)))
