"""Where the nodes of a network stand: in a circle, in rows, in a grid, scattered, or as a tree."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit

_TRIES = 200  # places drawn at random before it is clear that there is no room


def circle(names: Sequence[str], radius: float, turn: float = math.pi / 2) -> dict[str, Point]:
    """Return them clockwise from an angle, in radians: the top."""
    return {
        name: (
            radius * math.cos(turn - k * math.tau / len(names)),
            radius * math.sin(turn - k * math.tau / len(names)),
        )
        for k, name in enumerate(names)
    }


def rows(names: Sequence[Sequence[str]], width: float, height: float) -> dict[str, Point]:
    """Return the rows from the top down; each is spread over the width, between equal margins."""
    step = height / max(1, len(names) - 1)
    return {
        name: (width * ((k + 0.5) / len(row) - 0.5), height / 2 - number * step)
        for number, row in enumerate(names)
        for k, name in enumerate(row)
    }


def turned(places: Mapping[str, Point]) -> dict[str, Point]:
    """Return what stood in rows from the top down in columns from the left."""
    return {name: (-y, -x) for name, (x, y) in places.items()}


def jittered(places: Mapping[str, Point], random: Random, stray: float) -> dict[str, Point]:
    return {
        name: (x + random.uniform(-stray, stray), y + random.uniform(-stray, stray))
        for name, (x, y) in places.items()
    }


def scattered(
    names: Sequence[str], random: Random, size: tuple[float, float], apart: float
) -> dict[str, Point]:
    """Return places at random, `apart` from each other. Raises Unfit where there is no room for all."""
    places: dict[str, Point] = {}
    for name in names:
        places[name] = free_place(places.values(), random, size, apart)
    return places


def free_place(taken: Iterable[Point], random: Random, size: tuple[float, float], apart: float) -> Point:
    """Return a place at random, `apart` from those that are taken. Raises Unfit where there is no room."""
    others = list(taken)
    for _ in range(_TRIES):
        place = (random.uniform(-0.5, 0.5) * size[0], random.uniform(-0.5, 0.5) * size[1])
        if all(math.dist(place, other) >= apart for other in others):
            return place
    raise Unfit("there is no room for another node")


def tree(root: str, children: Mapping[str, Sequence[str]], across: float, down: float) -> dict[str, Point]:
    """Return a tree from its root down: leaves `across` from each other, parents above their children.

    A child `""` keeps the place of one that is not there.
    """
    places: dict[str, Point] = {}
    n_leaves = 0

    def put(name: str, depth: int) -> float:
        nonlocal n_leaves
        xs = [put(child, depth + 1) for child in children.get(name, ())]
        if not xs:
            xs = [n_leaves * across]
            n_leaves += 1
        x = (xs[0] + xs[-1]) / 2
        if name:
            places[name] = (x, -depth * down)
        return x

    put(root, 0)
    return places


def rounded(places: Mapping[str, Point]) -> dict[str, tuple[int, int]]:
    return {name: (round(x), round(y)) for name, (x, y) in places.items()}
