import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.blind_spots.facts import claims, relation_of


def told(truth, priors=None):
    return {claim.expression: claim for claim in claims(truth, priors or {})}


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ([400, 0, 100], "apart"),
        ([180, 240, 200], "touching"),
        ([250, 0, 200], "overlapping"),
        ([20, 0, 30], "nested"),
    ],
)
def test_how_two_circles_lie(other, relation):
    assert relation_of([0, 0, 100], other) == relation


def test_circles_that_almost_touch_are_no_scene():
    with pytest.raises(Unfit):
        relation_of([0, 0, 100], [205, 0, 100])


def test_touching_circles_cover_no_common_area():
    of = told({"circles": {"circle A": [0, 0, 100], "circle B": [200, 0, 100]}})
    assert of["overlap", "circle A", "circle B"].value == "no"
    assert of["equal", "circle A", "circle B"].value == "yes"
    assert ("larger", "circle A", "circle B") not in of


def test_circles_without_a_name_are_only_counted():
    of = told({"circles": {f"circle {n}": [150 * n, 0, 100] for n in range(5)}})
    assert of["count", "overlaps"].value == "4"
    assert {expression[0] for expression in of} == {"count"}


def test_equal_bars_that_seem_unequal():
    bars = {"bars": {"bar A": [[0, 0], [400, 0]], "bar B": [[0, 200], [400, 200]]}}
    claim = told(bars, {("equal", "bar A", "bar B"): "no"})["equal", "bar A", "bar B"]
    assert (claim.value, claim.prior) == ("yes", "no")


def test_lines_are_told_how_often_they_cross():
    of = told({"lines": {"red line": [[0, 0], [200, 400], [400, 0]], "blue line": [[-100, 200], [600, 210]]}})
    assert of["crossings", "red line", "blue line"].value == "2"
    assert of["corners", "red line"].value == "1"
    assert ("corners", "blue line") not in of


def test_paths_are_followed_both_ways():
    truth = {
        "stations": {"station A": [0, 0], "station B": [300, 0], "station C": [0, 300]},
        "paths": [["red", ["station A", "station B"], [[0, 0], [300, 0]]]],
    }
    of = told(truth)
    assert of["end", "red", "station A"].value == "station B"
    assert of["end", "red", "station B"].value == "station A"
    assert of["paths", "station A", "station B"].value == "1"
    assert of["connected", "station A", "station C"].value == "no"
    assert of["degree", "station C"].value == "0"


def test_a_dot_inside_an_outline_that_winds():
    outline = [[0, 0], [400, 0], [400, 400], [200, 100], [0, 400]]
    of = told({"outline": outline, "dots": {"dot P": [200, 50], "dot Q": [200, 300]}})
    assert of["inside", "dot P", "outline"].value == "yes"
    assert of["inside", "dot Q", "outline"].value == "no"


def test_what_is_in_front_was_painted_later():
    of = told({"stack": ["red", "blue", "green"], "overlaps": [["red", "green"]]})
    assert of["in_front", "red", "green"].value == "green"
    assert ("top", "stack") not in of


def test_a_letter_is_counted_with_its_capital():
    of = told({"word": {"text": "Banana", "at": [], "circled": 0}})
    assert of["circled_letter", "word"].value == "B"
    assert of["occurrences", "a", "word"].value == "3"
    assert of["occurrences", "b", "word"].value == "1"


def test_cells_are_rows_times_columns():
    of = told({"grid": {"x": [0, 1, 2, 3], "y": [0, 1, 2]}})
    assert [of["count", what].value for what in ("rows", "columns", "cells")] == ["2", "3", "6"]
