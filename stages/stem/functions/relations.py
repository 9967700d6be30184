"""What can be said of several things of a picture: graphs, points, vectors and regions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.functions import LOCATIONS
from vlcorpus.stages.stem.functions.facts import near_numbers, near_pairs, pair_text, seen
from vlcorpus.stages.stem.functions.meets import meets
from vlcorpus.stages.stem.functions.plot import Pair, Plot
from vlcorpus.stages.stem.surd import root

_MIN_GAP = Fraction(7, 10)  # between two graphs of which one is greater, in grid lines
_MIN_RATIO = Fraction(5, 4)  # between slopes, and squared lengths, of which one is greater
_MIRRORS = {(1, -1): "x-axis", (-1, 1): "y-axis", (-1, -1): "origin"}


def relations(plot: Plot) -> Iterator[Claim]:
    for one, other in combinations(plot.graphs, 2):
        yield from _two_graphs(plot, one, other)
    for name in plot.points:
        yield from _point(plot, name)
    for one, other in combinations(plot.points, 2):
        yield from _two_points(plot, one, other)
    yield from _vectors(plot)
    for name, region in plot.regions.items():
        where = (f"region {name}", *seen(region.graph))
        yield Claim(("side", name), region.side, where, _rest(region.side, ("above", "below")))
        yield Claim(
            ("boundary", name), region.boundary, where, _rest(region.boundary, ("included", "excluded"))
        )
    yield from _counts(plot)


def _two_graphs(plot: Plot, one: str, other: str) -> Iterator[Claim]:
    f, g = plot.graphs[one], plot.graphs[other]
    things = (*seen(one), *seen(other))
    for x in plot.frame.x.ticks:
        a, b = f.at(x), g.at(x)
        if a is None or b is None or not (plot.frame.holds(x, a) and plot.frame.holds(x, b)):
            continue
        if abs(a - b) >= _MIN_GAP * plot.unit:
            names = (one, other) if a > b else (other, one)
            yield Claim(("greater", one, other, str(x)), names[0], things, names[1:])
    if f.kind == g.kind == "linear":
        m, n = f.parameters[0], g.parameters[0]
        yield Claim(("parallel", one, other), truth_value(m == n), things)
        if plot.unit == 1:
            yield Claim(("perpendicular", one, other), truth_value(m * n == -1), things)
        if max(abs(m), abs(n)) >= _MIN_RATIO * min(abs(m), abs(n)) and m * n != 0:
            names = (one, other) if abs(m) > abs(n) else (other, one)
            yield Claim(("steeper", one, other), names[0], things, names[1:])
    yield from _meets(plot, one, other)


def _meets(plot: Plot, one: str, other: str) -> Iterator[Claim]:
    things = (*seen(one), *seen(other))
    found = meets(plot.graphs[one], plot.graphs[other])
    if found is None or any(pair is None or not plot.is_grid(*pair) for pair in found):
        return
    pairs = [pair for pair in found if pair is not None]
    counts = tuple(str(n) for n in range(4) if n != len(pairs))
    yield Claim(("intersection_count", one, other), str(len(pairs)), things, counts)
    if pairs:
        text = ", ".join(map(pair_text, pairs))
        wrong = zip(*(near_pairs(pair, plot.unit) for pair in pairs), strict=False)
        rivals = dict.fromkeys(", ".join(sorted_pairs) for sorted_pairs in wrong)
        yield Claim(("intersections", one, other), text, things, tuple(r for r in rivals if r != text))


def _point(plot: Plot, name: str) -> Iterator[Claim]:
    x, y = plot.points[name]
    where = (f"point {name}",)
    yield Claim(("coordinates", name), pair_text((x, y)), where, near_pairs((x, y), plot.unit))
    yield Claim(("at_coordinates", str(x), str(y)), name, where, _rest(name, plot.points))
    location = _location(x, y)
    yield Claim(("location", name), location, where, _rest(location, LOCATIONS))
    for graph in plot.graphs:
        value = plot.graphs[graph].at(x)
        near = plot.graphs[graph].near(float(x)) if value is None else value
        if near is not None:
            side = "on" if value == y else "above" if y > near else "below"
            yield Claim(
                ("position", name, graph), side, (*where, *seen(graph)), _rest(side, ("above", "on", "below"))
            )
    for region_name, region in plot.regions.items():
        value = plot.graphs[region.graph].at(x)
        near = plot.graphs[region.graph].near(float(x)) if value is None else value
        if near is not None:
            inside = region.boundary == "included" if value == y else (y > near) == (region.side == "above")
            side = "inside" if inside else "outside"
            things = (*where, f"region {region_name}", *seen(region.graph))
            yield Claim(("position", name, region_name), side, things, _rest(side, ("inside", "outside")))


def _location(x: Fraction, y: Fraction) -> str:
    if x == 0 or y == 0:
        return "origin" if x == y else "x-axis" if y == 0 else "y-axis"
    return f"quadrant {1 if x > 0 < y else 2 if y > 0 else 3 if x < 0 else 4}"


def _two_points(plot: Plot, one: str, other: str) -> Iterator[Claim]:
    (x0, y0), (x1, y1) = plot.points[one], plot.points[other]
    things = (f"point {one}", f"point {other}")
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    yield Claim(("midpoint", one, other), pair_text(middle), things, near_pairs(middle, plot.unit))
    squared = (x1 - x0) ** 2 + (y1 - y0) ** 2
    if plot.unit == 1:
        yield Claim(("distance", one, other), str(root(squared)), things, _near_roots(squared))
    if x0 != x1:
        slope = (y1 - y0) / (x1 - x0)
        yield Claim(("slope_between", one, other), str(slope), things, near_numbers(slope, plot.unit))
    mirrors = [what for (a, b), what in _MIRRORS.items() if (a * x0, b * y0) == (x1, y1)]
    if len(mirrors) == 1:
        yield Claim(("mirrored", one, other), mirrors[0], things, _rest(mirrors[0], _MIRRORS.values()))


def _vectors(plot: Plot) -> Iterator[Claim]:
    parts = {name: (tip[0] - start[0], tip[1] - start[1]) for name, (start, tip) in plot.vectors.items()}
    for name, (x, y) in parts.items():
        thing, squared = (f"vector {name}",), x * x + y * y
        yield Claim(("components", name), pair_text((x, y)), thing, near_pairs((x, y), plot.unit))
        if plot.unit == 1:
            yield Claim(("magnitude", name), str(root(squared)), thing, _near_roots(squared))
    for (one, u), (other, v) in combinations(parts.items(), 2):
        yield from _two_vectors(plot, (one, other), u, v)


def _two_vectors(plot: Plot, names: tuple[str, str], u: Pair, v: Pair) -> Iterator[Claim]:
    things = (f"vector {names[0]}", f"vector {names[1]}")
    total, rest = (u[0] + v[0], u[1] + v[1]), (u[0] - v[0], u[1] - v[1])
    yield Claim(("sum", *names), pair_text(total), things, near_pairs(total, plot.unit))
    yield Claim(("difference", *names), pair_text(rest), things, near_pairs(rest, plot.unit))
    dot = u[0] * v[0] + u[1] * v[1]
    yield Claim(("dot", *names), str(dot), things, near_numbers(dot))
    yield Claim(("parallel", *names), truth_value(u[0] * v[1] == u[1] * v[0]), things)
    yield Claim(("equal", *names), truth_value(u == v), things)
    if plot.unit != 1:
        return
    yield Claim(("perpendicular", *names), truth_value(dot == 0), things)
    first, second = u[0] ** 2 + u[1] ** 2, v[0] ** 2 + v[1] ** 2
    if max(first, second) >= _MIN_RATIO * min(first, second):
        longer = names if first > second else names[::-1]
        yield Claim(("longer", *names), longer[0], things, longer[1:])


def _counts(plot: Plot) -> Iterator[Claim]:
    everything: dict[str, Collection[str]] = {
        "graphs": plot.graphs,
        "points": plot.points,
        "vectors": plot.vectors,
    }
    for what, names in everything.items():
        things = tuple(f"{what[:-1]} {name}" for name in names)
        rivals = tuple(str(n) for n in range(6) if n != len(names))
        yield Claim(("count", what), str(len(names)), things, rivals)


def _near_roots(squared: Fraction) -> tuple[str, ...]:
    return tuple(str(root(squared + n)) for n in (-1, 1, 3) if squared + n > 0)


def _rest(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
