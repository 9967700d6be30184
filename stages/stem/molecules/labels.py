"""What is written for each atom, which way it goes on, and the box that it takes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rdkit import Chem

from vlcorpus.schemas.scenes.path import Point

HALF = 24.0  # half the width, and the height, of the box of a letter
_LETTER, _INDEX = 42.0, 26.0  # widths of further ones
STACKED = 54.0  # height of `H₂` above or below the letter
_FREE = math.radians(62)  # from a side to the nearest bond, so that letters may stand there
_INDICES = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class Written:
    """A text of an atom. Of `H₃C` the pinned `C` is on the place."""

    text: str
    pin: str
    at: Point
    box: tuple[float, float, float, float]  # left, low, right, high


def atom_label(atom: Chem.Atom, places: Sequence[Point]) -> list[Written]:
    """Return what is written of an atom: its symbol with its hydrogens, in one text or in two."""
    x, y = places[atom.GetIdx()]
    symbol, hydrogens = atom.GetSymbol(), _hydrogens(atom.GetTotalNumHs())
    ways = [
        math.atan2(places[other.GetIdx()][1] - y, places[other.GetIdx()][0] - x)
        for other in atom.GetNeighbors()
    ]
    side = _free_side(ways) if hydrogens else "right"
    wide = HALF + (len(symbol) - 1) * _INDEX
    if side in ("above", "below"):
        up = STACKED if side == "above" else -STACKED
        half = _width(hydrogens) / 2
        second = Written(hydrogens, "H", (x, y + up), (x - half, y + up - HALF, x + half, y + up + HALF))
        return [Written(symbol, symbol, (x, y), (x - wide, y - HALF, x + wide, y + HALF)), second]
    extra = _width(hydrogens)
    if side == "left":
        text, box = f"{hydrogens}{symbol}", (x - wide - extra, y - HALF, x + wide, y + HALF)
    else:
        text, box = f"{symbol}{hydrogens}", (x - wide, y - HALF, x + wide + extra, y + HALF)
    return [Written(text, symbol, (x, y), box)]


def _hydrogens(n: int) -> str:
    return "" if n == 0 else "H" if n == 1 else f"H{str(n).translate(_INDICES)}"


def _width(hydrogens: str) -> float:
    return 0.0 if not hydrogens else _LETTER + _INDEX * (len(hydrogens) - 1)


def _free_side(ways: list[float]) -> str:
    """Return the side on which no bond is: right or left where that is possible."""
    for side, angle in (
        ("right", 0.0),
        ("left", math.pi),
        ("above", math.pi / 2),
        ("below", -math.pi / 2),
    ):
        if all(abs(math.remainder(way - angle, math.tau)) > _FREE - 1e-6 for way in ways):
            return side
    return "right"
