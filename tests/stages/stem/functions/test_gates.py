import pytest

from tests.stages.stem.functions.plots import plot
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.functions.gates import check


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (plot(("linear", 1, 10)), "little of a graph"),
        (plot(("linear", "1/7", "1/2")), "hardly meets the grid"),
        (plot(("quadratic", 1, 0, -7)), "turns outside"),
        (plot(("linear", 3, 0), ("linear", 3, 1)), "run near each other"),
        (plot(("linear", 1, 0), points={"A": (1, "3/2")}), "near a graph"),
        (plot(points={"A": (1, 1), "B": (1, "3/2")}), "near each other"),
        (plot(vectors=[((0, 0), 4, 0)], points={"A": (2, "1/4")}), "near a vector"),
        (plot(vectors=[((0, 0), 1, 0)]), "short"),
        (plot(vectors=[((0, 0), 4, 0), ((1, 0), 4, 0)]), "vectors run near"),
        (plot(vectors=[((0, 0), 4, 0), ((0, 0), 5, 1)]), "vectors run near"),
    ],
)
def test_what_is_not_clear_is_unfit(made, why):
    with pytest.raises(Unfit, match=why):
        check(made)


def test_what_is_clear_passes():
    check(plot(("linear", 1, 0), ("linear", -1, 0), points={"A": (1, 1), "B": (1, 3)}))
    check(plot(vectors=[((0, 0), 4, 0), ((0, 0), 0, 3)]))


def test_what_was_checked_is_not_checked_again():
    known = plot(("linear", 1, 10))
    check(known.copy(), known)
