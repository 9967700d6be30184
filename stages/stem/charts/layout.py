"""Where a chart's numbers lie in the scene, and what it is drawn as, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from vlcorpus.schemas.scenes.path import Path, Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.axes.draw import NUMBER_SIZE
from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.axes.numbers import steps
from vlcorpus.stages.stem.charts.chart import LONE, Chart, Pair, Scale, written

TITLE_SIZE = 0.95
_SLOT = 0.92  # part of the room of a category that its name may take
NAME_HEIGHT = 0.6  # of the room for the name of a category, in units of the scene
_LEGEND_STEP, _LEGEND_GAP, _SWATCH = 0.8, 0.6, 0.4
_CHARACTER = 0.36  # width of a character of a legend, at most


@dataclass(frozen=True, slots=True)
class Drawn:
    things: tuple[Thing, ...]
    at: Callable[[Pair], Point]  # where a place of the chart is in the scene
    room: tuple[Point, ...]


def box(left: float, low: float, right: float, high: float) -> Path:
    return polyline([(left, low), (right, low), (right, high), (left, high)], closed=True)


def titled(things: list[Thing], chart: Chart, above: Point) -> tuple[Thing, ...]:
    """Return the things with the title of the chart at the first of them."""
    title = Tag(chart.title, above, side=(0, 1), size=TITLE_SIZE)
    return (replace(things[0], tags=(*things[0].tags, title)), *things[1:])


def value_axis(scale: Scale) -> Axis:
    """Return the axis of a scale; each of its ticks has its number."""
    labels = tuple((tick, written(tick)) for tick in steps(scale.low, scale.high, scale.step))
    return Axis(scale.low, scale.high, scale.step, labels, scale.name)


def category_axis(chart: Chart) -> Axis:
    """Return the axis on which category number i is at i."""
    ends = Fraction(-3, 4), Fraction(len(chart.categories)) - Fraction(1, 4)
    return Axis(*ends, Fraction(1))


def names_below(names: tuple[str, ...], places: list[Point], slot: float, below: float) -> tuple[Tag, ...]:
    """Return names of categories, each in the middle of its room; all get smaller until each fits."""
    room = (_SLOT * slot, NAME_HEIGHT)
    return tuple(
        Tag(name, (x, y - below), is_centered=True, room=room, size=NUMBER_SIZE)
        for name, (x, y) in zip(names, places, strict=True)
    )


def legend(chart: Chart, right: float, top: float, *, as_line: bool = False) -> list[Thing]:
    """Return what tells the colours of series, one below the other, to the right of the chart."""
    found = []
    for n, series in enumerate(chart.series):
        x, y = right + _LEGEND_GAP, top - (n + 0.5) * _LEGEND_STEP
        half = _SWATCH / 2
        path = polyline([(x, y), (x + _SWATCH, y)]) if as_line else box(x, y - half, x + _SWATCH, y + half)
        shape = Shape(Role.LINE if as_line else Role.SOLID, path, series.color)
        tag = Tag(series.name, (x + _SWATCH, y), side=(1, 0), size=NUMBER_SIZE)
        found.append(Thing(f"legend {series.name}", "legend", (shape,), (tag,)))
    return found


def legend_width(chart: Chart) -> float:
    """Return how much room the legend takes to the right, 0 without one."""
    names = [series.name for series in chart.series if series.name != LONE]
    return _LEGEND_GAP + _SWATCH + 0.4 + _CHARACTER * max(map(len, names)) if names else 0.0
