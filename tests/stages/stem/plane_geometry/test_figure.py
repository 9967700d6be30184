from random import Random

import pytest

from tests.stages.stem.plane_geometry.figures import figure_of
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.exact import xy
from vlcorpus.stages.stem.plane_geometry.figure import Figure

SQUARE = {"A": (0, 0), "B": (4, 0), "C": (4, 4), "D": (0, 4)}


def test_points_are_named_by_letters_in_their_order_and_centres_by_o():
    figure = Figure.empty(Random(0))
    names = [figure.add(xy(k, 0)) for k in range(4)]
    assert names == sorted(names, key=figure.random and list(names).index)
    assert figure.add(xy(9, 9), center=True) == "O"
    assert figure.add(xy(8, 8), center=True) == "Q" or "Q" in names
    assert not {"I", "O"} & set(names)


def test_a_point_has_one_name():
    figure = figure_of(SQUARE)
    figure.letters = ["E"]
    with pytest.raises(Unfit, match="has a name"):
        figure.add(xy(4, 4))
    assert figure.add(xy(2, 2)) == "E"
    with pytest.raises(Unfit, match="no letter"):
        figure.add(xy(3, 3))


@pytest.mark.parametrize("pair", ["AB", "BA", "AM", "MB"])
def test_no_segment_is_drawn_over_another(pair):
    figure = figure_of(SQUARE, M=(2, 0))
    with pytest.raises(Unfit, match="drawn already"):
        figure.draw(*pair)


def test_no_segment_covers_another():
    figure = figure_of(SQUARE, P=(-1, 0), Q=(5, 0))
    with pytest.raises(Unfit, match="covers"):
        figure.draw("P", "Q")
    figure.draw("P", "A")
    assert figure.drawn[-1] == ("P", "A")


def test_a_copy_grows_alone():
    figure = figure_of(SQUARE)
    figure.letters = ["E", "F"]
    copy = figure.copy()
    copy.add(xy(1, 1))
    copy.draw("A", "C")
    copy.steps.append("diagonal")
    assert (len(figure.points), figure.segments, figure.steps) == (4, [], [])
    assert figure.letters == ["E", "F"]
    assert copy.random is figure.random


def test_picking_from_nothing_says_why():
    with pytest.raises(Unfit, match="there is no circle"):
        figure_of(SQUARE).pick([], "there is no circle")
