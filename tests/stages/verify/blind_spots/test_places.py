import pytest

from tests.stages.verify.blind_spots.test_others import METRO, WORD
from vlcorpus.stages.verify.blind_spots import places
from vlcorpus.stages.verify.blind_spots.sights import Sight
from vlcorpus.stages.verify.oracle import Unknown


def test_circles_touch_between_their_centres():
    sight = Sight({"circles": {"A": [0, 0, 50], "B": [60, 80, 50], "C": [60, 80, 40]}})
    assert places.contact(sight, "A", "B") == (30, 40)
    assert places.center(sight, "B") == (60, 80)
    with pytest.raises(Unknown):
        places.contact(sight, "A", "C")


def test_lines_cross_once():
    sight = Sight({"lines": {"a": [[0, 0], [3, 3]], "b": [[0, 1], [3, 0]], "c": [[9, 9], [9, 8]]}})
    assert places.crossing(sight, "a", "b") == (0.75, 0.75)
    with pytest.raises(Unknown):
        places.crossing(sight, "a", "c")


def test_named_places():
    assert places.end(METRO, "blue", "A") == places.station(METRO, "B") == (100, 0)
    assert places.circled(WORD, "word") == (30, 0)
    assert places.dot(Sight({"dots": {"P": [1, 2]}}), "P") == (1, 2)


def test_cells_are_counted_from_above_and_from_the_left():
    table = Sight({"grid": {"x": [0, 10, 20], "y": [0, 10, 20, 30]}})
    assert places.cell(table, "1", "2") == (15, 25)
    for row, column in (("0", "1"), ("4", "1"), ("1", "3")):
        with pytest.raises(Unknown):
            places.cell(table, row, column)


def test_the_innermost_square():
    assert places.innermost(Sight({"squares": [[0, 0, 90], [5, 6, 40]]}), "squares") == (5, 6)
    with pytest.raises(Unknown):
        places.innermost(Sight({"squares": [[0, 0, 90], [0, 0, 40]]}), "squares")
