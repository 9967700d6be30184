import pytest

from tests.stages.verify.kinematics.motions import PUSH, THROW, WALK, graph
from vlcorpus.stages.verify.oracle import Unknown

TURN = graph("position", A=[(0, 4, "0 4 -1")], B=[(0, 4, "4 0")])


@pytest.mark.parametrize(
    ("oracle", "place", "where"),
    [
        (WALK, ("graph_at", "A", "1 s"), (1, 4)),
        (WALK, ("begin", "A"), (0, 1)),
        (WALK, ("end", "A"), (9, -1)),
        (WALK, ("middle", "A", "5 s", "9 s"), (7, 3)),
        (WALK, ("lowest", "A"), (9, -1)),
        (THROW, ("turning", "A"), (2, 0)),
        (TURN, ("turning", "A"), (2, 4)),
        (TURN, ("highest", "A"), (2, 4)),
        (TURN, ("meeting", "A", "B"), (2, 4)),
        (PUSH, ("graph_at", "A", "3 s"), (3, -1)),
    ],
)
def test_where_places_are(oracle, place, where):
    assert oracle.where(place) == where


@pytest.mark.parametrize(
    ("oracle", "place"),
    [
        (WALK, ("highest", "A")),
        (WALK, ("middle", "A", "2 s", "9 s")),
        (TURN, ("middle", "A", "0 s", "4 s")),
        (TURN, ("lowest", "A")),
        (TURN, ("turning", "B")),
        (PUSH, ("graph_at", "A", "2 s")),
        (PUSH, ("turning", "A")),
    ],
)
def test_what_is_nowhere(oracle, place):
    with pytest.raises(Unknown):
        oracle.where(place)
