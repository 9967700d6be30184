"""Solids to begin with: prisms, pyramids, frustums, an octahedron, in a few units."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from vlcorpus.stages.stem.solid_geometry.solid import Shell
from vlcorpus.stages.stem.solid_geometry.space import Vector, plain

Build = Callable[[Random], Shell]
Base = list[tuple[int, int]]  # corners of a polygon on the ground, counter-clockwise seen from above
SHELLS: dict[str, Build] = {}

# Letters of the base, and of what lies above it.
_LETTERS = (("ABCDEF", "GHJKLM"), ("PQRSTU", "VWXYZK"), ("KLMNPQ", "RSTUVW"), ("DEFGHJ", "KLMNPQ"))
_APEXES = "PSVT"
_TRIANGLES: tuple[Base, ...] = ([(0, 0), (7, 0), (2, 6)], [(0, 0), (6, 0), (6, 6)], [(0, 2), (7, 0), (5, 7)])
_PENTAGON: Base = [(2, 0), (6, 0), (8, 4), (4, 8), (0, 4)]
_HEXAGON: Base = [(1, 0), (6, 0), (9, 4), (8, 8), (3, 8), (0, 4)]


def shell(build: Build) -> Build:
    SHELLS[build.__name__] = build
    return build


@shell
def cube(random: Random) -> Shell:
    side = 2 * random.randint(2, 6)
    return _prism("cube", _rectangle(side, side), side, random)


@shell
def cuboid(random: Random) -> Shell:
    width, depth, height = random.sample((4, 6, 8, 10, 12), 3)
    return _prism("cuboid", _rectangle(width, depth), height, random)


@shell
def square_prism(random: Random) -> Shell:
    """A cuboid on a square."""
    side, height = random.sample((4, 6, 8, 10), 2)
    return _prism("cuboid", _rectangle(side, side), height, random)


@shell
def triangular_prism(random: Random) -> Shell:
    return _prism("triangular prism", random.choice(_TRIANGLES), random.randint(5, 9), random)


@shell
def lying_prism(random: Random) -> Shell:
    """A triangular prism on one of its rectangles, as a tent stands."""
    width, height, depth = random.randint(5, 8), random.randint(4, 7), random.randint(6, 10)
    top = random.randint(1, width - 1)
    front: list[Vector] = [(0, 0, 0), (width, 0, 0), (top, 0, height)]
    lower, upper = random.choice(_LETTERS)
    letters = lower[:3] + (upper[:3] if lower != "ABCDEF" else "DEF")
    behind = [(x, y + depth, z) for x, y, z in front]
    vertices = dict(zip(letters, [*front, *behind], strict=True))
    return Shell("triangular prism", vertices, _prism_faces(letters[:3], letters[3:]))


@shell
def pentagonal_prism(random: Random) -> Shell:
    return _prism("pentagonal prism", _PENTAGON, random.randint(6, 10), random)


@shell
def hexagonal_prism(random: Random) -> Shell:
    return _prism("hexagonal prism", _HEXAGON, random.randint(6, 10), random)


@shell
def triangular_pyramid(random: Random) -> Shell:
    base = random.choice(_TRIANGLES)
    return _pyramid("triangular pyramid", base, _above(base), random.randint(5, 9), random)


@shell
def upright_edge_pyramid(random: Random) -> Shell:
    """A pyramid of which one edge stands upright on its base."""
    side, depth = random.randint(5, 8), random.randint(5, 8)
    base = _rectangle(side, depth)
    corner = random.choice(base)
    return _pyramid("quadrangular pyramid", base, corner, random.randint(6, 9), random)


@shell
def quadrangular_pyramid(random: Random) -> Shell:
    base = _rectangle(2 * random.randint(3, 4), 2 * random.randint(3, 5))
    return _pyramid("quadrangular pyramid", base, _above(base), random.randint(5, 10), random)


@shell
def pentagonal_pyramid(random: Random) -> Shell:
    base = _wide(_PENTAGON)
    return _pyramid("pentagonal pyramid", base, _above(base), random.randint(7, 11), random)


@shell
def hexagonal_pyramid(random: Random) -> Shell:
    base = _wide(_HEXAGON)
    return _pyramid("hexagonal pyramid", base, _above(base), random.randint(8, 14), random)


@shell
def triangular_frustum(random: Random) -> Shell:
    return _frustum("triangular frustum", random.choice(_TRIANGLES), random)


@shell
def quadrangular_frustum(random: Random) -> Shell:
    base = _rectangle(2 * random.randint(4, 5), 2 * random.randint(4, 5))
    return _frustum("quadrangular frustum", base, random)


@shell
def octahedron(random: Random) -> Shell:
    half, height = random.randint(3, 5), random.randint(4, 6)
    middle: list[Vector] = [(-half, -half, 0), (half, -half, 0), (half, half, 0), (-half, half, 0)]
    letters = random.choice(("ABCDEF", "PQRSTU", "KLMNPQ"))
    vertices = dict(zip(letters, [*middle, (0, 0, height), (0, 0, -height)], strict=True))
    around = [letters[n] + letters[(n + 1) % 4] for n in range(4)]
    return Shell("octahedron", vertices, tuple(side + apex for side in around for apex in letters[4:]))


def _prism(kind: str, base: Base, height: int, random: Random) -> Shell:
    lower, upper = random.choice(_LETTERS)
    if lower == "ABCDEF":  # books go on with the next letter: ABC-DEF, ABCD-EFGH
        upper = "ABCDEFGHJKLM"[len(base) :]
    lower, upper = lower[: len(base)], upper[: len(base)]
    return Shell(kind, _layer(lower, base, 0) | _layer(upper, base, height), _prism_faces(lower, upper))


def _pyramid(kind: str, base: Base, below: tuple[Fraction | int, ...], height: int, random: Random) -> Shell:
    lower = random.choice(_LETTERS)[0][: len(base)]
    apex = random.choice([letter for letter in _APEXES if letter not in lower])
    sides = tuple(lower[n - 1] + lower[n] + apex for n in range(len(base)))
    return Shell(kind, _layer(lower, base, 0) | {apex: plain((below[0], below[1], height))}, (lower, *sides))


def _frustum(kind: str, base: Base, random: Random) -> Shell:
    x, y = _above(base)
    part = random.choice((Fraction(1, 2), Fraction(3, 5), Fraction(2, 5)))
    lower, upper = random.choice(_LETTERS)
    if lower == "ABCDEF":
        upper = "ABCDEFGHJKLM"[len(base) :]
    lower, upper = lower[: len(base)], upper[: len(base)]
    height = random.randint(4, 7)
    top = {
        letter: plain((x + (u - x) * part, y + (v - y) * part, height))
        for letter, (u, v) in zip(upper, base, strict=True)
    }
    return Shell(kind, _layer(lower, base, 0) | top, _prism_faces(lower, upper))


def _prism_faces(lower: str, upper: str) -> tuple[str, ...]:
    sides = (lower[n - 1] + lower[n] + upper[n] + upper[n - 1] for n in range(len(lower)))
    return (lower, upper, *sides)


def _layer(letters: str, base: Base, height: int) -> dict[str, Vector]:
    return {letter: (x, y, height) for letter, (x, y) in zip(letters, base, strict=True)}


def _rectangle(width: int, depth: int) -> Base:
    return [(0, 0), (width, 0), (width, depth), (0, depth)]


def _wide(base: Base) -> Base:
    """Return a base so wide that edges of a pyramid on it lie apart in the image."""
    return [(2 * x, 2 * y) for x, y in base]


def _above(base: Base) -> tuple[Fraction, Fraction]:
    xs, ys = zip(*base, strict=True)
    return Fraction(sum(xs), len(base)), Fraction(sum(ys), len(base))
