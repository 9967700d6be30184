"""What is seen in a figure without being told: which points lie on a line, inside an angle, on a circle.

Textbooks let a figure tell how its points lie, and never how long or how large something is. Here are also
the forms in which one thing has one name: the angle ABC is CBA, and DBC where D lies on ray BA.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, permutations
from typing import Any

from vlcorpus.stages.stem.plane_geometry.problems.sketch import NEAR, Sketch

Key = tuple[str, ...]
_SIDES = {"quadrilateral": 4, "pentagon": 5, "hexagon": 6}
_POLYGONS = {"parallelogram", "rhombus", "rectangle", "square", "regular_pentagon", "regular_hexagon"}


class Seen:
    """`found[operation]` lists the points of all that is seen, in every order in which it can be named."""

    def __init__(self, sketch: Sketch) -> None:
        self.at = {name: place.at for name, place in sketch.places.items()}
        self.lines = [sketch.on_line(line) for line in sketch.lines]
        self.circles = sketch.circles
        # No set is walked through: its order would be another in each process.
        self._joined = dict.fromkeys(pair for line in self.lines for pair in permutations(line, 2))
        self._line_of = {
            pair: min(line[0], line[-1]) + max(line[0], line[-1])
            for line in self.lines
            for pair in permutations(line, 2)
        }
        self._rays = self._find_rays()
        self._of_ray: dict[tuple[str, str], list[str]] = defaultdict(list)
        for (vertex, point), near in self._rays.items():
            self._of_ray[vertex, near].append(point)
        self._names: dict[str, list[str]] = {}
        self._keys: dict[tuple[str, tuple[str, ...]], Key | None] = {}
        self._indices: dict[tuple[str, tuple[int, ...]], dict[str, list[str]]] = {}
        triangles = list(self._triangles())
        found: dict[str, Iterable[str]] = {
            "between": [p + q + r for line in self.lines for p, q, r in _ordered(line)],
            "inside": list(self._inside()),
            "off": list(self._off()),
            "on": [name + center for center, on in self.circles.items() for name in on],
            "circle": list(self.circles),
            "diameter": list(self._diameters()),
            "triangle": triangles,
            # The same, where it does not matter which corners but the first are which, or which any are.
            "corner": [name for name in triangles if name[1] < name[2]],
            "outline": [name for name in triangles if name[0] < name[1] < name[2]],
            "connected": list(self._connected()),
            "around": list(self._around()),
            **{kind: self._convex(count) for kind, count in _SIDES.items()},
        }
        # No fact tells of it: that is None, where facts are found in the same way.
        self.found: dict[str, dict[str, Any]] = {kind: dict.fromkeys(names) for kind, names in found.items()}

    def _find_rays(self) -> dict[tuple[str, str], str]:
        """Return for a vertex and a point the nearest point on the drawn ray to it."""
        rays: dict[tuple[str, str], str] = {}
        for line in self.lines:
            for n, vertex in enumerate(line):
                for way in (line[n + 1 :], line[:n][::-1]):
                    for point in way:
                        near = rays.get((vertex, point), way[0])
                        rays[vertex, point] = min(near, way[0], key=lambda p: self._distance(vertex, p))
        return rays

    def _distance(self, a: str, b: str) -> float:
        return math.dist(self.at[a], self.at[b])

    # Names

    def ray(self, vertex: str, point: str) -> str | None:
        return self._rays.get((vertex, point))

    def rays(self, vertex: str) -> list[str]:
        return sorted({ray for (v, _), ray in self._rays.items() if v == vertex})

    def points_of_ray(self, vertex: str, ray: str) -> list[str]:
        return self._of_ray[vertex, ray]

    def is_joined(self, a: str, b: str) -> bool:
        return (a, b) in self._joined

    def index(self, operation: str, bound: tuple[int, ...]) -> dict[str, list[str]]:
        """Return the orders of what is seen by the letters at the bound places."""
        if (operation, bound) not in self._indices:
            self._indices[operation, bound] = indexed(self.found[operation], bound)
        return self._indices[operation, bound]

    def key(self, operation: str, arguments: tuple[str, ...]) -> Key | None:
        """Return the one form of what can be named in many; None for what the figure does not show."""
        asked = (operation, arguments)
        if asked not in self._keys:
            self._keys[asked] = self._key(operation, arguments)
        return self._keys[asked]

    def _key(self, operation: str, groups: tuple[str, ...]) -> Key | None:
        match operation, groups:
            case "length", (pair,):
                return (operation, _sorted(pair)) if (pair[0], pair[1]) in self._joined else None
            case ("angle", (angle,)) | ("bisector", (_, angle)):
                if (named := self._angle(angle)) is None:
                    return None
                if operation == "angle":
                    return operation, named
                near = self.ray(angle[1], groups[0][1])
                return (operation, angle[1] + near, named) if near else None
            case "equal_angles", (one, other):
                first, second = self._angle(one), self._angle(other)
                return (operation, *sorted((first, second))) if first and second and first != second else None
            case ("area" | "perimeter", (polygon,)):
                return (operation, cycle(polygon)) if self._is_closed(polygon) else None
            case "equal", (one, other):
                first, second = sorted(map(_sorted, groups))
                seen = (one[0], one[1]) in self._joined and (other[0], other[1]) in self._joined
                return (operation, first, second) if first != second and seen else None
            case "parallel", (one, other):
                first, second = (self._line_of.get((pair[0], pair[1])) for pair in (one, other))
                return (operation, *sorted((first, second))) if first and second and first != second else None
            case ("arc" | "arc_length" | "sector", (pair, center)):
                return operation, _sorted(pair), center
            case "midpoint", (middle, pair):
                return operation, middle, _sorted(pair)
            case "tangent", (pair, center):
                line = self._line_of.get((pair[0], pair[1]))
                return (operation, line, pair[1], center) if line else None
            case ("similar" | "congruent", (one, other)):
                if one == other:
                    return None
                pairs = sorted(zip(one, other, strict=True)), sorted(zip(other, one, strict=True))
                first, second = ("".join(a + b for a, b in pair) for pair in pairs)
                return operation, min(first, second)
            case ("incircle", (center, triangle)):
                return operation, center, cycle(triangle)
            case ("equilateral", (polygon,)):
                return operation, cycle(polygon)
            case "isosceles_trapezoid", (polygon,):
                return operation, min(_on_its_base(polygon))
        if operation in _POLYGONS:
            return operation, cycle(groups[0])
        return operation, *groups

    def orders(self, operation: str, arguments: tuple[str, ...]) -> list[str]:
        """Return the points of what is known in every order in which a rule may name them."""
        match operation, arguments:
            case "length", (pair,):
                return [pair, pair[::-1]]
            case "angle", (angle,):
                return self.names_of_angle(angle)
            case (("radius" | "circumference" | "disc"), (center,)):
                return [center]
            case (("arc" | "arc_length" | "sector"), (pair, center)):
                return [pair + center, pair[::-1] + center]
            case "equal", (one, other):
                pairs = [
                    (a, b)
                    for first, second in (arguments, arguments[::-1])
                    for a in _both(first)
                    for b in _both(second)
                ]
                return [a + b for a, b in pairs]
            case "equal_angles", (one, other):
                names = [self.names_of_angle(one), self.names_of_angle(other)]
                return [a + b for first, second in (names, names[::-1]) for a in first for b in second]
            case "parallel", (one, other):
                lines = [self._points_of_line(pair) for pair in (one, other)]
                return [
                    a + b + c + d
                    for first, second in (lines, lines[::-1])
                    for a, b in permutations(first, 2)
                    for c, d in permutations(second, 2)
                ]
            case "midpoint", (middle, pair):
                return [middle + pair, middle + pair[::-1]]
            case "bisector", (ray, angle):
                ends = self.points_of_ray(ray[0], self._rays[ray[0], ray[1]])
                return [ray[0] + end + name for end in ends for name in self.names_of_angle(angle)]
            case "tangent", (pair, center):
                return [p + pair[1] + center for p in self._points_of_line(pair) if p != pair[1]]
            case ("similar" | "congruent", (one, other)):
                turns = [
                    [pair[n] for n in order]
                    for pair in (list(zip(one, other, strict=True)),)
                    for order in permutations(range(3))
                ]
                both = [("".join(a for a, _ in turn), "".join(b for _, b in turn)) for turn in turns]
                return [a + b for a, b in both] + [b + a for a, b in both]
            case "incircle", (center, triangle):
                return [center + "".join(order) for order in permutations(triangle)]
            case "equilateral", (triangle,):
                return list(map("".join, permutations(triangle)))
            case "isosceles_trapezoid", (polygon,):
                return _on_its_base(polygon)
            case _, (polygon,):
                return cycles(polygon)
        raise ValueError(f"no relation: {operation} {arguments}")

    # Conditions on how points lie

    def holds(self, operation: str, points: str) -> bool:
        """Say whether points lie as `same_side AB CD`, `opposite AB CD` or `slanted AB CD` asks."""
        a, b, c, d = tuple(points)
        if operation == "slanted":
            return abs(self._cross(a, b, c, d)) > NEAR
        first, second = self.turn(c, d, a), self.turn(c, d, b)
        return first * second > 0 if operation == "same_side" else first * second < 0

    def turn(self, a: str, b: str, c: str) -> int:
        """Return 1 where the way a, b, c turns left, -1 where right, 0 where it is straight."""
        cross = self._cross(a, b, a, c)
        return 0 if abs(cross) < NEAR else (1 if cross > 0 else -1)

    def _cross(self, a: str, b: str, c: str, d: str) -> float:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (self.at[name] for name in (a, b, c, d))
        return (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)

    # What is found

    def _triangles(self) -> Iterable[str]:
        for a, b, c in permutations(self.at, 3):
            if self._is_closed(a + b + c):
                yield a + b + c

    def _is_closed(self, polygon: str) -> bool:
        n = len(polygon)
        joined = all((polygon[k - 1], polygon[k]) in self._joined for k in range(n))
        return joined and all(self.turn(polygon[k - 2], polygon[k - 1], polygon[k]) for k in range(n))

    def _convex(self, count: int) -> Iterable[str]:
        """Yield the convex polygons of so many corners and drawn sides, from each corner, either way."""

        def grown(path: str) -> Iterable[str]:
            if len(path) == count:
                if (path[-1], path[0]) in self._joined and self._turns(path + path[:2]):
                    yield path
                return
            for name in self.at:
                if name not in path and (path[-1], name) in self._joined and self._turns(path + name):
                    yield from grown(path + name)

        for start in self.at:
            yield from grown(start)

    def _turns(self, path: str) -> bool:
        """Say whether a way turns always left, or always right."""
        turns = {self.turn(*path[n : n + 3]) for n in range(len(path) - 2)}
        return len(turns) < 2 and 0 not in turns

    def _inside(self) -> Iterable[str]:
        for vertex in self.at:
            for a, d, b in permutations(self.rays(vertex), 3):
                side = self.turn(vertex, a, b)
                if side and self.turn(vertex, a, d) == side == self.turn(vertex, d, b):
                    for names in _products(*(self.points_of_ray(vertex, ray) for ray in (d, a, b))):
                        yield names[0] + names[1] + vertex + names[2]

    def _off(self) -> Iterable[str]:
        """Yield points joined to a point of a line and beside it: D, and A, B, C with B between."""
        for line in self.lines:
            for a, b, c in _ordered(line):
                for d in self.at:
                    if (b, d) in self._joined and self.turn(a, b, d):
                        yield d + a + b + c

    def _diameters(self) -> Iterable[str]:
        for center, on in self.circles.items():
            for a, b in permutations(on, 2):
                if (a, b) in self._joined and (a, center) in self._joined and not self.turn(a, center, b):
                    yield a + b + center

    def _around(self) -> Iterable[str]:
        for vertex in self.at:
            rays = self.rays(vertex)
            for a, b, c in permutations(rays, 3) if len(rays) == 3 else ():
                turns = {self.turn(vertex, a, b), self.turn(vertex, b, c), self.turn(vertex, c, a)}
                if len(turns) == 1 and 0 not in turns:
                    yield vertex + a + b + c

    def _connected(self) -> Iterable[str]:
        """Yield the ways of three drawn segments, A to P to Q to D, neither turn straight."""
        after = defaultdict(list)
        for a, b in self._joined:
            after[a].append(b)
        for p, q in self._joined:
            for a in after[p]:
                for d in after[q]:
                    if len({a, p, q, d}) == 4 and self.turn(a, p, q) and self.turn(p, q, d):
                        yield a + p + q + d

    def _angle(self, angle: str) -> str | None:
        arm, vertex, other = tuple(angle)
        first, second = self.ray(vertex, arm), self.ray(vertex, other)
        if not first or not second or not self.turn(first, vertex, second):
            return None
        return min(first, second) + vertex + max(first, second)

    def _names_of_angle(self, angle: str) -> list[str]:
        arm, vertex, other = tuple(angle)
        first, second = (self.points_of_ray(vertex, self._rays[vertex, end]) for end in (arm, other))
        return [name for a in first for b in second for name in (a + vertex + b, b + vertex + a)]

    def names_of_angle(self, angle: str) -> list[str]:
        if angle not in self._names:
            self._names[angle] = self._names_of_angle(angle)
        return self._names[angle]

    def _points_of_line(self, pair: str) -> list[str]:
        return next(line for line in self.lines if pair[0] in line and pair[1] in line)


def indexed(orders: Iterable[str], bound: tuple[int, ...]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for order in orders:
        index["".join([order[n] for n in bound])].append(order)
    return index


def cycle(polygon: str) -> str:
    return min(cycles(polygon))


def cycles(polygon: str) -> list[str]:
    """Return the names of a polygon: from each corner, either way."""
    turns = [polygon[n:] + polygon[:n] for n in range(len(polygon))]
    return turns + [turn[::-1] for turn in turns]


def _on_its_base(trapezoid: str) -> list[str]:
    """Return the names of a trapezoid that begin with one of its parallel sides."""
    a, b, c, d = tuple(trapezoid)
    return [a + b + c + d, b + a + d + c, c + d + a + b, d + c + b + a]


def _ordered(line: list[str]) -> Iterable[tuple[str, str, str]]:
    for p, q, r in combinations(line, 3):
        yield p, q, r
        yield r, q, p


def _products(*ways: list[str]) -> Iterable[tuple[str, ...]]:
    return ((a, b, c) for a in ways[0] for b in ways[1] for c in ways[2])


def _sorted(pair: str) -> str:
    return pair if pair[0] < pair[1] else pair[1] + pair[0]


def _both(pair: str) -> tuple[str, str]:
    return pair, pair[::-1]
