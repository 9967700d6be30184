import pytest

from tests.stages.stem.charts.charts import boxes, histogram, lone, scatter, several
from vlcorpus.stages.stem.charts.places import places, slice_angles


def found(chart):
    return dict(places(chart))


def test_bars():
    assert found(lone(4, 1))["top", "A"] == (0, 4)
    assert found(lone(4, 1, kind="horizontal bar"))["middle", "B"] == (0.5, -1)
    assert found(lone(4, 1))["tick", "3"][1] == 3
    assert found(histogram(1, 4))["top", "10-20"] == (15, 4)


def test_groups_and_stacks():
    grouped = found(several(x=(1, 2), y=(3, 4)))
    assert float(grouped["top", "x", "A"][0]) == pytest.approx(-0.3)
    assert found(several("stacked bar", x=(1, 2), y=(3, 4)))["middle", "y", "B"] == (1, 4)


def test_other_charts():
    assert found(lone(4, 1, kind="line"))["mark", "B"] == (1, 1)
    assert found(scatter({"A": (1, 2)}))["point", "A"] == (1, 2)
    assert found(boxes(a=(1, 2, 4, 6, 9)))["median", "a"] == (0, 4)
    assert found(several("heat map", x=(1, 2), y=(3, 4)))["cell", "y", "B"] == (1, -1)
    assert found(lone(4, 0, kind="dot plot", key=2))["top_dot", "A"] == (0, 2)


def test_slices_go_clockwise_from_the_top():
    chart = lone(1, 1, 2, kind="pie", scale=None)
    assert slice_angles(chart)[0] == pytest.approx((1.5708, 0), abs=1e-4)
    x, y = found(chart)["slice", "A"]
    assert x > 0 < y
    assert found(chart)["slice", "C"][0] < 0
