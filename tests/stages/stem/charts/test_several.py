from tests.stages.stem.charts.charts import said, several
from vlcorpus.stages.stem.charts.several import several_claims


def test_series_and_categories():
    found = said(several_claims(several(x=(1, 5, 2), y=(3, 4, 7))))
    assert found["value", "y", "B"] == "4"
    assert found["series", "2"] == "y"
    assert found["largest", "x"] == "B"
    assert found["leader", "A"] == "y"
    assert found["larger", "x", "A", "B"] == "B"
    assert found["difference", "x", "A", "B"] == "4"
    assert found["gap", "C", "x", "y"] == "5"
    assert found["total", "y"] == "14"
    assert found["stack", "B"] == "9"
    assert found["ahead", "x", "y"] == "1"
    assert ("highest_stack", "chart") not in found


def test_colours_are_those_of_the_legend():
    found = said(several_claims(several(x=(1, 2), y=(3, 4))))
    assert found["color", "x"] == "red"
    assert found["with_color", "blue"] == "y"


def test_the_largest_cell_of_a_heat_map():
    found = said(several_claims(several("heat map", x=(1, 5), y=(3, 4))))
    assert found["top_cell", "chart"] == "x, B"
    assert ("color", "x") not in found
