"""Bars, alone, in groups, in stacks or lying, and the bins of a histogram."""

from __future__ import annotations

from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.axes.draw import NUMBER_SIZE, grid, level_axis, name_gap, upright_axis
from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.charts.chart import Chart, Pair, written
from vlcorpus.stages.stem.charts.facts import thing
from vlcorpus.stages.stem.charts.layout import (
    NAME_HEIGHT,
    Drawn,
    box,
    category_axis,
    legend,
    legend_width,
    names_below,
    titled,
    value_axis,
)
from vlcorpus.stages.stem.charts.places import bar

_BELOW, _ABOVE = 1.7, 1.4  # room for texts under and over the frame
_BESIDE = 2.6  # room for names of categories to the left


def draw_columns(chart: Chart, size: Point) -> Drawn:
    lying = chart.kind == "horizontal bar"
    frame = _lying_frame(chart, size) if lying else standing_frame(chart, size)
    things = [grid(frame, upright=lying, level=not lying)]
    things += _lying_axes(chart, frame) if lying else standing_axes(chart, frame)
    things += _bars(chart, frame, lying)
    if not chart.is_lone:
        things += legend(chart, frame.width, frame.height)
    left = _BESIDE if lying else name_gap(frame) + 0.8
    return Drawn(
        titled(things, chart, (frame.width / 2, frame.height + 0.2)),
        lambda pair: frame.at(*pair),
        ((-left, -_BELOW), (frame.width + legend_width(chart), frame.height + _ABOVE)),
    )


def standing_frame(chart: Chart, size: Point) -> Frame:
    """Return the frame of a chart whose values go upwards."""
    if chart.scale is None:
        raise ValueError(f"a {chart.kind} chart has no value axis")
    across = category_axis(chart)
    if chart.edges:
        labels = tuple((edge, written(edge)) for edge in chart.edges)
        across = Axis(
            chart.edges[0], chart.edges[-1], chart.edges[1] - chart.edges[0], labels, chart.edges_name
        )
    return Frame(across, value_axis(chart.scale), *size)


def standing_axes(chart: Chart, frame: Frame) -> list[Thing]:
    """Return an axis of values to the left, and one of categories, or of edges, below."""
    side = min(frame.width, frame.height)
    upright = upright_axis(frame, (0.0, frame.height), side, arrows=False)
    if chart.edges:
        return [level_axis(frame, (frame.width, 0.0), side, arrows=False), upright]
    places = [frame.at(n, frame.y.low) for n in range(len(chart.categories))]
    slot = frame.width / (len(chart.categories) + 0.5)
    tags = names_below(chart.categories, places, slot, NAME_HEIGHT)
    line = Shape(Role.AXIS, polyline([(0, 0), (frame.width, 0)]))
    return [Thing("x-axis", "axis", (line,), tags), upright]


def _lying_frame(chart: Chart, size: Point) -> Frame:
    if chart.scale is None:
        raise ValueError("a bar chart has no value axis")
    axis = category_axis(chart)
    return Frame(value_axis(chart.scale), Axis(-axis.high, -axis.low, axis.step), *size)


def _lying_axes(chart: Chart, frame: Frame) -> list[Thing]:
    places = [frame.at(frame.x.low, -n) for n in range(len(chart.categories))]
    tags = tuple(
        Tag(name, place, side=(-1, 0), size=NUMBER_SIZE)
        for name, place in zip(chart.categories, places, strict=True)
    )
    line = Shape(Role.AXIS, polyline([(0, 0), (0, frame.height)]))
    across = level_axis(frame, (frame.width, 0.0), min(frame.width, frame.height), arrows=False)
    return [across, Thing("y-axis", "axis", (line,), tags)]


def _bars(chart: Chart, frame: Frame, lying: bool) -> list[Thing]:
    found = []
    for row, series in enumerate(chart.series):
        for n, category in enumerate(chart.categories):
            middle, start, end = bar(chart, row, n)
            if start == end:
                continue
            width = chart.edges[1] - chart.edges[0] if chart.edges else chart.bar_width
            corners: list[Pair] = [(middle - width / 2, start), (middle + width / 2, end)]
            if lying:
                corners = [(start, -middle - width / 2), (end, -middle + width / 2)]
            (left, low), (right, high) = (frame.at(*corner) for corner in corners)
            shape = Shape(Role.SOLID, box(left, low, right, high), series.color)
            tags: tuple[Tag, ...] = ()
            if chart.labelled:
                tip = (right, (low + high) / 2) if lying else ((left + right) / 2, high)
                tags = (Tag(written(end), tip, side=(1, 0) if lying else (0, 1), gap=0.6, size=NUMBER_SIZE),)
            found.append(Thing(thing(chart, category, series.name), "bar", (shape,), tags))
    return found
