"""What can be said of line charts: of their only series, or of one of several."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from vlcorpus.stages.verify.charts.chart import Chart, find, only_one
from vlcorpus.stages.verify.oracle import Unknown


def change(chart: Chart, one: str, other: str) -> str:
    chart.need("line")
    return _change(chart, chart.values(), one, other)


def change_of(chart: Chart, series: str, one: str, other: str) -> str:
    chart.need("line")
    return _change(chart, chart.row(series), one, other)


def _change(chart: Chart, values: Mapping[str, Fraction], one: str, other: str) -> str:
    if chart.index(other) != chart.index(one) + 1:
        raise Unknown(f"{other} does not follow {one}")
    before, after = find(values, one), find(values, other)
    return "stays" if before == after else "rises" if after > before else "falls"


def trend(chart: Chart, what: str) -> str:
    steps = [after - before for before, after in pairwise(_line(chart, what).values())]
    if all(step > 0 for step in steps):
        return "rising"
    return "falling" if all(step < 0 for step in steps) else "mixed"


def steepest_rise(chart: Chart, what: str) -> str:
    rises = {f"{a}, {b}": after - before for (a, before), (b, after) in pairwise(_line(chart, what).items())}
    most = max(rises.values())
    if most <= 0:
        raise Unknown("it never rises")
    return only_one((span for span, rise in rises.items() if rise == most), "the steepest")


def _line(chart: Chart, what: str) -> dict[str, Fraction]:
    chart.need("line")
    return chart.values() if what == "chart" else chart.row(what)


def crossings(chart: Chart, one: str, other: str) -> str:
    chart.need("line")
    pairs = zip(chart.row(one).values(), chart.row(other).values(), strict=True)
    gaps = [first - second for first, second in pairs]
    if not all(gaps):
        raise Unknown("both are equal somewhere")
    return str(sum((a > 0) != (b > 0) for a, b in pairwise(gaps)))
