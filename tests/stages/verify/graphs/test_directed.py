import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.verify.graphs.networks import UNKNOWN, graph, say
from vlcorpus.schemas.scenes.claims import truth_value

ORDER = graph("A-B B-C A-D", directed=True)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("in_degree", "B"), "1"),
        (("out_degree", "A"), "2"),
        (("arrow", "A", "B"), "yes"),
        (("arrow", "B", "A"), "no"),
        (("source",), "A"),
        (("sink",), UNKNOWN),  # C and D
        (("cycle",), "no"),
        (("before", "A", "C"), "yes"),
        (("before", "C", "A"), "no"),
        (("before", "C", "D"), UNKNOWN),
        (("degree", "A"), UNKNOWN),
        (("connected",), UNKNOWN),
    ],
)
def test_a_graph_of_arrows(expression, value):
    assert say(ORDER, *expression) == value


def test_a_cycle_has_no_order():
    ring = graph("A-B B-C C-A", directed=True)
    assert say(ring, "cycle") == "yes"
    assert say(ring, "before", "A", "B") == UNKNOWN
    assert say(graph("A-B A-C B-C", directed=True), "cycle") == "no"


arrows = st.sets(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1]), max_size=10
).map(lambda pairs: sorted({frozenset(pair): pair for pair in sorted(pairs)}.values()))


@given(arrows)
def test_networkx_says_the_same(pairs):
    known = networkx.DiGraph(pairs)
    known.add_nodes_from(range(6))
    told = graph(" ".join(f"{a}-{b}" for a, b in pairs), nodes="0 1 2 3 4 5", directed=True)
    assert say(told, "cycle") == truth_value(not networkx.is_directed_acyclic_graph(known))
    for a in range(6):
        for b in set(range(6)) - {a}:
            assert say(told, "path", str(a), str(b)) == truth_value(networkx.has_path(known, a, b))
