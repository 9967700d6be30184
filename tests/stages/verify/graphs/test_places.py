import pytest

from tests.stages.verify.graphs.networks import TREE, graph
from vlcorpus.stages.verify.graphs.oracle import Graphs
from vlcorpus.stages.verify.oracle import Unknown

SQUARE = Graphs(graph("A-B A-C D-B", nodes="A 0 0, B 12 0, C 12 12, D 0 6"))


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        (("node", "C"), (12, 12)),
        (("halfway", "B", "A"), (6, 0)),
        (("crossing", "A", "C", "B", "D"), (4, 4)),
        (("crossing", "D", "B", "C", "A"), (4, 4)),
        (("highest_degree",), None),
    ],
)
def test_a_place(expression, place):
    if place is None:
        with pytest.raises(Unknown):
            SQUARE.where(expression)
    else:
        assert SQUARE.where(expression) == pytest.approx(place)


def test_a_node_that_is_told_by_what_it_is():
    assert Graphs(TREE).where(("parent", "6")) == (-20, -10)
    assert Graphs(TREE).where(("root",)) == (0, 0)


@pytest.mark.parametrize(
    "expression",
    [("node", "E"), ("halfway", "B", "C"), ("crossing", "A", "B", "A", "C"), ("parent", "A"), ()],
)
def test_what_is_no_place(expression):
    with pytest.raises(Unknown):
        SQUARE.where(expression)
