import pytest

from tests.stages.verify.charts.charts import chart, cloud, several
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("oracle", "expression", "value"),
    [
        (chart("bar"), ("type", "chart"), "bar"),
        (chart("bar"), ("title", "chart"), "Books"),
        (chart("bar"), ("axis_name", "values"), "Books"),
        (chart("bar"), ("axis_step", "values"), "10"),
        (chart("bar"), ("axis_end", "values"), "40"),
        (chart("bar"), ("count", "categories"), "4"),
        (chart("bar"), ("category", "3"), "Cleo"),
        (several("line"), ("count", "series"), "2"),
        (several("line"), ("series", "2"), "2022"),
        (cloud((1, 2), A=["3", "4"]), ("axis_name", "x"), "Hours"),
        (cloud((1, 2), A=["3", "4"]), ("count", "points"), "2"),
    ],
)
def test_values(oracle, expression, value):
    assert oracle.value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("type", "line"),
        ("axis_name", "x"),
        ("axis_step", "x"),
        ("count", "series"),
        ("count", "points"),
        ("category", "5"),
        ("series", "1"),
    ],
)
def test_what_has_no_value(expression):
    with pytest.raises(Unknown):
        chart("bar").value(expression)


def test_a_pie_has_no_axis():
    with pytest.raises(Unknown):
        chart("pie", value_axis=None).value(("axis_end", "values"))
