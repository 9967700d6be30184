import pytest

from tests.stages.verify.charts.charts import chart, several
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("value", "2021", "Ben"), "8"),
        (("largest", "2021"), "Ben"),
        (("smallest", "2022"), "Dan"),
        (("leader", "Anna"), "2022"),
        (("larger", "2021", "Anna", "Cleo"), "Cleo"),
        (("difference", "2021", "Anna", "Cleo"), "2"),
        (("gap", "Ben", "2021", "2022"), "2"),
        (("total", "2021"), "17"),
        (("stack", "Ben"), "14"),
        (("highest_stack", "chart"), "Ben"),
        (("ahead", "2022", "2021"), "2"),
        (("color", "2022"), "blue"),
        (("with_color", "red"), "2021"),
    ],
)
def test_values(expression, value):
    assert several("grouped bar").value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("value", "2023", "Ben"),
        ("leader", "Cleo"),
        ("larger", "2021", "Ben", "Ben"),
        ("ahead", "2021", "2021"),
        ("with_color", "green"),
        ("top_cell", "chart"),
        ("stack", "Eva"),
    ],
)
def test_what_has_no_value(expression):
    with pytest.raises(Unknown):
        several("grouped bar").value(expression)


def test_a_heat_map_has_a_top_cell():
    assert several("heat map").value(("top_cell", "chart")) == "2021, Ben"


def test_a_lone_series_is_not_named():
    with pytest.raises(Unknown):
        chart("bar").value(("value", "values", "Ben"))
