import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.verify.graphs.networks import UNKNOWN, graph, say
from vlcorpus.schemas.scenes.claims import truth_value

HOUSE = graph("A-B B-C C-D D-A A-E B-E E-F", nodes="A B C D E F G")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("degree", "E"), "3"),
        (("degree", "G"), "0"),
        (("degree", "H"), UNKNOWN),
        (("adjacent", "A", "B"), "yes"),
        (("adjacent", "B", "A"), "yes"),
        (("adjacent", "A", "C"), "no"),
        (("adjacent", "A", "A"), UNKNOWN),
        (("common_neighbor", "A", "B"), "E"),
        (("common_neighbor", "A", "C"), UNKNOWN),  # B and D
        (("highest_degree",), UNKNOWN),
        (("connected",), "no"),
        (("cycle",), "yes"),
        (("tree",), "no"),
        (("complete",), "no"),
        (("bipartite",), "no"),
        (("bridge", "F", "E"), "yes"),
        (("bridge", "A", "B"), "no"),
        (("bridge", "A", "C"), UNKNOWN),
        (("in_degree", "A"), UNKNOWN),
    ],
)
def test_a_graph_without_directions(expression, value):
    assert say(HOUSE, *expression) == value


def test_the_node_of_the_highest_degree():
    assert say(graph("A-B B-C B-D"), "highest_degree") == "B"


edges = st.sets(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]), max_size=12
)


@given(edges)
def test_networkx_says_the_same(pairs):
    known = networkx.Graph(sorted(pairs))
    known.add_nodes_from(range(7))
    told = graph(" ".join(f"{a}-{b}" for a, b in sorted(pairs)), nodes="0 1 2 3 4 5 6")
    is_bipartite = networkx.is_bipartite(known)
    assert say(told, "connected") == truth_value(networkx.is_connected(known))
    assert say(told, "tree") == truth_value(networkx.is_tree(known))
    assert say(told, "bipartite") == truth_value(is_bipartite)
    assert say(told, "cycle") == truth_value(not networkx.is_forest(known))
    assert say(told, "count", "components") == str(networkx.number_connected_components(known))
    bridges = {frozenset(edge) for edge in networkx.bridges(known)}
    for a, b in pairs:
        assert say(told, "bridge", str(a), str(b)) == truth_value(frozenset((a, b)) in bridges)
