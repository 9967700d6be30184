"""Where on a chart what is: number of the category and value, or x and y of a cloud."""

from __future__ import annotations

import math
from fractions import Fraction

from vlcorpus.stages.verify.charts.chart import Chart, find, read
from vlcorpus.stages.verify.charts.distributions import measure
from vlcorpus.stages.verify.oracle import Unknown

Place = tuple[float, float]
_BARS = ("bar", "horizontal bar", "histogram")
_INSIDE = 0.6  # of a pie's radius: where a slice is pointed at


def _at(chart: Chart, x: Fraction, value: Fraction) -> Place:
    """Return the place of a value over a category; categories of horizontal bars go down."""
    return (float(value), float(-x)) if chart.type == "horizontal bar" else (float(x), float(value))


def _x(chart: Chart, category: str) -> Fraction:
    index = chart.index(category)
    if chart.type == "histogram":
        return (chart.edges[index] + chart.edges[index + 1]) / 2
    return Fraction(index)


def top(chart: Chart, category: str) -> Place:
    chart.need(*_BARS)
    return _at(chart, _x(chart, category), chart.value(category))


def middle(chart: Chart, category: str) -> Place:
    chart.need(*_BARS)
    return _at(chart, _x(chart, category), chart.value(category) / 2)


def _part(chart: Chart, series: str, category: str) -> tuple[Fraction, Fraction, Fraction]:
    """Return x, and from where to where a bar of one of several series goes."""
    chart.need("grouped bar", "stacked bar")
    value, names = find(chart.row(series), category), [one.name for one in chart.several()]
    number, x = names.index(series), Fraction(chart.index(category))
    if chart.type == "grouped bar":
        return x + (number - Fraction(len(names) - 1, 2)) * chart.bar_width, Fraction(0), value
    below = sum((find(chart.row(name), category) for name in names[:number]), Fraction(0))
    return x, below, below + value


def top_of(chart: Chart, series: str, category: str) -> Place:
    x, _, end = _part(chart, series, category)
    return _at(chart, x, end)


def middle_of(chart: Chart, series: str, category: str) -> Place:
    x, start, end = _part(chart, series, category)
    return _at(chart, x, (start + end) / 2)


def mark(chart: Chart, category: str) -> Place:
    chart.need("line")
    return _at(chart, _x(chart, category), chart.value(category))


def mark_of(chart: Chart, series: str, category: str) -> Place:
    chart.need("line")
    return _at(chart, _x(chart, category), find(chart.row(series), category))


def point(chart: Chart, name: str) -> Place:
    chart.need("scatter")
    if name not in chart.points:
        raise Unknown(f"there is no point {name!r}")
    x, y = chart.points[name]
    return float(x), float(y)


def slice_(chart: Chart, category: str) -> Place:
    """Return a place in the middle of the slice's angle; slices go clockwise from the top."""
    chart.need("pie")
    values = chart.values()
    before = sum(list(values.values())[: chart.index(category)], Fraction(0))
    turn = float((before + values[category] / 2) / sum(values.values())) * math.tau
    return _INSIDE * math.sin(turn), _INSIDE * math.cos(turn)


def center(chart: Chart, what: str) -> Place:
    chart.only(what)
    chart.need("pie")
    return 0.0, 0.0


def cell(chart: Chart, series: str, category: str) -> Place:
    chart.need("heat map")
    chart.row(series)
    return float(chart.index(category)), -float([one.name for one in chart.several()].index(series))


def median(chart: Chart, category: str) -> Place:
    return _of_box(chart, category, "median")


def upper_quartile(chart: Chart, category: str) -> Place:
    return _of_box(chart, category, "upper_quartile")


def lower_quartile(chart: Chart, category: str) -> Place:
    return _of_box(chart, category, "lower_quartile")


def maximum(chart: Chart, category: str) -> Place:
    return _of_box(chart, category, "maximum")


def minimum(chart: Chart, category: str) -> Place:
    return _of_box(chart, category, "minimum")


def _of_box(chart: Chart, category: str, what: str) -> Place:
    return _at(chart, _x(chart, category), measure(chart, category, what))


def tick(chart: Chart, number: str) -> Place:
    axis, value = chart.value_axis, read(number)
    if axis is None or not axis.low <= value <= axis.high or (value - axis.low) % axis.step:
        raise Unknown(f"there is no tick {number}")
    at = float(chart.axis_at)
    return (float(value), at) if chart.type == "horizontal bar" else (at, float(value))


def top_dot(chart: Chart, category: str) -> Place:
    chart.need("dot plot")
    n_dots = chart.value(category) / chart.key
    if not n_dots:
        raise Unknown(f"there is no dot over {category}")
    return float(chart.index(category)), float(n_dots)
