import pytest

from tests.stages.stem.plane_geometry.figures import figure_of, with_circle
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.gates import check

BOX = {"A": (0, 0), "B": (100, 0), "C": (100, 80), "D": (0, 80)}


def joined(*pairs, **points):
    figure = figure_of(BOX, **points)
    for pair in pairs:
        figure.draw(*pair)
    return figure


@pytest.mark.parametrize(
    "figure",
    [
        joined("AC", "BD"),
        joined("AP", P=(100, 40)),
        with_circle(joined(), "circle", (50, 40), 30**2),
        with_circle(joined(), "circle", (50, 40), 40**2),  # it touches two sides exactly
    ],
)
def test_what_is_clear_passes(figure):
    check(figure)


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        (joined(P=(3, 3)), "points are near"),
        (joined("AC", P=(50, 43)), "near a line"),
        (joined("AP", P=(100, 18)), "almost parallel"),
        (joined("PQ", P=(30, 0), Q=(35, 80)), "almost parallel"),
        (figure_of({"A": (0, 0), "B": (90, 10), "C": (-13, 80)}), "almost perpendicular"),
        (joined("AC", "BD", "PQ", P=(48, 0), Q=(54, 80)), "almost"),
        (with_circle(joined(), "circle", (50, 40), 5**2), "circle is small"),
        (with_circle(joined(), "circle", (50, 40), 38**2), "almost touches"),
        (with_circle(joined(P=(50, 72)), "circle", (50, 40), 30**2), "near a circle"),
        (figure_of({"A": (0, 0), "B": (100, 0), "C": (50, 8)}), "thin"),
    ],
)
def test_what_looks_like_something_else_does_not(figure, why):
    with pytest.raises(Unfit, match=why):
        check(figure)
