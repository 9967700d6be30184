import pytest

from tests.stages.stem.graphs.drawn import graph, small_tree
from vlcorpus.stages.stem.graphs.walks import (
    ancestors,
    cheapest,
    components,
    distances,
    has_cycle,
    inorder,
    is_bipartite,
    level_order,
    postorder,
    preorder,
)


def test_distances_follow_arrows():
    assert distances(graph("AB BC CD AD"), "A") == {"A": 0, "B": 1, "D": 1, "C": 2}
    assert distances(graph("AB BC CA", is_directed=True), "B") == {"B": 0, "C": 1, "A": 2}
    assert distances(graph("AB CB", is_directed=True), "A") == {"A": 0, "B": 1}


def test_the_cheapest_way_may_be_longer():
    assert cheapest(graph("AB BC AC", weights=[2, 3, 9]), "A") == {"A": 0, "B": 2, "C": 5}


def test_components_with_and_without_an_edge():
    made = graph("AB BC DE")
    assert components(made) == 2
    assert components(made, without=("A", "B")) == 3
    assert components(graph("AB BC AC"), without=("A", "B")) == 1


@pytest.mark.parametrize(
    ("made", "has"),
    [
        (graph("AB BC"), False),
        (graph("AB BC AC DE"), True),
        (graph("AB BC CA", is_directed=True), True),
        (graph("AB BC AC", is_directed=True), False),
        (graph("DA AB BC CA", is_directed=True), True),
    ],
)
def test_cycles(made, has):
    assert has_cycle(made) is has


def test_bipartite():
    assert is_bipartite(graph("AB BC CD AD EF"))
    assert not is_bipartite(graph("AB CD DE CE"))


def test_orders_of_a_tree():
    made = small_tree()
    assert "".join(preorder(made.children, "A")) == "ABDECF"
    assert "".join(postorder(made.children, "A")) == "DEBFCA"
    assert "".join(inorder(made, "A")) == "DBEACF"
    assert "".join(level_order(made.children, "A")) == "ABCDEF"
    assert ancestors(made.parent, "E") == ["B", "A"]
