from fractions import Fraction

import pytest

from vlcorpus.stages.stem.optics.setup import CONCAVE, CONVERGING, CONVEX, DIVERGING, PLANE, Setup


@pytest.mark.parametrize(
    ("element", "distance", "x", "height", "zone"),
    [
        (CONVERGING, 12, 6, -1, "beyond 2F"),
        (CONVERGING, 8, 8, -2, "at 2F"),
        (CONVERGING, 6, 12, -4, "between F and 2F"),
        (CONVERGING, 2, -4, 4, "inside F"),
        (DIVERGING, 4, -2, 1, None),
        (CONCAVE, 12, -6, -1, "beyond 2F"),
        (CONCAVE, 2, 4, 4, "inside F"),
        (CONVEX, 4, 2, 1, None),
        (PLANE, 5, 5, 2, None),
    ],
)
def test_images_lie_where_books_say(element, distance, x, height, zone):
    setup = Setup(element, 0 if element == PLANE else 4, Fraction(distance), 2)
    assert setup.image == (x, height)
    assert setup.is_real == (height < 0)
    if zone:
        assert setup.zone == zone


def test_foci():
    assert set(Setup(CONVERGING, 4, Fraction(5), 2).foci.values()) == {(-4, 0), (4, 0)}
    assert Setup(CONCAVE, 4, Fraction(5), 2).foci == {"mirror": (-4, 0)}
    assert Setup(CONVEX, 4, Fraction(5), 2).foci == {"mirror": (4, 0)}
    assert Setup(PLANE, 0, Fraction(5), 2).foci == {}


def test_the_object_is_moved():
    assert Setup(CONVERGING, 4, Fraction(12), 2).moved(Fraction(-8)).magnification == 1
