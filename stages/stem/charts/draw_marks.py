"""Lines with dots, clouds of points, and boxes with whiskers."""

from __future__ import annotations

from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.axes.draw import grid, name_gap, outer_axes
from vlcorpus.stages.stem.axes.frame import Frame
from vlcorpus.stages.stem.charts.chart import Chart
from vlcorpus.stages.stem.charts.draw_columns import standing_axes, standing_frame
from vlcorpus.stages.stem.charts.facts import thing
from vlcorpus.stages.stem.charts.layout import Drawn, box, legend, legend_width, titled, value_axis

_BELOW, _ABOVE = 1.7, 1.4
_CAP = 0.5  # length of the end of a whisker, of the width of its box


def draw_lines(chart: Chart, size: Point) -> Drawn:
    frame = standing_frame(chart, size)
    things = [grid(frame, upright=False), *standing_axes(chart, frame)]
    for series in chart.series:
        places = [frame.at(n, value) for n, value in enumerate(series.values)]
        path = Shape(Role.LINE, polyline(places), series.color)
        things.append(Thing(f"line {series.name}", "line", (path,)))
    for series in chart.series:
        for n, (category, value) in enumerate(zip(chart.categories, series.values, strict=True)):
            dot = Dot(frame.at(n, value), hue=series.color)
            things.append(Thing(thing(chart, category, series.name), "dot", (dot,)))
    if not chart.is_lone:
        things += legend(chart, frame.width, frame.height, as_line=True)
    return _drawn(chart, frame, things)


def draw_scatter(chart: Chart, size: Point) -> Drawn:
    if chart.scale is None or chart.x_scale is None:
        raise ValueError("a scatter chart has two axes")
    frame = Frame(value_axis(chart.x_scale), value_axis(chart.scale), *size)
    things = [grid(frame), *outer_axes(frame)]
    for n, pair in enumerate(chart.others, start=1):
        things.append(Thing(f"dot {n}", "dot", (Dot(frame.at(*pair)),)))
    for name, pair in chart.points.items():
        place = frame.at(*pair)
        things.append(Thing(f"point {name}", "point", (Dot(place),), (Tag(name, place),)))
    return _drawn(chart, frame, things)


def draw_boxes(chart: Chart, size: Point) -> Drawn:
    frame = standing_frame(chart, size)
    things = [grid(frame, upright=False), *standing_axes(chart, frame)]
    for n, (name, five) in enumerate(chart.boxes.items()):
        left, right = (frame.at(n + sign * chart.bar_width / 2, five[0])[0] for sign in (-1, 1))
        x, low, q1, median, q3, high = frame.at(n, 0)[0], *(frame.at(n, value)[1] for value in five)
        cap = _CAP * (right - left) / 2
        lines = [
            [(x, low), (x, q1)],
            [(x, q3), (x, high)],
            [(x - cap, low), (x + cap, low)],
            [(x - cap, high), (x + cap, high)],
        ]
        shapes = [Shape(Role.LINE, polyline(line)) for line in lines]
        shapes.append(Shape(Role.SOLID, box(left, q1, right, q3)))
        shapes.append(Shape(Role.LINE, polyline([(left, median), (right, median)])))
        things.append(Thing(f"box {name}", "box", tuple(shapes)))
    return _drawn(chart, frame, things)


def _drawn(chart: Chart, frame: Frame, things: list[Thing]) -> Drawn:
    return Drawn(
        titled(things, chart, (frame.width / 2, frame.height + 0.2)),
        lambda pair: frame.at(*pair),
        (
            (-name_gap(frame) - 0.8, -_BELOW),
            (frame.width + legend_width(chart), frame.height + _ABOVE),
        ),
    )
