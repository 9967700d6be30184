import pytest

from vlcorpus.stages.verify.blind_spots.sights import Point, Sight, crossings, turn
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def line(*corners):
    return [Point(*corner) for corner in corners]


def test_lines_cross_where_they_do():
    zigzag = line((0, 0), (10, 10), (20, 0))
    assert crossings(zigzag, line((0, 5), (20, 5))) == [(5, 5), (15, 5)]
    assert crossings(zigzag, line((0, 20), (20, 20))) == []
    assert crossings(line((0, 0), (2, 0)), line((3, 0), (9, 0))) == []


@pytest.mark.parametrize("other", [[(10, 10), (10, 20)], [(0, 10), (20, 10)], [(2, 2), (8, 8)]])
def test_lines_that_touch_do_not_cross_and_are_not_apart(other):
    with pytest.raises(Unknown):
        crossings(line((0, 0), (10, 10), (20, 0)), line(*other))


def test_turns():
    assert turn(Point(0, 0), Point(1, 0), Point(1, 1)) > 0


@pytest.mark.parametrize(
    "truth",
    [
        {"circles": {"A": [0, 0, 0]}},
        {"lines": {"red line": [[0, 0]]}},
        {"stations": {"A": [0, 0]}, "paths": [["red", ["A", "B"], []]]},
        {"stack": ["red", "red"]},
        {"stack": ["red"], "overlaps": [["red", "blue"]]},
        {"word": {"text": "abc", "at": [[0, 0]] * 3, "circled": 3}},
    ],
)
def test_what_cannot_be_is_refused(truth):
    with pytest.raises(Contradiction):
        Sight(truth)
