"""What can be said of the scale, the letters and the points of a number line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.number_lines import SIGNS
from vlcorpus.stages.stem.number_lines.line import Line

_SEEN = ("line",)


def claims(line: Line) -> Iterator[Claim]:
    yield from _scale(line)
    for name, number in line.blanks.items():
        yield Claim(("blank", name), line.write(number), (f"blank {name}",), near_numbers(line, number))
    for name in line.points:
        yield from _point(line, name)
    for one, other in combinations(line.points, 2):
        yield from _two_points(line, one, other)
    yield from _all_points(line)
    yield from _counts(line)


def near_numbers(line: Line, number: Fraction, step: Fraction | None = None) -> tuple[str, ...]:
    """Return other numbers that one who misreads the line might see."""
    by = line.step if step is None else step
    others = [number + n * by for n in (-2, -1, 1, 2)] + [-number]
    texts = [line.write(other) for other in others if other != number and line.can_write(other)]
    return tuple(dict.fromkeys(texts))


def near_counts(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 2), count + 4) if other != count)


def rest(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _scale(line: Line) -> Iterator[Claim]:
    yield Claim(("tick", "step"), line.write(line.step), _SEEN, near_sizes(line, line.step))
    apart = {b - a for a, b in pairwise(line.labels)}
    if len(apart) == 1:
        (width,) = apart
        yield Claim(("tick", "labels"), line.write(width), _SEEN, near_sizes(line, width))
        if width > line.step:
            parts = int(width / line.step)
            yield Claim(("parts", "labels"), str(parts), _SEEN, rest(str(parts), map(str, range(2, 11))))


def near_sizes(line: Line, size: Fraction) -> tuple[str, ...]:
    """Return other sizes, above 0."""
    others = [size * 2, size / 2, size + line.step, size * 5, size * 10, size / 10]
    texts = [line.write(other) for other in others if other != size and line.can_write(other)]
    return tuple(dict.fromkeys(texts))


def _point(line: Line, name: str) -> Iterator[Claim]:
    number, seen = line.points[name], (*_SEEN, f"point {name}")
    yield Claim(("number", name), line.write(number), seen, near_numbers(line, number))
    yield Claim(("at", line.write(number)), name, seen, rest(name, line.points))
    sign = SIGNS[0] if number > 0 else SIGNS[1] if number < 0 else SIGNS[2]
    yield Claim(("sign", name), sign, seen, rest(sign, SIGNS))
    if number != 0:
        yield Claim(("opposite", name), line.write(-number), seen, near_numbers(line, -number))
        yield Claim(("absolute", name), line.write(abs(number)), seen, near_numbers(line, abs(number)))
    for a, b in pairwise(line.labels):
        if a < number < b:
            wrong = [(a - (b - a), a), (b, b + (b - a)), (-b, -a)]
            rivals = [_pair(line, x, y) for x, y in wrong if (x, y) != (a, b)]
            yield Claim(("between", name), _pair(line, a, b), seen, tuple(dict.fromkeys(rivals)))
    others = rest(name, line.points)
    if others:
        for side, count in (
            ("left", sum(line.points[other] < number for other in others)),
            ("right", sum(line.points[other] > number for other in others)),
        ):
            things = tuple(f"point {point}" for point in line.points)
            yield Claim(("to_the", side, name), str(count), things, near_counts(count))


def _pair(line: Line, low: Fraction, high: Fraction) -> str:
    return f"{line.write(low)}, {line.write(high)}"


def _two_points(line: Line, one: str, other: str) -> Iterator[Claim]:
    a, b = line.points[one], line.points[other]
    seen = (*_SEEN, f"point {one}", f"point {other}")
    names = (one, other) if a > b else (other, one)
    yield Claim(("greater", one, other), names[0], seen, names[1:])
    if abs(a) != abs(b):
        names = (one, other) if abs(a) > abs(b) else (other, one)
        yield Claim(("greater_absolute", one, other), names[0], seen, names[1:])
    yield Claim(("opposites", one, other), truth_value(a == -b), seen)
    for operation, value in (
        ("distance", abs(a - b)),
        ("sum", a + b),
        ("difference", a - b),
        ("midpoint", (a + b) / 2),
    ):
        if line.can_write(value):
            yield Claim((operation, one, other), line.write(value), seen, near_numbers(line, value))
    for name, number in line.points.items():
        if 2 * number == a + b:
            yield Claim(
                ("halfway", one, other),
                name,
                (*seen, f"point {name}"),
                rest(name, rest(one, rest(other, line.points))),
            )


def _all_points(line: Line) -> Iterator[Claim]:
    names = sorted(line.points, key=lambda name: line.points[name])
    if len(names) < 2:
        return
    things = (*_SEEN, *(f"point {name}" for name in names))
    for side, name in (("leftmost", names[0]), ("rightmost", names[-1])):
        yield Claim(("extreme", side), name, things, rest(name, names))
    if len(names) > 2:
        swapped = [[*names[:n], names[n + 1], names[n], *names[n + 2 :]] for n in range(len(names) - 1)]
        rivals = [", ".join(order) for order in (names[::-1], *swapped)]
        yield Claim(("ascending", "points"), ", ".join(names), things, tuple(rivals))
    for label in line.labels:
        by_distance = sorted(names, key=lambda name: abs(line.points[name] - label))
        off = [abs(line.points[name] - label) for name in by_distance]
        if off[1] - off[0] >= line.step:
            yield Claim(("nearest", line.write(label)), by_distance[0], things, rest(by_distance[0], names))
        if off[-1] - off[-2] >= line.step:
            yield Claim(
                ("farthest", line.write(label)), by_distance[-1], things, rest(by_distance[-1], names)
            )


def _counts(line: Line) -> Iterator[Claim]:
    marked = {
        "points": [f"point {name}" for name in line.points],
        "blanks": [f"blank {name}" for name in line.blanks],
        "intervals": [f"interval {name}" for name in line.intervals],
        "jumps": [f"jump {n}" for n in range(1, len(line.jumps) + 1)],
    }
    for what, things in marked.items():
        yield Claim(("count", what), str(len(things)), tuple(things), near_counts(len(things)))
    yield Claim(("count", "labels"), str(len(line.labels)), _SEEN, near_counts(len(line.labels)))
