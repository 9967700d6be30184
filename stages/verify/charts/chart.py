"""A chart as the truth tells it, its numbers exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from vlcorpus.schemas.stem.charts import CHARTS, ONE_VALUE_EACH
from vlcorpus.stages.verify.decimals import read_decimal, write_decimal
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

MAX_DECIMALS = 3


@dataclass(frozen=True)
class Axis:
    name: str
    low: Fraction
    high: Fraction
    step: Fraction


@dataclass(frozen=True)
class Series:
    name: str
    color: str | None
    values: tuple[Fraction, ...]


@dataclass(frozen=True)
class Chart:
    type: str
    title: str
    value_axis: Axis | None
    x_axis: Axis | None
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    points: Mapping[str, tuple[Fraction, Fraction]]
    others: tuple[tuple[Fraction, Fraction], ...]
    edges: tuple[Fraction, ...]
    boxes: Mapping[str, tuple[Fraction, ...]]
    key: Fraction
    bar_width: Fraction
    axis_at: Fraction

    def need(self, *types: str) -> None:
        """Raises Unknown for a chart of another type."""
        if self.type not in types:
            raise Unknown(f"a {self.type} chart has no such thing")

    def only(self, what: str) -> None:
        if what != "chart":
            raise Unknown(f"it is asked of the chart, not of {what!r}")

    def values(self) -> dict[str, Fraction]:
        """Return the values by categories. Raises Unknown for a chart that has not one value each."""
        if self.type not in ONE_VALUE_EACH or len(self.series) != 1:
            raise Unknown(f"categories of this {self.type} chart have not one value each")
        return dict(zip(self.categories, self.series[0].values, strict=True))

    def value(self, category: str) -> Fraction:
        return find(self.values(), category)

    def several(self) -> tuple[Series, ...]:
        if len(self.series) < 2:
            raise Unknown("there are not several series")
        return self.series

    def row(self, series: str) -> dict[str, Fraction]:
        """Return the values of one of several series by categories."""
        for one in self.several():
            if one.name == series:
                return dict(zip(self.categories, one.values, strict=True))
        raise Unknown(f"there is no series {series!r}")

    def column(self, category: str) -> dict[str, Fraction]:
        """Return the values of several series in a category."""
        return {one.name: find(self.row(one.name), category) for one in self.several()}

    def index(self, category: str) -> int:
        if category not in self.categories:
            raise Unknown(f"there is no category {category!r}")
        return self.categories.index(category)

    def all_points(self) -> list[tuple[Fraction, Fraction]]:
        self.need("scatter")
        return [*self.points.values(), *self.others]


def find(values: Mapping[str, Fraction], name: str) -> Fraction:
    if name not in values:
        raise Unknown(f"there is no {name!r}")
    return values[name]


def only_one(names: Iterable[str], what: str) -> str:
    found = list(names)
    if len(found) != 1:
        raise Unknown(f"{len(found)} are {what}")
    return found[0]


def largest_of(values: Mapping[str, Fraction]) -> str:
    return only_one((name for name, value in values.items() if value == max(values.values())), "largest")


def smallest_of(values: Mapping[str, Fraction]) -> str:
    return only_one((name for name, value in values.items() if value == min(values.values())), "smallest")


def write(number: Fraction) -> str:
    """Return the number as charts write it. Raises Unknown for one of more than three decimals."""
    return write_decimal(number, MAX_DECIMALS)


def read(text: str) -> Fraction:
    """Return the number that a text of the chart means. Raises Unknown for what is none."""
    return read_decimal(text, MAX_DECIMALS)


def nth(names: Iterable[str], number: str) -> str:
    """Return the name at a place that is counted from 1."""
    listed = list(names)
    if not (number.isascii() and number.isdecimal() and 1 <= int(number) <= len(listed)):
        raise Unknown(f"there is no number {number!r}")
    return listed[int(number) - 1]


def read_chart(truth: Mapping[str, Any]) -> Chart:
    """Raises Contradiction for a chart that cannot be."""
    try:
        chart = _chart(truth)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise Contradiction(f"no chart: {error!r}") from error
    _check(chart)
    return chart


def _chart(truth: Mapping[str, Any]) -> Chart:
    return Chart(
        type=truth["chart"],
        title=truth["title"],
        value_axis=_axis(truth.get("value_axis")),
        x_axis=_axis(truth.get("x_axis")),
        categories=tuple(truth["categories"]),
        series=tuple(
            Series(told["name"], told["color"], tuple(map(Fraction, told["values"])))
            for told in truth["series"]
        ),
        points={name: (Fraction(x), Fraction(y)) for name, (x, y) in truth.get("points", {}).items()},
        others=tuple((Fraction(x), Fraction(y)) for x, y in truth.get("others", ())),
        edges=tuple(map(Fraction, truth.get("edges", ()))),
        boxes={name: tuple(map(Fraction, told)) for name, told in truth.get("boxes", {}).items()},
        key=Fraction(truth.get("key") or 1),
        bar_width=Fraction(truth.get("bar_width") or 0),
        axis_at=Fraction(truth.get("axis_at") or 0),
    )


def _axis(told: Mapping[str, str] | None) -> Axis | None:
    if not told:
        return None
    return Axis(told["name"], Fraction(told["low"]), Fraction(told["high"]), Fraction(told["step"]))


def _check(chart: Chart) -> None:
    if chart.type not in CHARTS:
        raise Contradiction(f"no chart {chart.type!r}")
    names = [*chart.categories, *(one.name for one in chart.series)]
    if len(set(names)) < len(names):
        raise Contradiction("two categories or series have one name")
    if any(len(one.values) != len(chart.categories) for one in chart.series):
        raise Contradiction("a series has not a value for each category")
    for axis in (chart.value_axis, chart.x_axis):
        if axis and (axis.step <= 0 or axis.low >= axis.high or (axis.high - axis.low) % axis.step):
            raise Contradiction(f"the ticks of {axis.name} do not end at the last one")
    if chart.type == "histogram" and len(chart.edges) != len(chart.categories) + 1:
        raise Contradiction("there are not as many bins as between edges")
    for numbers in (chart.edges, *chart.boxes.values()):
        if any(a > b for a, b in pairwise(numbers)):
            raise Contradiction("edges, or the numbers of a box, are not in order")
    if chart.type == "box" and list(chart.boxes) != list(chart.categories):
        raise Contradiction("the boxes are not those of the categories")
    if chart.type == "dot plot" and any(v % chart.key for v in chart.series[0].values):
        raise Contradiction("a column would have a part of a dot")
