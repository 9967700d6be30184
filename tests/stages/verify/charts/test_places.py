import pytest

from tests.stages.verify.charts.charts import boxes, chart, cloud, dot_plot, histogram, series, several
from vlcorpus.stages.verify.oracle import Unknown

PIE = chart("pie", value_axis=None, series=[series("values", "1", "1", "1", "1")])


@pytest.mark.parametrize(
    ("oracle", "place", "where"),
    [
        (chart("bar"), ("top", "Ben"), (1, 30)),
        (chart("bar"), ("middle", "Ben"), (1, 15)),
        (chart("horizontal bar"), ("top", "Ben"), (30, -1)),
        (chart("bar", axis_at="-0.5"), ("tick", "20"), (-0.5, 20)),
        (chart("horizontal bar", axis_at="-3.5"), ("tick", "20"), (20, -3.5)),
        (histogram("3", "5", "1"), ("top", "10-20"), (15, 5)),
        (several("grouped bar"), ("top", "2021", "Ben"), (0.85, 8)),
        (several("grouped bar"), ("middle", "2022", "Ben"), (1.15, 3)),
        (several("stacked bar"), ("top", "2022", "Ben"), (1, 14)),
        (several("stacked bar"), ("middle", "2022", "Ben"), (1, 11)),
        (chart("line"), ("mark", "Cleo"), (2, 6)),
        (several("line"), ("mark", "2022", "Cleo"), (2, 5)),
        (cloud(A=["3", "2.5"]), ("point", "A"), (3, 2.5)),
        (PIE, ("center", "chart"), (0, 0)),
        (PIE, ("slice", "Anna"), (0.6 * 0.5**0.5, 0.6 * 0.5**0.5)),
        (PIE, ("slice", "Dan"), (-0.6 * 0.5**0.5, 0.6 * 0.5**0.5)),
        (several("heat map"), ("cell", "2022", "Cleo"), (2, -1)),
        (boxes(), ("median", "Ben"), (1, 5)),
        (boxes(), ("upper_quartile", "Ben"), (1, 6)),
        (boxes(), ("lower_quartile", "Ben"), (1, 3)),
        (boxes(), ("maximum", "Ben"), (1, 12)),
        (boxes(), ("minimum", "Ben"), (1, 1)),
        (dot_plot(), ("top_dot", "2"), (1, 4)),
    ],
)
def test_where_places_are(oracle, place, where):
    assert oracle.where(place) == pytest.approx(where)


@pytest.mark.parametrize(
    ("oracle", "place"),
    [
        (chart("bar"), ("tick", "15")),
        (chart("bar"), ("tick", "50")),
        (chart("bar"), ("mark", "Ben")),
        (chart("line"), ("top", "Ben")),
        (cloud(A=["3", "2.5"]), ("point", "B")),
        (dot_plot(), ("top_dot", "3")),
        (PIE, ("tick", "1")),
        (boxes(), ("middle", "Ben")),
    ],
)
def test_what_is_nowhere(oracle, place):
    with pytest.raises(Unknown):
        oracle.where(place)
