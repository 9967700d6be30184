from random import Random

import pytest

from tests.stages.stem.charts.charts import boxes, histogram, lone, scatter, several
from vlcorpus.stages.stem.charts.draw import layout
from vlcorpus.stages.stem.charts.places import places

CHARTS = [
    lone(4, 1, 8),
    lone(4, 1, 8, kind="horizontal bar"),
    lone(4, 1, 8, kind="line"),
    lone(4, 1, 8, kind="pie", scale=None, hues=("red", "blue", "green")),
    lone(4, 1, 8, kind="dot plot", scale=None),
    histogram(1, 4, 2),
    several(x=(1, 2), y=(3, 4)),
    several("stacked bar", x=(1, 2), y=(3, 4)),
    several("heat map", x=(1, 2), y=(3, 4)),
    scatter({"A": (1, 2)}, [(3, 4)]),
    boxes(a=(1, 2, 4, 6, 9)),
]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.kind)
def test_places_lie_in_the_room_and_the_title_is_there_once(chart):
    drawn = layout(chart, Random(0))
    (left, low), (right, high) = drawn.room
    for expression, pair in places(chart):
        x, y = drawn.at(pair)
        assert left <= x <= right, expression
        assert low <= y <= high, expression
    titles = [tag for thing in drawn.things for tag in thing.tags if tag.text == chart.title]
    assert len(titles) == 1
