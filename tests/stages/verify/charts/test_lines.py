import pytest

from tests.stages.verify.charts.charts import chart, series, several
from vlcorpus.stages.verify.oracle import Unknown


def line(*values):
    return chart("line", series=[series("values", *values)])


@pytest.mark.parametrize(
    ("values", "trend"), [("1234", "rising"), ("4321", "falling"), ("1324", "mixed"), ("1123", "mixed")]
)
def test_trends(values, trend):
    assert line(*values).value(("trend", "chart")) == trend


def test_changes():
    oracle = line("1", "4", "4", "2")
    assert oracle.value(("change", "Anna", "Ben")) == "rises"
    assert oracle.value(("change", "Ben", "Cleo")) == "stays"
    assert oracle.value(("change", "Cleo", "Dan")) == "falls"
    assert oracle.value(("steepest_rise", "chart")) == "Anna, Ben"
    for pair in (("Anna", "Cleo"), ("Ben", "Anna")):
        with pytest.raises(Unknown):
            oracle.value(("change", *pair))


def test_of_several_series():
    oracle = several("line")
    assert oracle.value(("change", "2021", "Ben", "Cleo")) == "falls"
    assert oracle.value(("trend", "2022")) == "mixed"
    assert oracle.value(("steepest_rise", "2021")) == "Anna, Ben"
    with pytest.raises(Unknown):
        oracle.value(("crossings", "2021", "2022"))  # equal at Cleo


def test_crossings():
    rows = [series("one", "1", "3", "1", "3"), series("two", "2", "2", "2", "2")]
    assert chart("line", series=rows).value(("crossings", "one", "two")) == "3"


@pytest.mark.parametrize("values", ["4321", "1357"])
def test_no_steepest_rise(values):
    with pytest.raises(Unknown):
        line(*values).value(("steepest_rise", "chart"))


def test_bars_have_no_trend():
    with pytest.raises(Unknown):
        chart("bar").value(("trend", "chart"))
