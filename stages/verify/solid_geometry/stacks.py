"""Stacks of unit cubes, in rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.radicals import rational
from vlcorpus.stages.verify.solid_geometry.space import Vector, dot, read_vector


@dataclass(frozen=True)
class Stacks:
    heights: tuple[tuple[int, ...], ...]  # the hindmost row first, each from left to right
    letters: Mapping[str, tuple[int, int]]
    across: Vector
    up: Vector

    def height(self, letter: str) -> int:
        if letter not in self.letters:
            raise Unknown(f"there is no stack {letter!r}")
        row, column = self.letters[letter]
        return self.heights[row][column]


def count(stacks: Stacks, what: str) -> str:
    every = [height for row in stacks.heights for height in row]
    counts = {"cubes": sum(every), "stacks": sum(map(bool, every)), "layers": max(every)}
    if what not in counts:
        raise Unknown(f"nothing says what {what!r} are")
    return str(counts[what])


def height(stacks: Stacks, a: str) -> str:
    return str(stacks.height(a))


def higher(stacks: Stacks, a: str, b: str) -> str:
    one, other = stacks.height(a), stacks.height(b)
    if one == other:
        raise Unknown(f"{a} and {b} are as high")
    return a if one > other else b


def same_height(stacks: Stacks, a: str, b: str) -> str:
    if a == b:
        raise Unknown(f"{a} is one stack")
    return truth_value(stacks.height(a) == stacks.height(b))


def squares(stacks: Stacks, side: str) -> str:
    if side == "top":
        return count(stacks, "stacks")
    return str(sum(_columns(stacks, side)))


def columns(stacks: Stacks, side: str) -> str:
    return ", ".join(map(str, _columns(stacks, side)))


def _columns(stacks: Stacks, side: str) -> list[int]:
    """From the left, the hindmost row is on the left hand."""
    match side:
        case "front":
            return [max(column) for column in zip(*stacks.heights, strict=True)]
        case "left":
            return list(map(max, stacks.heights))
    raise Unknown(f"nobody looks from {side!r}")


def stack(stacks: Stacks, a: str) -> tuple[float, float]:
    height_ = stacks.height(a)
    row, column = stacks.letters[a]
    half = Fraction(1, 2)
    top = Vector(rational(column + half), rational(len(stacks.heights) - row - half), rational(height_))
    return float(dot(stacks.across, top)), float(dot(stacks.up, top))


def read_stacks(truth: Mapping[str, Any]) -> Stacks:
    """Raises Contradiction for stacks that cannot be."""
    try:
        stacks = Stacks(
            tuple(tuple(map(int, row)) for row in truth["heights"]),
            {name: (int(row), int(column)) for name, (row, column) in truth.get("letters", {}).items()},
            read_vector(truth["view"]["across"]),
            read_vector(truth["view"]["up"]),
        )
        if len(set(map(len, stacks.heights))) != 1 or not all(stacks.heights):
            raise ValueError("rows of different lengths")
        if min(map(min, stacks.heights)) < 0 or not any(map(max, stacks.heights)):
            raise ValueError("there are no cubes")
        if any(min(at) < 0 or stacks.height(name) < 1 for name, at in stacks.letters.items()):
            raise ValueError("a letter on no stack")
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise Contradiction(f"no stacks: {error!r}") from error
    return stacks
