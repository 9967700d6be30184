from fractions import Fraction

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.blind_spots.crossings import crossings


def test_lines_cross_in_exact_points():
    assert crossings([[0, 0], [300, 200]], [[0, 200], [300, 0]]) == [(150, 100)]
    assert crossings([[0, 0], [700, 300]], [[0, 300], [700, 100]]) == [(Fraction(420), Fraction(180))]


def test_a_zigzag_is_crossed_by_each_of_its_pieces():
    zigzag = [[0, 0], [200, 400], [400, 0], [600, 400]]
    assert len(crossings(zigzag, [[-100, 200], [700, 210]])) == 3


@pytest.mark.parametrize(
    "other",
    [[[500, 10], [500, 400]], [[-300, -40], [1300, 40]]],
    ids=["an end near the line", "a small angle"],
)
def test_what_almost_crosses_is_thrown_away(other):
    with pytest.raises(Unfit):
        crossings([[0, 0], [1000, 0]], other)
