from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.graphs.directed import DIRECTED
from vlcorpus.stages.stem.graphs.walks import has_cycle


def made(name):
    for seed in range(12):
        try:
            yield DIRECTED[name](Random(f"{name} {seed}"))
        except Unfit:
            continue


def arrivals(graph):
    return [sum(b == name for _, b in graph.edges) for name in graph.places]


@pytest.mark.parametrize("name", DIRECTED)
def test_no_two_arrows_join_the_same_nodes(name):
    graphs = list(made(name))
    assert len(graphs) > 5
    for graph in graphs:
        assert graph.is_directed
        assert len({frozenset(edge) for edge in graph.edges}) == len(graph.edges)


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("layers", lambda g: not has_cycle(g)),
        ("one_way", lambda g: all(g.places[a][0] <= g.places[b][0] for a, b in g.edges)),
        ("tournament", lambda g: len(g.edges) == len(g.places) * (len(g.places) - 1) // 2),
        ("directed_cycle", has_cycle),
        ("arborescence", lambda g: sorted(arrivals(g)) == [0] + [1] * (len(g.places) - 1)),
    ],
)
def test_a_family_is_what_its_name_says(name, holds):
    assert all(map(holds, made(name)))
