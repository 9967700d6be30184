import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.network.gates import Limits, check
from vlcorpus.stages.stem.network.nodes import Body

LIMITS = Limits(apart=1, crossings_apart=1.5, min_link=2, middles_clear=1)


def held(places, links, body=None):
    check(places, dict.fromkeys(places, body or Body.disc(1)), links, LIMITS)


def test_a_clear_network_passes():
    square = {"A": (0, 0), "B": (12, 0), "C": (12, 12), "D": (0, 12), "E": (6, 20)}
    held(square, [("A", "B"), ("B", "C"), ("A", "D"), ("C", "E")])


@pytest.mark.parametrize(
    ("places", "links", "why"),
    [
        ({"A": (0, 0), "B": (2.5, 0)}, [], "nodes are near"),
        ({"A": (0, 0), "B": (3.5, 0)}, [("A", "B")], "a link is short"),
        ({"A": (0, 0), "B": (20, 0), "C": (10, 1.8)}, [("A", "B")], "passes near a node"),
        ({"A": (0, 0), "B": (20, 0), "C": (30, 4)}, [("A", "B"), ("A", "C")], "almost one"),
        ({"A": (0, 0), "B": (30, 0), "C": (0, -3.2), "D": (30, 3.2)}, [("A", "B"), ("C", "D")], "almost one"),
        (
            {"A": (0, 0), "B": (20, 0), "C": (10, 8), "D": (10.6, -8)},
            [("A", "B"), ("C", "D")],
            "near the middle of another",
        ),
        (
            {"A": (0, 0), "B": (30, 0), "C": (2.2, 9), "D": (2.2, -20)},
            [("A", "B"), ("C", "D")],
            "cross near a node",
        ),
    ],
)
def test_what_is_ambiguous_is_unfit(places, links, why):
    with pytest.raises(Unfit, match=why):
        held(places, links)


def test_crossings_that_lie_near_each_other_look_like_one():
    places = {"A": (0, 0), "B": (40, 0), "C": (5, 12), "D": (15, -20), "E": (15, 12), "F": (2, -20)}
    with pytest.raises(Unfit, match="almost cross in one point"):
        held(places, [("A", "B"), ("C", "D"), ("E", "F")])


def test_a_link_may_pass_the_corner_of_a_disc_but_not_of_a_box():
    places = {"A": (-10, 8), "B": (8, -10), "C": (2.2, 2.2)}
    held(places, [("A", "B")], Body.disc(1))
    with pytest.raises(Unfit, match="passes near a node"):
        held(places | {"C": (1.6, 1.6)}, [("A", "B")], Body(1.6, 1.6, is_round=False))
