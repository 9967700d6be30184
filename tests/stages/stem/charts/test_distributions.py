from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts import distributions
from vlcorpus.stages.stem.charts.correlation import correlation
from vlcorpus.stages.stem.charts.kinds import BASES

NAMES = [name for name, build in BASES.items() if build.__module__ == distributions.__name__]


def drawn(name, n=60):
    found = []
    for seed in range(n):
        try:
            found.append(BASES[name](Random(f"{name} {seed}")))
        except Unfit:
            continue
    return found


@pytest.mark.parametrize("name", NAMES)
def test_charts_of_a_kind_vary(name):
    found = drawn(name)
    assert len(found) > 3
    assert len({repr(chart) for chart in found}) == len(found)


def test_boxes_have_five_numbers_on_ticks():
    for chart in drawn("boxes", 20):
        for five in chart.boxes.values():
            assert list(five) == sorted(set(five))
            assert all(number % chart.scale.step == 0 for number in five)


def test_bins_are_equally_wide():
    for chart in drawn("skewed_histogram", 20):
        widths = {b - a for a, b in zip(chart.edges, chart.edges[1:], strict=False)}
        assert len(widths) == 1
        assert len(chart.edges) == len(chart.categories) + 1


@pytest.mark.parametrize(
    ("name", "trend"),
    [("rising_cloud", "positive"), ("falling_cloud", "negative"), ("cloud_without_trend", "none")],
)
def test_clouds_have_their_trend_and_named_points_are_on_ticks(name, trend):
    for chart in drawn(name):
        assert correlation([*chart.points.values(), *chart.others]) == trend
        for x, y in chart.points.values():
            assert x % chart.x_scale.step == y % chart.scale.step == 0


def test_a_dot_stands_for_the_key():
    keys = set()
    for chart in drawn("dot_plot"):
        keys.add(chart.key)
        assert all(value % chart.key == 0 for value in chart.series[0].values)
    assert len(keys) > 1
