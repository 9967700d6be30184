"""What can be said of several series."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.charts.chart import Chart, find, largest_of, only_one, smallest_of, write
from vlcorpus.stages.verify.charts.one_value import larger_of
from vlcorpus.stages.verify.oracle import Unknown


def value(chart: Chart, series: str, category: str) -> str:
    return write(find(chart.row(series), category))


def largest(chart: Chart, series: str) -> str:
    return largest_of(chart.row(series))


def smallest(chart: Chart, series: str) -> str:
    return smallest_of(chart.row(series))


def leader(chart: Chart, category: str) -> str:
    return largest_of(chart.column(category))


def larger(chart: Chart, series: str, one: str, other: str) -> str:
    return larger_of({name: find(chart.row(series), name) for name in (one, other)})


def difference(chart: Chart, series: str, one: str, other: str) -> str:
    row = chart.row(series)
    return write(abs(find(row, one) - find(row, other)))


def gap(chart: Chart, category: str, one: str, other: str) -> str:
    return write(abs(find(chart.row(one), category) - find(chart.row(other), category)))


def total(chart: Chart, series: str) -> str:
    return write(sum(chart.row(series).values(), Fraction(0)))


def stack(chart: Chart, category: str) -> str:
    return write(stack_of(chart, category))


def stack_of(chart: Chart, category: str) -> Fraction:
    return sum(chart.column(category).values(), Fraction(0))


def highest_stack(chart: Chart, what: str) -> str:
    chart.only(what)
    return largest_of({category: stack_of(chart, category) for category in chart.categories})


def top_cell(chart: Chart, what: str) -> str:
    chart.only(what)
    chart.need("heat map")
    cells = {
        f"{one.name}, {category}": value
        for one in chart.several()
        for category, value in zip(chart.categories, one.values, strict=True)
    }
    return largest_of(cells)


def ahead(chart: Chart, one: str, other: str) -> str:
    if one == other:
        raise Unknown("it is compared with itself")
    pairs = zip(chart.row(one).values(), chart.row(other).values(), strict=True)
    return str(sum(first > second for first, second in pairs))


def color(chart: Chart, series: str) -> str:
    chart.row(series)
    found = {one.name: one.color for one in chart.several()}[series]
    if not found:
        raise Unknown(f"{series} has no colour of its own")
    return found


def with_color(chart: Chart, wanted: str) -> str:
    return only_one((one.name for one in chart.several() if one.color == wanted), wanted)
