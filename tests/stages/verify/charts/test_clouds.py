import pytest

from tests.stages.verify.charts.charts import chart, cloud
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("places", "correlation"),
    [
        ([(1, 2), (2, 4), (3, 6), (4, 7)], "positive"),
        ([(1, 9), (2, 6), (3, 5), (4, 1)], "negative"),
        ([(1, 1), (1, 3), (3, 1), (3, 3)], "none"),
    ],
)
def test_correlations(places, correlation):
    assert cloud(*places).value(("correlation", "chart")) == correlation


@pytest.mark.parametrize("places", [[(1, 1), (2, 3), (3, 1), (4, 4)], [(1, 1), (1, 2)]])
def test_what_is_no_clear_correlation(places):
    with pytest.raises(Unknown):
        cloud(*places).value(("correlation", "chart"))


def test_points():
    oracle = cloud((5, 5), A=["1", "4"], B=["3", "2.5"])
    assert oracle.value(("x", "B")) == "3"
    assert oracle.value(("y", "B")) == "2.5"
    assert oracle.value(("extreme", "x", "largest")) == "B"
    assert oracle.value(("extreme", "y", "smallest")) == "B"
    assert oracle.value(("right_of", "2")) == "2"
    assert oracle.value(("higher_than", "4")) == "1"
    for expression in (("x", "C"), ("extreme", "z", "largest"), ("extreme", "x", "best")):
        with pytest.raises(Unknown):
            oracle.value(expression)


def test_bars_have_no_points():
    with pytest.raises(Unknown):
        chart("bar").value(("right_of", "2"))
