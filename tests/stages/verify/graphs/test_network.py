import pytest

from tests.stages.verify.graphs.networks import graph
from vlcorpus.stages.verify.graphs.oracle import Graphs
from vlcorpus.stages.verify.oracle import Contradiction


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"nodes": {}, "edges": []}, "no nodes"),
        ({"edges": [["A", "Z"]]}, "what is no node"),
        ({"edges": [["A", "A"]]}, "a loop"),
        ({"edges": [["A", "B"], ["B", "A"]]}, "joined twice"),
        ({"weights": [1]}, "weights of other edges"),
        ({"weights": [1, 0]}, "below 1"),
        ({"colors": {"A": "red"}}, "colours of other nodes"),
        ({"marked": [["A", "C"]], "mark_color": "red"}, "marks on no edges"),
        ({"marked": [["A", "B"]]}, "marks without a colour"),
        ({"edges": [["A"]]}, "no graph"),
        ({"nodes": None}, "no graph"),
    ],
)
def test_a_graph_that_cannot_be_is_refused(changes, why):
    with pytest.raises(Contradiction, match=why):
        Graphs(graph("A-B B-C") | changes)
