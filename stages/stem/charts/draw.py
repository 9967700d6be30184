"""Charts as things to be drawn: each kind by its own module."""

from __future__ import annotations

from random import Random

from vlcorpus.stages.stem.charts.chart import Chart
from vlcorpus.stages.stem.charts.draw_columns import draw_columns
from vlcorpus.stages.stem.charts.draw_fields import draw_dot_plot, draw_heat_map, draw_pie
from vlcorpus.stages.stem.charts.draw_marks import draw_boxes, draw_lines, draw_scatter
from vlcorpus.stages.stem.charts.layout import Drawn

_WIDTHS, _HEIGHTS = (9.0, 12.0), (6.5, 8.5)
_DRAW = {
    "line": draw_lines,
    "scatter": draw_scatter,
    "box": draw_boxes,
    "pie": draw_pie,
    "heat map": draw_heat_map,
    "dot plot": draw_dot_plot,
}


def layout(chart: Chart, random: Random) -> Drawn:
    size = random.uniform(*_WIDTHS), random.uniform(*_HEIGHTS)
    return _DRAW.get(chart.kind, draw_columns)(chart, size)
