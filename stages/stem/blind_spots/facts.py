"""What holds of simple figures, derived from their coordinates; what is near another answer is no scene."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, Expression, truth_value
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.blind_spots import MARGIN, RELATIONS
from vlcorpus.stages.stem.blind_spots.crossings import crossings
from vlcorpus.stages.stem.blind_spots.lines import MIN_RATIO

Truth = dict[str, Any]
_MOST_JOINED = 4  # stations of which all pairs are told how many paths join them


def claims(truth: Truth, priors: dict[Expression, str]) -> tuple[Claim, ...]:
    """Return everything that holds. Raises Unfit where it is not clear to the eye."""
    found = [claim for part, derive in PARTS.items() if part in truth for claim in derive(truth)]
    return tuple(_with_prior(claim, priors) for claim in found)


def _with_prior(claim: Claim, priors: dict[Expression, str]) -> Claim:
    prior = priors.get(claim.expression)
    if prior in (None, claim.value):
        return claim
    return Claim(claim.expression, claim.value, claim.things, claim.rivals, prior)


def _circles(truth: Truth) -> Iterator[Claim]:
    circles: dict[str, list[int]] = truth["circles"]
    named = [name for name in circles if not name[-1].isdigit()]  # others have no name in the picture
    yield _count("circles", len(circles), circles)
    overlaps = 0
    for one, other in combinations(circles, 2):
        relation = relation_of(circles[one], circles[other])
        overlaps += relation == "overlapping"
        if one in named and other in named:
            yield from _two_circles(one, other, circles, relation)
    if len(circles) > 2 and "stack" not in truth:
        yield _count("overlaps", overlaps, circles)


def relation_of(one: list[int], other: list[int]) -> str:
    """Return how two circles lie. Raises Unfit where another answer is near, and they do not just touch."""
    x, y, r = one
    a, b, s = other
    square = (x - a) ** 2 + (y - b) ** 2
    if square == (r + s) ** 2:
        return "touching"
    away = math.sqrt(square)
    if abs(away - (r + s)) < MARGIN or abs(away - abs(r - s)) < MARGIN:
        raise Unfit("circles almost touch")
    if square > (r + s) ** 2:
        return "apart"
    return "overlapping" if square > (r - s) ** 2 else "nested"


def _two_circles(one: str, other: str, circles: dict[str, list[int]], relation: str) -> Iterator[Claim]:
    pair, seen = (one, other), (one, other)
    yield Claim(("relation", *pair), relation, seen, tuple(how for how in RELATIONS if how != relation))
    yield Claim(("overlap", *pair), truth_value(relation in ("overlapping", "nested")), seen)
    if relation == "nested":
        same = circles[one][:2] == circles[other][:2]
        if not same and math.dist(circles[one][:2], circles[other][:2]) < MARGIN:
            raise Unfit("circles have almost the same centre")
        yield Claim(("concentric", *pair), truth_value(same), seen)
    yield from _sizes(one, other, circles[one][2], circles[other][2], "larger")


def _sizes(one: str, other: str, size: int, other_size: int, operation: str) -> Iterator[Claim]:
    pair = (one, other)
    if size == other_size:
        yield Claim(("equal", *pair), YES, pair)
    elif max(size, other_size) >= MIN_RATIO * min(size, other_size):
        yield Claim(("equal", *pair), NO, pair)
        first = size > other_size
        yield Claim((operation, *pair), pair[not first], pair, (pair[first],))


def _squares(truth: Truth) -> Iterator[Claim]:
    count = len(truth["squares"])
    yield _count("squares", count, [f"square {n}" for n in range(1, count + 1)])


def _lines(truth: Truth) -> Iterator[Claim]:
    lines: dict[str, list[list[int]]] = truth["lines"]
    yield _count("lines", len(lines), lines)
    total = 0
    for one, other in combinations(lines, 2):
        number = len(crossings(lines[one], lines[other]))
        total += number
        yield Claim(("crossings", one, other), str(number), (one, other), _near(number))
        yield Claim(("cross", one, other), truth_value(number > 0), (one, other))
    if len(lines) > 2:
        yield _count("crossings", total, lines)
    for name, corners in lines.items():
        if len(corners) > 2 and all(_is_bent(*corners[n : n + 3]) for n in range(len(corners) - 2)):
            yield Claim(("corners", name), str(len(corners) - 2), (name,), _near(len(corners) - 2))


def _is_bent(a: list[int], b: list[int], c: list[int]) -> bool:
    turn = math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0])
    return abs(math.degrees(math.remainder(turn, math.tau))) > 15


def _bars(truth: Truth) -> Iterator[Claim]:
    for (one, ends), (other, others) in combinations(truth["bars"].items(), 2):
        yield from _sizes(one, other, _length(ends), _length(others), "longer")


def _length(ends: list[list[int]]) -> int:
    """Return the length of a bar, which is level or upright."""
    (ax, ay), (bx, by) = ends
    return abs(bx - ax) + abs(by - ay)


def _dots(truth: Truth) -> Iterator[Claim]:
    dots: dict[str, list[int]] = truth["dots"]
    yield _count("dots", len(dots), dots)
    if "outline" in truth:
        for name, at in dots.items():
            yield Claim(
                ("inside", name, "outline"), truth_value(_is_inside(at, truth["outline"])), (name, "outline")
            )
    for circle, (x, y, radius) in truth.get("circles", {}).items():
        inside = sum(math.dist(at, (x, y)) < radius for at in dots.values())
        yield Claim(("contains", circle), str(inside), (circle, *dots), _near(inside))
    if "ray" in truth:
        yield from _continued(truth["ray"], dots)
    else:
        yield from _nearest(dots)


def _is_inside(at: list[int], outline: list[list[int]]) -> bool:
    """Tell whether a point lies inside: a ray from it upwards crosses the outline an odd number of times."""
    x, y = at
    is_in = False
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (ax > x) != (bx > x) and y < ay + (by - ay) * (x - ax) / (bx - ax):
            is_in = not is_in
    return is_in


def _nearest(dots: dict[str, list[int]]) -> Iterator[Claim]:
    for name, at in dots.items():
        others = sorted((math.dist(at, place), other) for other, place in dots.items() if other != name)
        if len(others) > 1 and others[1][0] > 1.2 * others[0][0]:
            rivals = tuple(sorted(other for _, other in others[1:]))
            yield Claim(("nearest", name), others[0][1], tuple(dots), rivals)


def _continued(ray: list[list[int]], dots: dict[str, list[int]]) -> Iterator[Claim]:
    (ax, ay), (bx, by) = ray
    hit = [name for name, (x, y) in dots.items() if (bx - ax) * (y - ay) == (by - ay) * (x - ax)]
    if len(hit) != 1:
        raise Unfit("not just one dot lies on the line")
    yield Claim(("continues", "ray"), hit[0], ("ray", *dots), tuple(name for name in dots if name != hit[0]))


def _paths(truth: Truth) -> Iterator[Claim]:
    stations, paths = list(truth["stations"]), truth["paths"]
    drawn = tuple(f"path {n}" for n in range(1, len(paths) + 1))
    yield _count("paths", len(paths), drawn)
    yield _count("stations", len(stations), stations)
    joined = [frozenset(ends) for _, ends, _ in paths]
    for one, other in combinations(stations, 2):
        number = joined.count(frozenset((one, other)))
        yield Claim(("connected", one, other), truth_value(number > 0), drawn)
        if len(stations) <= _MOST_JOINED:
            yield Claim(("paths", one, other), str(number), drawn, _near(number))
    for hue, (start, end), _ in paths:
        for one, other in ((start, end), (end, start)):
            rivals = tuple(name for name in stations if name not in (one, other))
            yield Claim(("end", hue, one), other, drawn, rivals)
    for name in stations if len(stations) <= _MOST_JOINED else ():
        degree = sum(name in ends for ends in joined)
        yield Claim(("degree", name), str(degree), drawn, _near(degree))


def _stack(truth: Truth) -> Iterator[Claim]:
    hues, overlaps = truth["stack"], truth["overlaps"]
    figures = tuple(f"{hue} figure" for hue in hues)
    yield _count("figures", len(hues), figures)
    if "circles" not in truth:  # else nobody knows which overlaps are meant
        yield _count("overlaps", len(overlaps), figures)
    for low, high in overlaps:
        yield Claim(("in_front", low, high), high, (f"{low} figure", f"{high} figure"), (low,))
    covered = {low for low, _ in overlaps}
    if covered == set(hues[:-1]):
        yield Claim(("top", "stack"), hues[-1], figures, tuple(hues[:-1]))


def _grid(truth: Truth) -> Iterator[Claim]:
    rows, columns = len(truth["grid"]["y"]) - 1, len(truth["grid"]["x"]) - 1
    yield _count("rows", rows, ("grid",))
    yield _count("columns", columns, ("grid",))
    yield _count("cells", rows * columns, ("grid",))


def _word(truth: Truth) -> Iterator[Claim]:
    text, circled = truth["word"]["text"], truth["word"]["circled"]
    letter, seen = text[circled], ("oval",)
    others = tuple(dict.fromkeys(other for other in text if other != letter))
    yield Claim(("circled_letter", "word"), letter, seen, others)
    yield Claim(("circled_position", "word"), str(circled + 1), seen, _near(circled + 1))
    yield _count("letters", len(text), seen)
    lower = text.lower()
    for other in dict.fromkeys(lower):
        number = lower.count(other)
        yield Claim(("occurrences", other, "word"), str(number), seen, _near(number))


def _count(what: str, number: int, things: Iterable[str]) -> Claim:
    return Claim(("count", what), str(number), tuple(things), _near(number))


def _near(number: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, number - 2), number + 4) if other != number)


PARTS = {
    "circles": _circles,
    "squares": _squares,
    "lines": _lines,
    "bars": _bars,
    "dots": _dots,
    "paths": _paths,
    "stack": _stack,
    "grid": _grid,
    "word": _word,
}
