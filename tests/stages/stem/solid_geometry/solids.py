"""Solids for tests."""

from fractions import Fraction
from random import Random

from vlcorpus.stages.stem.solid_geometry.shells import SHELLS
from vlcorpus.stages.stem.solid_geometry.solid import Shell, Solid
from vlcorpus.stages.stem.solid_geometry.space import View

VIEW = View((1, Fraction(1, 2), 0), (0, Fraction(1, 3), 1), (-3, 6, -2))
_LETTERS = {"A": (0, 0), "B": (1, 0), "C": (1, 1), "D": (0, 1)}


def box(width=4, depth=6, height=8) -> Solid:
    """Return the cuboid ABCD-EFGH; front face ABFE, seen from above and from the right."""
    low = {letter: (x * width, y * depth, 0) for letter, (x, y) in _LETTERS.items()}
    high = {chr(ord(name) + 4): (x, y, height) for name, (x, y, _) in low.items()}
    faces = ("ABCD", "EFGH", "DAEH", "ABFE", "BCGF", "CDHG")
    kind = "cube" if width == depth == height else "cuboid"
    return Solid(Random(1), Shell(kind, low | high, faces), VIEW)


def solid(name, seed=1) -> Solid:
    return Solid(Random(seed), SHELLS[name](Random(seed)), VIEW)
