from fractions import Fraction

import pytest

from tests.stages.verify.grid_maps.maps import BARE, NUMBERED, TRUTH
from vlcorpus.stages.verify.grid_maps.grid_map import read_map, steps
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@pytest.mark.parametrize(
    "wrong",
    [
        {"naming": "words"},
        {"columns": list("ABCDA")},
        {"landmarks": {"school": "F1"}},
        {"landmarks": {"school": "B2", "bank": "B2"}},
        {"regions": {"lake": ["A1"], "wood": ["A1"]}},
        {"region_colors": {}},
        {"roads": [["A1", "B2"]]},
        {"route": ["A1", "B1", "A1"]},
        {"north": "north"},
    ],
)
def test_what_no_map_can_be_is_a_contradiction(wrong):
    with pytest.raises(Contradiction):
        read_map(TRUTH | wrong)


def test_rows_are_counted_from_below_whatever_is_written():
    assert read_map(TRUTH).square("B2") == (1, 1)
    assert read_map(NUMBERED).square("school") == (1, 1)
    assert read_map(NUMBERED).name((0, 0)) == "(1, 2)"


@pytest.mark.parametrize(
    ("north", "way"), [("up", (1, 0)), ("right", (0, 1)), ("down", (-1, 0)), ("left", (0, -1))]
)
def test_a_compass_turns_ways_and_back(north, way):
    grid = read_map(TRUTH | {"north": north})
    assert grid.by_compass(1, 0) == way
    assert grid.in_picture(*way) == (1, 0)


def test_what_is_not_drawn_is_not_known():
    grid = read_map(BARE)
    for ask in (lambda: grid.by_compass(1, 0), lambda: grid.by_scale(1), lambda: grid.square("inn")):
        with pytest.raises(Unknown):
            ask()


def test_a_scale_is_a_fraction():
    assert read_map(TRUTH).one_square == Fraction(25, 2)
    assert read_map(TRUTH).by_scale(3) == "75/2"
    assert steps((0, 0), (3, 2)) == 5
