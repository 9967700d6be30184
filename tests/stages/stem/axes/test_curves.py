from fractions import Fraction

import pytest

from tests.stages.stem.axes.test_frame import axis
from vlcorpus.stages.stem.axes.curves import pieces, samples, spaced
from vlcorpus.stages.stem.axes.frame import Frame

FRAME = Frame(axis(0, 4), axis(-1, 1), 4.0, 2.0)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ([(0, 0), (1, 1), (2, 0)], [[(0, 0), (1, 1), (2, 0)]]),
        ([(0, 0), (2, 2), (4, 0)], [[(0, 0), (1, 1)], [(3, 1), (4, 0)]]),
        ([(0, -2), (2, 2)], [[(0.5, -1), (1.5, 1)]]),
        ([(0, 2), (1, 3)], []),
        ([(0, 0), None, (1, 0), (2, 0)], [[(1, 0), (2, 0)]]),
        ([(0, 1), (1, 1)], [[(0, 1), (1, 1)]]),
        ([(0, 0), (1, -1), (2, 0)], [[(0, 0), (1, -1), (2, 0)]]),
    ],
)
def test_what_is_outside_the_frame_is_cut_off(line, parts):
    assert list(pieces(line, FRAME)) == parts


def test_a_function_has_no_points_where_it_has_no_value():
    assert samples(lambda x: 1 / x if x else None, (-1.0, 0.0, 2.0)) == [(-1.0, -1.0), None, (2.0, 0.5)]


def test_places_along_a_piece_are_evenly_apart_whatever_its_corners():
    places = list(spaced([(0.0, 0.0), (0.7, 0.0), (0.7, 0.5)], FRAME, 0.3))
    assert places == [pytest.approx(place) for place in [(0, 1), (0.3, 1), (0.6, 1), (0.7, 1.2), (0.7, 1.5)]]


def test_the_frame_need_not_be_in_units_of_the_scene():
    wide = Frame(axis(0, 4), axis(0, 100, 10), 8.0, 2.0)
    assert list(spaced([(0.0, 0.0), (4.0, 100.0)], wide, 20.0)) == [(0, 0)]
    assert wide.y.step == Fraction(10)
