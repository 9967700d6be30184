import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.verify.graphs.networks import UNKNOWN, graph, say

# The diagonals of the square cross; E is far from all.
SQUARE = graph(
    "A-B B-C C-D D-A A-C B-D",
    nodes="A 0 0, B 10 0, C 10 10, D 0 10, E 50 50",
    weights=[1, 2, 3, 4, 5, 1],
    colors={"A": "red", "B": "blue", "C": "red", "D": "green", "E": "red"},
    marked=[["A", "B"], ["A", "C"]],
    mark_color="orange",
)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("path", "A", "C"), "yes"),
        (("path", "A", "E"), "no"),
        (("path", "A", "A"), UNKNOWN),
        (("distance", "A", "C"), "1"),
        (("distance", "A", "E"), UNKNOWN),
        (("weight", "C", "B"), "2"),
        (("weight", "A", "E"), UNKNOWN),
        (("shortest", "A", "C"), "3"),
        (("shortest", "D", "A"), "2"),
        (("lightest",), UNKNOWN),
        (("heaviest",), "A-C"),
        (("color", "D"), "green"),
        (("properly_colored",), "no"),
        (("marked", "C", "A"), "yes"),
        (("marked", "B", "C"), "no"),
        (("marked", "A", "E"), UNKNOWN),
        (("total", "edges"), "16"),
        (("total", "marked"), "6"),
        (("total", "nodes"), UNKNOWN),
        (("count", "nodes"), "5"),
        (("count", "edges"), "6"),
        (("count", "components"), "2"),
        (("count", "isolated"), "1"),
        (("count", "leaves"), "0"),
        (("count", "crossings"), "1"),
        (("count", "marked"), "2"),
        (("count", "red"), "3"),
        (("count", "orange"), "0"),
        (("count", "dots"), UNKNOWN),
        (("count", "sinks"), UNKNOWN),
        (("root",), UNKNOWN),
    ],
)
def test_a_weighted_and_coloured_graph(expression, value):
    assert say(SQUARE, *expression) == value


def test_edges_are_written_by_their_direction():
    assert say(graph("B-A", nodes="A B", weights=[3]), "heaviest") == "A-B"
    assert say(graph("B-A", nodes="A B", weights=[3], directed=True), "heaviest") == "B->A"


def test_what_a_graph_does_not_have():
    bare = graph("A-B")
    for expression in (
        ("lightest",),
        ("color", "A"),
        ("marked", "A", "B"),
        ("shortest", "A", "B"),
        ("count", "red"),
    ):
        assert say(bare, *expression) == UNKNOWN


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
        st.integers(1, 9),
        min_size=1,
        max_size=12,
    )
)
def test_networkx_finds_the_same_shortest_ways(weights):
    known = networkx.Graph()
    known.add_weighted_edges_from((a, b, weight) for (a, b), weight in weights.items())
    told = graph(" ".join(f"{a}-{b}" for a, b in weights), weights=list(weights.values()))
    for a, found in networkx.all_pairs_dijkstra_path_length(known):
        for b in set(known) - {a}:
            assert say(told, "shortest", str(a), str(b)) == str(found.get(b, UNKNOWN))
