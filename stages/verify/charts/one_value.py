"""What can be said of charts whose categories have one value each."""

from __future__ import annotations

from fractions import Fraction
from statistics import median as middle_of

from vlcorpus.stages.verify.charts.chart import Chart, largest_of, nth, only_one, read, smallest_of, write
from vlcorpus.stages.verify.oracle import Unknown


def value(chart: Chart, category: str) -> str:
    return write(chart.value(category))


def largest(chart: Chart, what: str) -> str:
    chart.only(what)
    return largest_of(chart.values())


def smallest(chart: Chart, what: str) -> str:
    chart.only(what)
    return smallest_of(chart.values())


def ranked(chart: Chart, number: str) -> str:
    values = chart.values()
    if len(set(values.values())) < len(values):
        raise Unknown("two values are equal")
    return nth(sorted(values, key=lambda name: -values[name]), number)


def larger(chart: Chart, one: str, other: str) -> str:
    return larger_of({name: chart.value(name) for name in (one, other)})


def larger_of(values: dict[str, Fraction]) -> str:
    if len(values) < 2:
        raise Unknown("it is compared with itself")
    return largest_of(values)


def difference(chart: Chart, one: str, other: str) -> str:
    return write(abs(chart.value(one) - chart.value(other)))


def ratio(chart: Chart, one: str, other: str) -> str:
    if not chart.value(other):
        raise Unknown(f"{other} is zero")
    return write(chart.value(one) / chart.value(other))


def sum_(chart: Chart, one: str, other: str) -> str:
    return write(chart.value(one) + chart.value(other))


def total(chart: Chart, what: str) -> str:
    chart.only(what)
    return write(_total(chart))


def _total(chart: Chart) -> Fraction:
    return sum(chart.values().values(), Fraction(0))


def mean(chart: Chart, what: str) -> str:
    chart.only(what)
    return write(_total(chart) / len(chart.categories))


def range_(chart: Chart, what: str) -> str:
    chart.only(what)
    values = chart.values().values()
    return write(max(values) - min(values))


def median(chart: Chart, what: str) -> str:
    chart.only(what)
    if chart.type in ("histogram", "dot plot"):
        raise Unknown("of counts, people would take the median of what is counted")
    return write(Fraction(middle_of(chart.values().values())))


def above(chart: Chart, number: str) -> str:
    return str(sum(value > read(number) for value in chart.values().values()))


def below(chart: Chart, number: str) -> str:
    return str(sum(value < read(number) for value in chart.values().values()))


def having(chart: Chart, number: str) -> str:
    wanted = read(number)
    return only_one((name for name, value in chart.values().items() if value == wanted), "of this value")


def share(chart: Chart, category: str) -> str:
    whole = _total(chart)
    if whole <= 0 or any(value < 0 for value in chart.values().values()):
        raise Unknown("there are no shares of such a total")
    return f"{write(100 * chart.value(category) / whole)}%"
