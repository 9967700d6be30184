import pytest

from tests.stages.verify.charts.charts import chart, series, several
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("value", "Ben"), "30"),
        (("largest", "chart"), "Ben"),
        (("smallest", "chart"), "Cleo"),
        (("ranked", "2"), "Dan"),
        (("larger", "Anna", "Dan"), "Dan"),
        (("difference", "Anna", "Dan"), "12"),
        (("ratio", "Ben", "Anna"), "2.5"),
        (("sum", "Anna", "Dan"), "36"),
        (("total", "chart"), "72"),
        (("mean", "chart"), "18"),
        (("range", "chart"), "24"),
        (("median", "chart"), "18"),
        (("above", "12"), "2"),
        (("below", "12"), "1"),
        (("having", "24"), "Dan"),
    ],
)
def test_values(expression, value):
    assert chart("bar").value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("value", "Eva"),
        ("ratio", "Cleo", "Dan", "Ben"),
        ("ratio", "Anna", "Zoe"),
        ("larger", "Anna", "Anna"),
        ("having", "13"),
        ("share", "Anna"),  # 16.6666…
        ("ranked", "5"),
        ("total", "2021"),
    ],
)
def test_what_has_no_value(expression):
    with pytest.raises(Unknown):
        chart("bar").value(expression)


def test_equal_values_have_no_order():
    oracle = chart("bar", series=[series("values", "4", "4", "0", "8")])
    assert oracle.value(("largest", "chart")) == "Dan"
    assert oracle.value(("share", "Anna")) == "25%"
    for expression in (
        ("ranked", "1"),
        ("larger", "Anna", "Ben"),
        ("having", "4"),
        ("ratio", "Anna", "Cleo"),
    ):
        with pytest.raises(Unknown):
            oracle.value(expression)


def test_negative_values_have_no_shares():
    with pytest.raises(Unknown):
        chart("bar", series=[series("values", "4", "-4", "0", "8")]).value(("share", "Anna"))


@pytest.mark.parametrize("kind", ["histogram", "dot plot"])
def test_a_median_of_counts_is_not_told(kind):
    with pytest.raises(Unknown):
        chart(kind, edges=["0", "1", "2", "3", "4"]).value(("median", "chart"))


def test_several_series_have_not_one_value_each():
    with pytest.raises(Unknown):
        several("line").value(("value", "Anna"))
