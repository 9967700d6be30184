"""Scenes of nets of a cube: which squares come to lie opposite each other is found by rolling the cube."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import ExactPoint, Role, Scene, Shape, Tag, Thing

Square = tuple[int, int]  # column, row, upwards
_HALF = Fraction(1, 2)
_ALPHABETS = ("ABCDEF", "PQRSTU", "KLMNPQ", "UVWXYZ")
# The eleven nets, row by row from the top; each stands for those that are turned and mirrored.
_NETS = (
    ("#...", "####", "#..."),
    ("#...", "####", ".#.."),
    ("#...", "####", "..#."),
    ("#...", "####", "...#"),
    (".#..", "####", ".#.."),
    (".#..", "####", "..#."),
    ("##...", ".###.", ".#..."),
    ("##...", ".###.", "..#.."),
    ("##...", ".###.", "...#."),
    ("##..", ".##.", "..##"),
    ("###..", "..###"),
)


def nets(random: Random) -> Scene:
    squares = _turned(random, random.choice(_NETS))
    random.shuffle(squares)
    net = dict(zip(random.choice(_ALPHABETS), squares, strict=True))
    return Scene(
        family="nets",
        steps=("cube_net",),
        names=tuple(net),
        truth={"net": {letter: list(square) for letter, square in net.items()}},
        things=tuple(_things(net)),
        claims=tuple(_claims(net)),
        places={("square", letter): _middle(square) for letter, square in net.items()},
    )


def opposites(squares: list[Square]) -> dict[Square, Square]:
    """Return which squares lie opposite each other: a cube is rolled over the net, and prints its faces."""
    start = squares[0]
    # Faces by numbers, so that opposite ones add up to 5: below, right, ahead; then what lies opposite.
    printed: dict[Square, int] = {}
    pending = [(start, (0, 1, 2))]
    while pending:
        (x, y), (below, right, ahead) = pending.pop()
        if (x, y) in printed:
            continue
        printed[x, y] = below
        rolled = {
            (x + 1, y): (right, 5 - below, ahead),
            (x - 1, y): (5 - right, below, ahead),
            (x, y + 1): (ahead, right, 5 - below),
            (x, y - 1): (5 - ahead, right, below),
        }
        pending += [(square, faces) for square, faces in rolled.items() if square in squares]
    by_face = {face: square for square, face in printed.items()}
    return {square: by_face[5 - face] for square, face in printed.items()}


def _turned(random: Random, rows: tuple[str, ...]) -> list[Square]:
    found = [(x, -y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "#"]
    for _ in range(random.randrange(4)):
        found = [(-y, x) for x, y in found]
    if random.random() < 0.5:
        found = [(-x, y) for x, y in found]
    left, low = min(x for x, _ in found), min(y for _, y in found)
    return [(x - left, y - low) for x, y in found]


def _things(net: dict[str, Square]) -> Iterator[Thing]:
    for letter, (x, y) in net.items():
        outline = polyline([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], closed=True)
        tag = Tag(letter, (x + 0.5, y + 0.5), is_centered=True)
        yield Thing(f"square {letter}", "square", (Shape(Role.LINE, outline),), (tag,))


def _claims(net: dict[str, Square]) -> Iterator[Claim]:
    everything = tuple(f"square {letter}" for letter in net)
    opposite = opposites(list(net.values()))
    letters = {square: letter for letter, square in net.items()}
    for letter, square in net.items():
        other = letters[opposite[square]]
        rivals = tuple(one for one in net if one not in (letter, other))
        yield Claim(("opposite", letter), other, everything, rivals)
        in_row = sum(y == square[1] for _, y in net.values())
        yield Claim(("row_of", letter), str(in_row), everything, _others(in_row))
    for one, other in combinations(net, 2):
        is_opposite = opposite[net[one]] == net[other]
        yield Claim(("neighbours", one, other), truth_value(not is_opposite), everything)
        (x, y), (u, v) = net[one], net[other]
        touch = abs(x - u) + abs(y - v) == 1
        yield Claim(("touch", one, other), truth_value(touch), (f"square {one}", f"square {other}"))


def _middle(square: Square) -> ExactPoint:
    x, y = square[0] + _HALF, square[1] + _HALF
    return ExactPoint((str(x), str(y)), (float(x), float(y)))


def _others(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(1, 6) if other != count)
