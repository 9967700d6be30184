"""Figures for the tests of the oracle: by hand from words, and by chance from simple code of their own."""

import random
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem.plane_geometry import COUNTED
from vlcorpus.stages.verify.oracle import Oracle, Unknown
from vlcorpus.stages.verify.plane_geometry.oracle import PlaneGeometry

UNKNOWN = "?"


def truth(
    places: str,
    *,
    polygons: str = "",
    segments: str = "",
    helpers: str = "",
    circles: Mapping[str, tuple[str, str, str]] | None = None,
    centers: Mapping[str, str] | None = None,
    right_marks: str = "",
    arcs: Mapping[str, int] | None = None,
    ticks: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """Return a truth from words: places `A 0 0, B 4 0`, names `ABC ABD`, circles by x, y, radius squared."""
    return {
        "points": {name: [x, y] for name, x, y in (place.split() for place in places.split(","))},
        "polygons": [list(name) for name in polygons.split()],
        "segments": [list(name) for name in segments.split()],
        "helpers": [list(name) for name in helpers.split()],
        "circles": {
            name: {"center": [x, y], "radius_squared": square}
            for name, (x, y, square) in (circles or {}).items()
        },
        "centers": dict(centers or {}),
        "right_marks": [list(name) for name in right_marks.split()],
        "arcs": [[list(name), n] for name, n in (arcs or {}).items()],
        "ticks": [[list(name), n] for name, n in (ticks or {}).items()],
    }


def answer(oracle: Oracle, expression: Expression) -> str:
    """Return the value, or `?` where there is none."""
    try:
        return oracle.value(expression)
    except Unknown:
        return UNKNOWN


def say(figure: dict[str, Any], *expression: Expression) -> str:
    return answer(PlaneGeometry(figure), expression)


# By chance. The y axis is stretched by a root, so that many figures have roots in their coordinates, and
# equilateral triangles, regular hexagons and squares all occur.

Place = tuple[Fraction, Fraction]
SHAPES = [  # corners on a grid, and the stretch with which they are something special
    ("-1 0 1 0 0 1", 3),  # equilateral
    ("0 0 4 0 0 3", 1),
    ("0 0 2 0 0 2", 1),
    ("-2 0 2 0 0 3", 2),
    ("0 0 5 1 2 4", 5),
    ("0 0 2 0 2 2 0 2", 1),
    ("0 0 3 0 3 1 0 1", 2),
    ("-2 0 0 -1 2 0 0 1", 3),
    ("0 0 4 0 5 2 1 2", 1),
    ("0 -3 2 0 0 1 -2 0", 1),
    ("-2 0 0 -1 2 0 0 4", 5),
    ("-3 0 3 0 2 1 -2 1", 5),
    ("0 0 5 0 3 2 0 2", 2),
    ("0 0 5 0 3 2 1 3", 1),
    ("2 0 1 1 -1 1 -2 0 -1 -1 1 -1", 3),  # regular hexagon
    ("0 0 5 0 3 2 1 2", 3),
    ("0 0 3 0 4 2 2 4 -1 2", 2),
    ("-2 0 0 1 2 0 0 4", 1),  # dart
]


class Draft:
    """A figure in the making: rational places, to be stretched by sqrt(stretch) when it is written."""

    def __init__(self, rng: random.Random):
        shape, self.stretch = rng.choice(SHAPES)
        numbers = iter(map(Fraction, shape.split()))
        corners = list(zip(numbers, numbers, strict=True))
        self.rng = rng
        self.points: dict[str, Place] = dict(zip("ABCDEF", corners, strict=False))
        self.polygon = "".join(self.points)
        self.segments: list[str] = []
        self.circles: dict[str, tuple[Place, Fraction]] = {}

    def dot(self, u: Place, v: Place) -> Fraction:
        return u[0] * v[0] + self.stretch * u[1] * v[1]

    def way(self, start: str, end: str) -> Place:
        (a, b), (c, d) = self.points[start], self.points[end]
        return c - a, d - b

    def square(self, pair: str) -> Fraction:
        return self.dot(self.way(*pair), self.way(*pair))

    def add(self, place: Place) -> str | None:
        """Name a new place. Return nothing where a point is already."""
        if place in self.points.values():
            return None
        name = next(letter for letter in "GHIJKLMNPQRST" if letter not in self.points)
        self.points[name] = place
        return name

    def add_between(self) -> None:
        """A midpoint, a foot of a perpendicular, or a third, joined to another point."""
        a, b, c = self.rng.sample(sorted(self.points), 3)
        (x, y), (u, v) = self.points[a], self.way(a, b)
        foot = self.dot(self.way(a, c), (u, v)) / self.dot((u, v), (u, v))
        share = self.rng.choice([Fraction(1, 2), foot, Fraction(1, 3)])
        name = self.add((x + share * u, y + share * v))
        if name:
            self.segments += [c + name, a + b] if self.rng.random() < 0.7 else [a + b]

    def add_crossing(self) -> None:
        """The point in which the lines of two pairs cross."""
        a, b, c, d = self.rng.sample(sorted(self.points), 4) if len(self.points) > 3 else "AABB"
        (x, y), (u, v), (s, t) = self.points[a], self.way(a, b), self.way(c, d)
        area = u * t - v * s
        if area:
            p, q = self.way(a, c)
            share = (p * t - q * s) / area
            if self.add((x + share * u, y + share * v)):
                self.segments += [a + b, c + d]

    def add_circle(self) -> None:
        """Around a point: through another, touching a line, of any size; or over a diameter."""
        a, b, c = self.rng.sample(sorted(self.points), 3)
        u, v = self.way(b, c), self.way(b, a)
        area = u[0] * v[1] - u[1] * v[0]
        touching = self.stretch * area * area / self.dot(u, u)
        square = self.rng.choice([self.square(a + b), touching, Fraction(2), self.square(a + c) / 4])
        place = self.points[a]
        if self.rng.random() < 0.3:
            (x, y), (u, v) = self.points[b], self.points[c]
            place, square = ((x + u) / 2, (y + v) / 2), self.square(b + c) / 4
            self.segments.append(b + c)
        if square:
            self.circles[f"circle {a}{len(self.circles)}"] = (place, square)

    def written(self) -> dict[str, Any]:
        root = f"*sqrt({self.stretch})" if self.stretch > 1 else ""
        drawn = [pair for pair in self.segments if len(set(pair)) == 2]
        equal = self.rng.choice([self.square(pair) for pair in drawn] or [Fraction(0)])
        return {
            "points": {name: [str(x), f"({y}){root}"] for name, (x, y) in self.points.items()},
            "polygons": [list(self.polygon)],
            "segments": [list(pair) for pair in drawn[::2]],
            "helpers": [list(pair) for pair in drawn[1::2]],
            "circles": {
                name: {"center": [str(x), f"({y}){root}"], "radius_squared": str(square)}
                for name, ((x, y), square) in self.circles.items()
            },
            "centers": {},
            "right_marks": [],
            "arcs": [[list(name), i + 1] for i, name in enumerate(self.corners()[:2])],
            "ticks": [[list(pair), 2] for pair in drawn if self.square(pair) == equal],
        }

    def corners(self) -> list[str]:
        """Return angles of the polygon, and of it and a segment that ends in one of its corners."""
        n, names = len(self.polygon), []
        for i, vertex in enumerate(self.polygon):
            ends = {
                (set(pair) - {vertex}).pop()
                for pair in self.segments
                if vertex in pair and len(set(pair)) == 2
            }
            arms = sorted({self.polygon[i - 1], self.polygon[(i + 1) % n]} | ends)
            for one, other in combinations(arms, 2):
                (p, q), (r, s) = self.way(vertex, one), self.way(vertex, other)
                if p * s != q * r:
                    names.append(one + vertex + other)
        self.rng.shuffle(names)
        return names


def random_truth(seed: int) -> dict[str, Any]:
    rng = random.Random(seed)
    draft = Draft(rng)
    for _ in range(rng.randrange(1, 4)):
        rng.choice([draft.add_between, draft.add_crossing])()
    for _ in range(rng.randrange(0, 3)):
        draft.add_circle()
    return draft.written()


def expressions(figure: dict[str, Any], seed: int, n_each: int) -> list[Expression]:
    """Return up to so many expressions of each operation, with names that are in the figure, drawn or not."""
    rng = random.Random(seed)
    points, circles = sorted(figure["points"]), sorted(figure["circles"])
    pairs = ["".join(pair) for pair in permutations(points, 2)]
    corners = ["".join(three) for three in permutations(points, 3)]
    own = "".join(figure["polygons"][0])
    polygons = [own, own[1:] + own[0], own[::-1], *rng.sample(corners, min(9, len(corners)))]
    polygons += ["".join(rng.sample(points, 4)) for _ in range(3) if len(points) > 3]
    arms = [
        left + own[i] + right
        for i in range(len(own))
        for left, right in [(own[i - 1], own[i - len(own) + 1])]
    ]
    angles = arms + rng.sample(corners, min(9, len(corners)))
    outline = [own[i - 1] + own[i] for i in range(len(own))]
    drawn = ["".join(names) for names in figure["segments"] + figure["helpers"]] + outline
    some = drawn + rng.sample(pairs, len(drawn))
    kinds: dict[str, list[list[str]]] = {
        "on": [points, drawn],
        "midpoint": [drawn],
        "meet": [drawn, drawn],
        "parallel": [drawn, some],
        "perpendicular": [drawn, some],
        "equal": [drawn, some],
        "longer": [drawn, some],
        "longest_side": [polygons],
        "largest_angle": [polygons],
        "kind": [polygons],
        "angle_kind": [angles],
        "center": [circles],
        "role": [some, circles],
        "position": [points, circles + polygons],
        "inscribed": [polygons, circles],
        "touches": [circles, polygons],
        "circles": [circles, circles],
        "arcs": [angles],
        "ticks": [some],
        "count": [list(COUNTED)],
    }
    return [
        (operation, *map(rng.choice, names))
        for operation, names in kinds.items()
        if all(names)
        for _ in range(n_each)
    ]
