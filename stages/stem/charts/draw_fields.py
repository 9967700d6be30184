"""Charts without an axis of values: pies, heat maps, dot plots."""

from __future__ import annotations

import math

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.axes.draw import NAME_SIZE, NUMBER_SIZE
from vlcorpus.stages.stem.charts.chart import Chart, written
from vlcorpus.stages.stem.charts.facts import thing
from vlcorpus.stages.stem.charts.layout import NAME_HEIGHT, Drawn, box, names_below, titled
from vlcorpus.stages.stem.charts.places import slice_angles

_RADIUS = 3.5
_CELL = (1.7, 1.1)  # width and height
_FAINT, _STRONG = 0.04, 0.42  # of the smallest and the largest value of a heat map
_COLUMN, _DOT_STEP = 1.3, 0.75  # of a dot plot, across and up


def draw_pie(chart: Chart, size: Point) -> Drawn:
    things = []
    rows = zip(chart.categories, chart.series[0].values, slice_angles(chart), chart.hues, strict=True)
    for category, value, (start, end), hue in rows:
        middle = (start + end) / 2
        out = (math.cos(middle), math.sin(middle))
        tag = Tag(
            f"{category}: {written(value)}", (_RADIUS * out[0], _RADIUS * out[1]), side=out, size=NUMBER_SIZE
        )
        things.append(
            Thing(thing(chart, category), "slice", (Shape(Role.SOLID, _slice(start, end), hue),), (tag,))
        )
    return Drawn(
        titled(things, chart, (0.0, _RADIUS + 1.1)),
        lambda pair: (_RADIUS * float(pair[0]), _RADIUS * float(pair[1])),
        ((-_RADIUS - 2.4, -_RADIUS - 0.8), (_RADIUS + 2.4, _RADIUS + 1.8)),
    )


def _slice(start: float, end: float) -> Path:
    rim = arc((0.0, 0.0), _RADIUS, start, end - start)
    (_, (first,)), *rest = rim.commands
    return Path((("M", ((0.0, 0.0),)), ("L", (first,)), *rest, ("Z", ())))


def draw_heat_map(chart: Chart, size: Point) -> Drawn:
    width, height = _CELL
    values = [value for series in chart.series for value in series.values]
    low, spread = min(values), max(values) - min(values) or 1
    hue = chart.hues[0] if chart.hues else None
    things = []
    for row, series in enumerate(chart.series):
        for column, category in enumerate(chart.categories):
            x, y = column * width, -row * height
            value = series.values[column]
            path = box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            strength = _FAINT + (_STRONG - _FAINT) * float((value - low) / spread)
            shapes = (Shape(Role.SHADE, path, hue, strength), Shape(Role.MARK, path))
            tags = [Tag(written(value), (x, y), is_centered=True, size=NUMBER_SIZE)]
            if column == 0:
                tags.append(Tag(series.name, (x - width / 2, y), side=(-1, 0), size=NUMBER_SIZE))
            things.append(Thing(thing(chart, category, series.name), "cell", shapes, tuple(tags)))
    bottom = (0.5 - len(chart.series)) * height
    names = names_below(
        chart.categories,
        [(n * width, bottom) for n in range(len(chart.categories))],
        width,
        NAME_HEIGHT * 0.8,
    )
    things[-1] = Thing(things[-1].name, "cell", things[-1].shapes, (*things[-1].tags, *names))
    middle = (len(chart.categories) - 1) * width / 2
    return Drawn(
        titled(things, chart, (middle, height / 2 + 0.2)),
        lambda pair: (width * float(pair[0]), height * float(pair[1])),
        ((-width / 2 - 2.6, bottom - 1.2), (2 * middle + width / 2, height / 2 + 1.4)),
    )


def draw_dot_plot(chart: Chart, size: Point) -> Drawn:
    counts = [int(value / chart.key) for value in chart.series[0].values]
    right, top = (len(counts) - 0.4) * _COLUMN, max(counts) * _DOT_STEP
    left = -0.6 * _COLUMN
    line = Shape(Role.AXIS, polyline([(left, 0), (right, 0)]))
    tags = names_below(
        chart.categories, [(n * _COLUMN, 0.0) for n in range(len(counts))], _COLUMN, NAME_HEIGHT * 0.8
    )
    name = Tag(chart.edges_name, ((left + right) / 2, -0.9), side=(0, -1), size=NAME_SIZE)
    things = [Thing("x-axis", "axis", (line,), (*tags, name))]
    for n, (category, count) in enumerate(zip(chart.categories, counts, strict=True)):
        dots = tuple(Dot((n * _COLUMN, k * _DOT_STEP)) for k in range(1, count + 1))
        if dots:
            things.append(Thing(thing(chart, category), "column", dots))
    if chart.key > 1:
        at = (right + 0.5, top)
        things.append(
            Thing("key", "key", (Dot(at),), (Tag(f"= {chart.key}", at, side=(1, 0), size=NUMBER_SIZE),))
        )
    return Drawn(
        titled(things, chart, ((left + right) / 2, top + 0.7)),
        lambda pair: (_COLUMN * float(pair[0]), _DOT_STEP * float(pair[1])),
        ((left - 0.5, -2.2), (right + (1.8 if chart.key > 1 else 0.5), top + 1.9)),
    )
