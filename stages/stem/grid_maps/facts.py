"""What can be said of a map, derived from its squares: schemas/stem/grid_maps.py names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.grid_maps import COMPASS, DIRECTIONS
from vlcorpus.stages.stem.grid_maps.grid import Grid, Square, steps_between

_CARDINAL = ("north", "east", "south", "west")
_SIDES = {(0, 1): "above", (1, 0): "right", (0, -1): "below", (-1, 0): "left"}


def claims(grid: Grid) -> tuple[Claim, ...]:
    facts = _Facts(grid)
    found = [*facts.landmarks(), *facts.pairs(), *facts.counts(), *facts.regions(), *facts.ways()]
    return tuple([*found, *facts.moves()] if grid.north else found)


class _Facts:
    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.all = ("grid", *(f"landmark {name}" for name in grid.landmarks))
        self.with_compass = (*self.all, "compass")

    def landmarks(self) -> Iterator[Claim]:
        grid = self.grid
        for name, square in grid.landmarks.items():
            seen = ("grid", f"landmark {name}", f"entry {name}")
            q, (column, row) = grid.name(square), (grid.columns[square[0]], grid.rows[square[1]])
            yield Claim(("square", name), q, seen, self._squares_near(square))
            yield Claim(("landmark", q), name, seen, _without(grid.landmarks, name))
            yield Claim(("column", name), column, seen, _without(grid.columns, column))
            yield Claim(("row", name), row, seen, _without(grid.rows, row))
            others = {
                other: steps_between(square, at) for other, at in grid.landmarks.items() if other != name
            }
            nearest = [other for other, steps in others.items() if steps == min(others.values())]
            if len(nearest) == 1:
                rivals = tuple(other for other in others if other != nearest[0])
                yield Claim(("nearest", name), nearest[0], self.all, rivals)

    def pairs(self) -> Iterator[Claim]:
        grid = self.grid
        for (a, p), (b, q) in permutations(grid.landmarks.items(), 2):
            if p[0] == q[0] or p[1] == q[1]:
                side = _SIDES[(q[0] > p[0]) - (q[0] < p[0]), (q[1] > p[1]) - (q[1] < p[1])]
                yield Claim(("side", a, b), side, self.all, _without(_SIDES.values(), side))
            if grid.north and (direction := grid.direction(p, q)):
                usual = grid.direction(p, q, north=COMPASS[0])
                prior = usual if usual != direction else None
                rivals = _without(DIRECTIONS, direction)
                yield Claim(("direction", a, b), direction, self.with_compass, rivals, prior)
        for (a, p), (b, q) in combinations(grid.landmarks.items(), 2):
            steps = steps_between(p, q)
            yield self._number(("steps", a, b), steps)
            if grid.scale and (p[0] == q[0] or p[1] == q[1]):
                yield self._length(("length", a, b), steps)
            for d in _CARDINAL if grid.north else ():
                first, second = grid.along(d, p), grid.along(d, q)
                if first != second:
                    value, other = (a, b) if first > second else (b, a)
                    yield Claim(("farther", d, a, b), value, self.with_compass, (other,))

    def moves(self) -> Iterator[Claim]:
        """Yield where one comes to by moves, and how many landmarks lie beyond one."""
        grid = self.grid
        for name, start in grid.landmarks.items():
            for d in _CARDINAL:
                beyond = sum(grid.along(d, at) > grid.along(d, start) for at in grid.landmarks.values())
                yield self._number(("beyond", d, name), beyond, self.with_compass)
            for first, second in (("north", "east"), ("south", "west"), ("east", "south"), ("west", "north")):
                n, m = 1 + start[0] % 3, 1 + start[1] % 2
                (ax, ay), (bx, by) = grid.step(first), grid.step(second)
                end = (start[0] + n * ax + m * bx, start[1] + n * ay + m * by)
                if grid.is_inside(end):
                    expression = ("arrive", name, f"{n} {first}, {m} {second}")
                    yield Claim(expression, grid.name(end), self.with_compass, self._squares_near(end))

    def regions(self) -> Iterator[Claim]:
        grid = self.grid
        for name, region in grid.regions.items():
            seen, color = (f"region {name}", f"entry {name}"), grid.region_colors[name]
            yield self._number(("area", name), len(region), (*seen, "grid"))
            yield Claim(("region_color", name), color, seen, _without(_COLORS, color))
            for landmark, square in grid.landmarks.items():
                is_inside = square in region
                shown = (*seen, f"landmark {landmark}", f"entry {landmark}")
                yield Claim(("inside", landmark, name), truth_value(is_inside), shown)
                if is_inside:
                    yield Claim(("in_region", landmark), name, shown, _without(grid.regions, name))
        for (r, one), (s, other) in combinations(grid.regions.items(), 2):
            things = (f"region {r}", f"region {s}", f"entry {r}", f"entry {s}")
            touch = any(steps_between(p, q) == 1 for p in one for q in other)
            yield Claim(("touch", r, s), truth_value(touch), things)
            if len(one) != len(other):
                value, rival = (r, s) if len(one) > len(other) else (s, r)
                yield Claim(("larger", r, s), value, things, (rival,))

    def ways(self) -> Iterator[Claim]:
        grid = self.grid
        if grid.roads:
            yield from self._roads()
        if not grid.route:
            return
        route, seen = grid.route, ("grid", "route")
        moves = [(q[0] - p[0], q[1] - p[1]) for p, q in pairwise(route)]
        yield Claim(("start",), grid.name(route[0]), seen, self._squares_near(route[0]))
        yield Claim(("end",), grid.name(route[-1]), seen, self._squares_near(route[-1]))
        yield self._number(("route_steps",), len(moves), seen)
        yield self._number(("route_turns",), sum(a != b for a, b in pairwise(moves)), seen)
        if grid.scale:
            yield self._length(("route_length",), len(moves), (*seen, "scale"))
        for operation, (p, q) in (("first_move", route[:2]), ("last_move", route[-2:])):
            direction = grid.direction(p, q) if grid.north else None
            if direction:
                usual = grid.direction(p, q, north=COMPASS[0])
                prior = usual if usual != direction else None
                rivals = _without(_CARDINAL, direction)
                yield Claim((operation,), direction, (*seen, "compass"), rivals, prior)
        for name, square in grid.landmarks.items():
            things = (*seen, f"landmark {name}", f"entry {name}")
            yield Claim(("passes", name), truth_value(square in route), things)

    def _roads(self) -> Iterator[Claim]:
        grid = self.grid
        seen = (*self.all, *(f"road {number}" for number in range(1, len(grid.roads) + 1)))
        for name, square in grid.landmarks.items():
            yield Claim(("on_road", name), truth_value(any(square in road for road in grid.roads)), seen)
        for (a, p), (b, q) in combinations(grid.landmarks.items(), 2):
            if any(p in road or q in road for road in grid.roads):
                joined = any(p in road and q in road for road in grid.roads)
                yield Claim(("joined", a, b), truth_value(joined), seen)

    def counts(self) -> Iterator[Claim]:
        grid = self.grid
        landmarks = tuple(f"landmark {name}" for name in grid.landmarks)
        yield self._number(("count", "landmarks"), len(landmarks), landmarks)
        yield self._number(
            ("count", "columns"), grid.size[0], tuple(f"column {name}" for name in grid.columns)
        )
        yield self._number(("count", "rows"), grid.size[1], tuple(f"row {name}" for name in grid.rows))
        if grid.regions:
            names = tuple(f"region {name}" for name in grid.regions)
            yield self._number(("count", "regions"), len(names), names)
        if grid.roads:
            names = tuple(f"road {number}" for number in range(1, len(grid.roads) + 1))
            yield self._number(("count", "roads"), len(names), names)
        for x, column in enumerate(grid.columns):
            there = tuple(f"landmark {name}" for name, square in grid.landmarks.items() if square[0] == x)
            yield self._number(("in_column", column), len(there), there)
        for y, row in enumerate(grid.rows):
            there = tuple(f"landmark {name}" for name, square in grid.landmarks.items() if square[1] == y)
            yield self._number(("in_row", row), len(there), there)
        if grid.scale:
            yield self._length(("one_square",), 1, ("grid", "scale"))

    def _number(
        self, expression: tuple[str, ...], number: int, things: tuple[str, ...] | None = None
    ) -> Claim:
        near = tuple(str(n) for n in range(max(0, number - 2), number + 4) if n != number)
        return Claim(expression, str(number), self.all if things is None else things, near)

    def _length(self, expression: tuple[str, ...], n: int, things: tuple[str, ...] | None = None) -> Claim:
        wrong = [self.grid.length(other) for other in (n - 1, n + 1, n + 2, 2 * n) if other not in (0, n)]
        rivals = tuple(dict.fromkeys(map(str, wrong)))
        seen = (*self.all, "scale") if things is None else things
        return Claim(expression, str(self.grid.length(n)), seen, rivals)

    def _squares_near(self, square: Square) -> tuple[str, ...]:
        """Return the names of squares beside it, and of the one with column and row exchanged."""
        x, y = square
        near = [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1), (y, x)]
        found = [self.grid.name(s) for s in near if self.grid.is_inside(s) and s != square]
        return tuple(dict.fromkeys(found))


_COLORS = ("red", "blue", "green", "orange", "purple")


def _without(values: Iterable[str], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
