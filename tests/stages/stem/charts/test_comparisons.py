from itertools import pairwise
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts import comparisons
from vlcorpus.stages.stem.charts.kinds import BASES

NAMES = [name for name, build in BASES.items() if build.__module__ == comparisons.__name__]


def drawn(name):
    found = []
    for seed in range(30):
        try:
            found.append(BASES[name](Random(f"{name} {seed}")))
        except Unfit:
            continue
    return found


@pytest.mark.parametrize("name", NAMES)
def test_values_are_on_ticks_or_written(name):
    found = drawn(name)
    assert len(found) > 5
    for chart in found:
        values = [value for series in chart.series for value in series.values]
        if not chart.labelled:
            assert all(value % chart.scale.step == 0 for value in values)
            assert all(chart.scale.low <= value <= chart.scale.high for value in values)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_names_are_alike(name):
    for chart in drawn(name):
        names = [*chart.categories, *(series.name for series in chart.series)]
        assert len(set(names)) == len(names)


def test_charts_are_what_their_names_promise():
    for chart in drawn("sorted_bars"):
        values = list(chart.series[0].values)
        assert values == sorted(values, reverse=True)
    for chart in drawn("rising_line"):
        values = list(chart.series[0].values)
        assert all(a < b for a, b in pairwise(values))
    for chart in drawn("pie_of_a_hundred"):
        assert sum(chart.series[0].values) == 100
    for chart in drawn("stacked_bars"):
        for n in range(len(chart.categories)):
            assert sum(series.values[n] for series in chart.series) <= chart.scale.high
