"""What can be said of charts that have one value for each category."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.stem.axes.numbers import decimal
from vlcorpus.stages.stem.charts.chart import Chart, written
from vlcorpus.stages.stem.charts.facts import choice, count, number, only, step_of, thing

_MAX_RATIO = 5


def lone_claims(chart: Chart) -> Iterator[Claim]:
    values = dict(zip(chart.categories, chart.series[0].values, strict=True))
    everything = tuple(thing(chart, name) for name in values if _is_drawn(chart, values[name]))
    yield from _values(chart, values)
    yield from _extremes(values, everything)
    for one, other in combinations(values, 2):
        yield from _pair(chart, values, one, other)
    yield from _sums(chart, values, everything)


def _is_drawn(chart: Chart, value: Fraction) -> bool:
    """Tell whether a value has a thing of its own: a bar of height 0 has none."""
    return value != 0 or chart.kind == "line"


def _values(chart: Chart, values: dict[str, Fraction]) -> Iterator[Claim]:
    for place, (name, value) in enumerate(values.items(), start=1):
        shown = (thing(chart, name),) if _is_drawn(chart, value) else ()
        yield from number(("value", name), value, shown, step_of(chart))
        yield choice(("category", str(place)), name, values, shown)
        if only(values, value):
            yield choice(("having", written(value)), name, values, shown)


def _extremes(values: dict[str, Fraction], things: tuple[str, ...]) -> Iterator[Claim]:
    for operation, best in (("largest", max(values.values())), ("smallest", min(values.values()))):
        if name := only(values, best):
            yield choice((operation, "chart"), name, values, things)
    if len(set(values.values())) == len(values):
        for place, name in enumerate(sorted(values, key=lambda name: -values[name]), start=1):
            yield choice(("ranked", str(place)), name, values, things)


def _pair(chart: Chart, values: dict[str, Fraction], one: str, other: str) -> Iterator[Claim]:
    a, b = values[one], values[other]
    things = tuple(thing(chart, name) for name in (one, other) if _is_drawn(chart, values[name]))
    if a != b:
        larger = one if a > b else other
        yield choice(("larger", one, other), larger, (one, other), things)
        yield from number(("difference", one, other), abs(a - b), things, step_of(chart))
    if b and a % b == 0 and 1 < a / b <= _MAX_RATIO:
        yield from number(("ratio", one, other), a / b, things, Fraction(1))
    if chart.can_add:
        yield from number(("sum", one, other), a + b, things, step_of(chart))


def _sums(chart: Chart, values: dict[str, Fraction], things: tuple[str, ...]) -> Iterator[Claim]:
    numbers = sorted(values.values())
    step = step_of(chart)
    yield from number(("range", "chart"), numbers[-1] - numbers[0], things, step)
    if chart.kind not in ("histogram", "pie"):
        half = len(numbers) // 2
        median = numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2
        yield from number(("median", "chart"), median, things, step)
        yield from number(("mean", "chart"), sum(numbers, Fraction(0)) / len(numbers), things, step)
    for level in _levels(chart, numbers):
        for operation, found in (
            ("above", sum(value > level for value in numbers)),
            ("below", sum(value < level for value in numbers)),
        ):
            yield from count((operation, written(level)), found, things)
    if not chart.can_add:
        return
    total = sum(numbers, Fraction(0))
    yield from number(("total", "chart"), total, things, step)
    for name, value in values.items():
        share = decimal(100 * value / total)
        if share is not None and value and "." not in share:
            others = (decimal(100 * value / total + n) for n in (-10, -5, 5, 10))
            rivals = tuple(
                f"{other}%" for other in others if other and not other.startswith("-") and other != "0"
            )
            yield Claim(("share", name), f"{share}%", things, rivals)


def _levels(chart: Chart, numbers: list[Fraction]) -> Iterator[Fraction]:
    """Yield some numbers that values can be compared with: ticks that no value is on, if there are any."""
    if chart.scale is None:
        return
    ticks = [
        chart.scale.low + n * chart.scale.step for n in range(1, int(chart.scale.high / chart.scale.step))
    ]
    yield from [tick for tick in ticks if tick not in numbers][1::2]
