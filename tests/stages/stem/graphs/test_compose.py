from collections import Counter
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.graphs.additions import PAINTS, SHAPES, WEIGHTS
from vlcorpus.stages.stem.graphs.compose import MIN_EXTENT, compose
from vlcorpus.stages.stem.graphs.directed import DIRECTED
from vlcorpus.stages.stem.graphs.trees import TREES
from vlcorpus.stages.stem.graphs.undirected import UNDIRECTED


def composed(n):
    found = []
    for seed in range(n):
        try:
            found.append(compose(Random(seed)))
        except Unfit:
            continue
    return found


def test_every_construction_comes():
    graphs = composed(800)
    steps = Counter(step for graph in graphs for step in graph.steps)
    assert steps.keys() == {*UNDIRECTED, *DIRECTED, *TREES, *SHAPES, *PAINTS, *WEIGHTS}
    assert len(steps) == len(UNDIRECTED) + len(DIRECTED) + len(TREES) + len(SHAPES) + len(PAINTS) + 1
    assert len(graphs) > 750


def test_undirected_edges_are_named_in_the_order_of_the_nodes_and_graphs_are_large():
    for graph in composed(100):
        order = list(graph.places)
        if not graph.is_directed:
            assert all(order.index(a) < order.index(b) for a, b in graph.edges)
        xs, ys = zip(*graph.places.values(), strict=True)
        assert (
            max(max(xs) - min(xs), max(ys) - min(ys)) >= MIN_EXTENT - 100
        )  # scattered ones are not spread out
