from fractions import Fraction

import pytest

from tests.stages.stem.grid_maps.maps import grid
from vlcorpus.stages.stem.grid_maps.grid import steps_between


def test_squares_have_names():
    assert grid().name((3, 2)) == "D3"
    assert grid(rows=list("4321")).name((3, 2)) == "D2"
    assert grid(columns=list("12345"), naming="numbers").name((3, 2)) == "(4, 3)"
    assert len(grid().squares) == 20


@pytest.mark.parametrize(
    ("north", "end", "direction"),
    [
        ("up", (1, 3), "north"),
        ("up", (3, 1), "east"),
        ("up", (2, 2), "northeast"),
        ("up", (0, 0), "southwest"),
        ("up", (3, 2), None),
        ("right", (3, 1), "north"),
        ("right", (1, 3), "west"),
        ("down", (1, 3), "south"),
        ("left", (1, 3), "east"),
        ("left", (2, 2), "southeast"),
    ],
)
def test_directions_follow_the_compass(north, end, direction):
    assert grid(north=north).direction((1, 1), end) == direction


def test_steps_and_sides_follow_the_compass():
    turned = grid(north="right")
    assert turned.step("north") == (1, 0)
    assert turned.step("east") == (0, -1)
    assert turned.along("north", (3, 2)) > turned.along("north", (1, 3))
    assert steps_between((1, 0), (3, 2)) == 4


def test_the_scale():
    assert grid(scale=(2, 5, "km")).length(3) == Fraction(15, 2)
    with pytest.raises(ValueError, match="no scale"):
        grid().length(3)


def test_the_truth_is_what_the_contract_describes():
    made = grid(
        regions={"lake": [(0, 0), (0, 1)]},
        region_colors={"lake": "blue"},
        route=[(0, 3), (1, 3)],
        scale=(2, 100, "m"),
        north="up",
    )
    assert made.truth() == {
        "columns": list("ABCDE"),
        "rows": list("1234"),
        "naming": "letters",
        "side": 100,
        "landmarks": {"school": "B1", "zoo": "B4", "bank": "D3"},
        "regions": {"lake": ["A1", "A2"]},
        "region_colors": {"lake": "blue"},
        "roads": [],
        "route": ["A4", "B4"],
        "scale": {"squares": 2, "distance": 100, "unit": "m"},
        "north": "up",
    }
    assert grid().truth()["scale"] is None
