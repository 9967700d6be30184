"""Scenes of stacked unit cubes, in which no stack is hidden: how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import ExactPoint, Role, Scene, Shape, Tag, Thing, Unfit
from vlcorpus.stages.stem.solid_geometry.polyhedra import exact
from vlcorpus.stages.stem.solid_geometry.space import Vector, View, oblique

Heights = list[list[int]]  # rows of stacks from left to right, the hindmost row first
Letters = dict[str, tuple[int, int]]
_ALPHABETS = ("ABCDEFGH", "PQRSTUVW", "KLMNPQRS")
_HALF = Fraction(1, 2)
MAX_HEIGHT = 4
MIN_CUBES = 4


def stacks(random: Random) -> Scene:
    heights = _heights(random)
    view = oblique(random)
    if view.across[1] < 0:  # seen from the left then: there lower stacks stand on the left
        heights = [row[::-1] for row in heights]
    letters = _letters(random, heights)
    seen = tuple(f"stack {row} {column}" for row, column in _standing(heights))
    return Scene(
        family="stacks",
        steps=("unit_cubes", *(["lettered_stacks"] if letters else [])),
        names=tuple(letters),
        truth={
            "heights": heights,
            "letters": {letter: list(at) for letter, at in letters.items()},
            "view": view.truth,
        },
        things=tuple(_things(heights, letters, view)),
        claims=(*_claims(heights, seen), *_letter_claims(heights, letters)),
        places={
            ("stack", letter): _on_top(heights, view, row, column)
            for letter, (row, column) in letters.items()
        },
    )


def _heights(random: Random) -> Heights:
    """Return stacks none of which is higher than one behind it, or beside it to the left."""
    n_rows, n_columns = random.randint(2, 3), random.randint(2, 4)
    heights: Heights = []
    for row in range(n_rows):
        heights.append([])
        for column in range(n_columns):
            most = min(
                [MAX_HEIGHT]
                + ([heights[row - 1][column]] if row else [])
                + ([heights[row][column - 1]] if column else [])
            )
            least = 1 if row + column == 0 else 0
            heights[row].append(random.randint(max(least, most - 2), most))
    if sum(map(sum, heights)) < MIN_CUBES:
        raise Unfit("there are few cubes")
    return heights


def _letters(random: Random, heights: Heights) -> Letters:
    standing = _standing(heights)
    wanted = random.randint(0 if random.random() < 0.2 else 2, 6)
    chosen = random.sample(standing, min(wanted, len(standing)))
    return dict(zip(random.choice(_ALPHABETS), chosen, strict=False))


def _standing(heights: Heights) -> list[tuple[int, int]]:
    return [(r, c) for r, row in enumerate(heights) for c, height in enumerate(row) if height]


def _things(heights: Heights, letters: Letters, view: View) -> Iterator[Thing]:
    names = {at: letter for letter, at in letters.items()}
    for row, column in _standing(heights):
        shapes = tuple(_faces(heights, row, column, view))
        letter = names.get((row, column))
        at = _on_top(heights, view, row, column).at
        tags = (Tag(letter, at, is_centered=True),) if letter else ()
        yield Thing(f"stack {row} {column}", "stack of cubes", shapes, tags)


def _faces(heights: Heights, row: int, column: int, view: View) -> Iterator[Shape]:
    """Yield the outlines of the unit squares of a stack that are seen: its top, its front, one side."""
    x, y, height = column, len(heights) - 1 - row, heights[row][column]
    side = 1 if view.across[1] > 0 else -1
    before = heights[row + 1][column] if row + 1 < len(heights) else 0
    beside = heights[row][column + side] if 0 <= column + side < len(heights[row]) else 0
    squares: list[list[Vector]] = [
        [(x, y, height), (x + 1, y, height), (x + 1, y + 1, height), (x, y + 1, height)]
    ]
    for z in range(before, height):
        squares.append([(x, y, z), (x + 1, y, z), (x + 1, y, z + 1), (x, y, z + 1)])
    edge = x + (side > 0)
    for z in range(beside, height):
        squares.append([(edge, y, z), (edge, y + 1, z), (edge, y + 1, z + 1), (edge, y, z + 1)])
    for square in squares:
        yield Shape(Role.LINE, polyline([view.drawn(corner) for corner in square], closed=True))


def _claims(heights: Heights, seen: tuple[str, ...]) -> Iterator[Claim]:
    columns = [max(column) for column in zip(*heights, strict=True)]
    rows = [max(row) for row in heights]  # who stands on the left has the hindmost row to his left
    counts = {
        "cubes": sum(map(sum, heights)),
        "stacks": len(seen),
        "layers": max(columns),
    }
    for what, number in counts.items():
        yield Claim(("count", what), str(number), seen, _near(number))
    for side, number in (("front", sum(columns)), ("left", sum(rows)), ("top", len(seen))):
        yield Claim(("squares", side), str(number), seen, _near(number))
    for side, view in (("front", columns), ("left", rows)):
        others = {_written(view[::-1]), _written(columns), _written(rows), _written([*view[1:], view[0]])}
        rivals = tuple(sorted(others - {_written(view)}))
        yield Claim(("columns", side), _written(view), seen, rivals)


def _letter_claims(heights: Heights, letters: Letters) -> Iterator[Claim]:
    tall = {letter: heights[row][column] for letter, (row, column) in letters.items()}
    seen = {letter: f"stack {row} {column}" for letter, (row, column) in letters.items()}
    for letter, height in tall.items():
        yield Claim(("height", letter), str(height), (seen[letter],), _near(height))
    for one, other in combinations(letters, 2):
        both = (seen[one], seen[other])
        yield Claim(("same_height", one, other), truth_value(tall[one] == tall[other]), both)
        if tall[one] != tall[other]:
            higher, lower = (one, other) if tall[one] > tall[other] else (other, one)
            yield Claim(("higher", one, other), higher, both, (lower,))


def _on_top(heights: Heights, view: View, row: int, column: int) -> ExactPoint:
    return exact(view, (column + _HALF, len(heights) - 1 - row + _HALF, heights[row][column]))


def _written(columns: list[int]) -> str:
    return ", ".join(map(str, columns))


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(1, count - 2), count + 4) if other != count)
