"""What can be pointed at in a chart, in the coordinates of schemas/stem/charts.py."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.stem.charts.chart import LONE, Chart, Pair, written

_ALONG = Fraction(3, 5)  # of the radius of a pie: where a slice is pointed at
_GRID = 10**9  # the place of a slice is rounded to such a part of the radius


def places(chart: Chart) -> Iterator[tuple[Expression, Pair]]:
    match chart.kind:
        case "bar" | "horizontal bar" | "grouped bar" | "stacked bar" | "histogram":
            yield from _bars(chart)
        case "line":
            for series in chart.series:
                names = () if chart.is_lone else (series.name,)
                for n, (category, value) in enumerate(zip(chart.categories, series.values, strict=True)):
                    yield ("mark", *names, category), (Fraction(n), value)
        case "scatter":
            for name, pair in chart.points.items():
                yield ("point", name), pair
        case "pie":
            yield from _slices(chart)
        case "heat map":
            for row, series in enumerate(chart.series):
                for column, category in enumerate(chart.categories):
                    yield ("cell", series.name, category), (Fraction(column), Fraction(-row))
        case "box":
            for n, (name, five) in enumerate(chart.boxes.items()):
                for what, value in zip(_LINES, five, strict=True):
                    yield (what, name), (Fraction(n), value)
        case "dot plot":
            for n, (name, value) in enumerate(zip(chart.categories, chart.series[0].values, strict=True)):
                if value:
                    yield ("top_dot", name), (Fraction(n), value / chart.key)
    if chart.scale:
        for n in range(int((chart.scale.high - chart.scale.low) / chart.scale.step) + 1):
            tick = chart.scale.low + n * chart.scale.step
            at = (tick, chart.axis_at) if chart.kind == "horizontal bar" else (chart.axis_at, tick)
            yield ("tick", written(tick)), at


_LINES = ("minimum", "lower_quartile", "median", "upper_quartile", "maximum")


def bar(chart: Chart, series: int, category: int) -> tuple[Fraction, Fraction, Fraction]:
    """Return the middle of a bar across its length, where it begins and where it ends."""
    value = chart.series[series].values[category]
    if chart.kind == "histogram":
        return (chart.edges[category] + chart.edges[category + 1]) / 2, Fraction(0), value
    if chart.kind == "stacked bar":
        below = sum((one.values[category] for one in chart.series[:series]), Fraction(0))
        return Fraction(category), below, below + value
    aside = (series - Fraction(len(chart.series) - 1, 2)) * chart.bar_width
    return category + aside, Fraction(0), value


def _bars(chart: Chart) -> Iterator[tuple[Expression, Pair]]:
    for row, series in enumerate(chart.series):
        names = () if series.name == LONE else (series.name,)
        for n, category in enumerate(chart.categories):
            middle, start, end = bar(chart, row, n)
            if start == end:
                continue
            for operation, value in (("top", end), ("middle", (start + end) / 2)):
                at = (value, -middle) if chart.kind == "horizontal bar" else (middle, value)
                yield (operation, *names, category), at


def _slices(chart: Chart) -> Iterator[tuple[Expression, Pair]]:
    yield ("center", "chart"), (Fraction(0), Fraction(0))
    for category, (start, end) in zip(chart.categories, slice_angles(chart), strict=True):
        angle = (start + end) / 2
        x, y = (round(_GRID * float(_ALONG) * part) for part in (math.cos(angle), math.sin(angle)))
        yield ("slice", category), (Fraction(x, _GRID), Fraction(y, _GRID))


def slice_angles(chart: Chart) -> list[tuple[float, float]]:
    """Return from where to where each slice goes, in radians, clockwise from the top."""
    values = chart.series[0].values
    total, turned, found = sum(values, Fraction(0)), Fraction(0), []
    for value in values:
        ends = [math.pi / 2 - math.tau * float(part / total) for part in (turned, turned + value)]
        found.append((ends[0], ends[1]))
        turned += value
    return found
