import pytest

from tests.stages.verify.charts.charts import boxes, chart, dot_plot, histogram
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("oracle", "expression", "value"),
    [
        (histogram("3", "5", "1"), ("bin_width", "chart"), "10"),
        (histogram("3", "5", "1"), ("under", "20"), "8"),
        (histogram("3", "5", "1"), ("from", "20"), "1"),
        (histogram("3", "5", "1"), ("under", "0"), "0"),
        (histogram("3", "5", "1"), ("modal", "chart"), "10-20"),
        (histogram("3", "5", "1"), ("median_bin", "chart"), "10-20"),
        (histogram("5", "3", "1"), ("median_bin", "chart"), "0-10"),
        (dot_plot(), ("mode", "chart"), "2"),
        (dot_plot(), ("dots", "2"), "4"),
        (dot_plot(), ("value", "2"), "8"),
        (boxes(), ("minimum", "Anna"), "2"),
        (boxes(), ("upper_quartile", "Ben"), "6"),
        (boxes(), ("median", "Anna"), "5"),
        (boxes(), ("range", "Ben"), "11"),
        (boxes(), ("interquartile_range", "Anna"), "4"),
        (boxes(), ("extreme", "range", "largest"), "Ben"),
        (boxes(), ("extreme", "minimum", "largest"), "Anna"),
        (boxes(), ("half_between", "Anna"), "4, 8"),
        (boxes(), ("category", "2"), "Ben"),
    ],
)
def test_values(oracle, expression, value):
    assert oracle.value(expression) == value


@pytest.mark.parametrize(
    ("oracle", "expression"),
    [
        (histogram("3", "5", "1"), ("under", "15")),
        (histogram("4", "4"), ("median_bin", "chart")),
        (histogram("4", "4"), ("modal", "chart")),
        (histogram("0", "0"), ("median_bin", "chart")),
        (boxes(), ("extreme", "median", "largest")),
        (boxes(), ("extreme", "mode", "largest")),
        (boxes(), ("extreme", "range", "best")),
        (boxes(), ("value", "Anna")),
        (chart("bar"), ("minimum", "Anna")),
        (chart("bar"), ("dots", "Anna")),
    ],
)
def test_what_has_no_value(oracle, expression):
    with pytest.raises(Unknown):
        oracle.value(expression)
