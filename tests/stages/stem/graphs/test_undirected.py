from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.graphs.graph import Graph
from vlcorpus.stages.stem.graphs.places import crossings
from vlcorpus.stages.stem.graphs.undirected import UNDIRECTED, planar_edges
from vlcorpus.stages.stem.graphs.walks import components, has_cycle, is_bipartite


def made(name):
    for seed in range(12):
        try:
            yield UNDIRECTED[name](Random(f"{name} {seed}"))
        except Unfit:
            continue


def degrees(graph):
    return sorted(len(ends) for ends in graph.next_to.values())


@pytest.mark.parametrize("name", UNDIRECTED)
def test_no_edge_comes_twice_and_none_leads_back(name):
    n = 0
    for graph in made(name):
        n += 1
        assert len({frozenset(edge) for edge in graph.edges}) == len(graph.edges)
        assert all(a != b for a, b in graph.edges)
        assert not graph.is_directed
        assert not graph.root
    assert n > 5


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("path", lambda g: degrees(g) == [1, 1] + [2] * (len(g.places) - 2) and components(g) == 1),
        ("cycle", lambda g: set(degrees(g)) == {2} and components(g) == 1),
        ("star", lambda g: degrees(g)[-1] == len(g.edges) == len(g.places) - 1),
        ("wheel", lambda g: degrees(g)[-1] == len(g.places) - 1 and set(degrees(g)[:-1]) == {3}),
        ("windmill", lambda g: degrees(g) == [2] * (len(g.places) - 1) + [len(g.places) - 1]),
        ("prism", lambda g: set(degrees(g)) == {3}),
        ("complete", lambda g: set(degrees(g)) == {len(g.places) - 1}),
        ("complete_bipartite", lambda g: is_bipartite(g) and components(g) == 1),
        ("bipartite", is_bipartite),
        ("grid", lambda g: is_bipartite(g) and has_cycle(g)),
        ("free_tree", lambda g: components(g) == 1 and not has_cycle(g)),
        ("forest", lambda g: components(g) > 1 and not has_cycle(g)),
        ("planar", lambda g: not list(crossings(g))),
    ],
)
def test_a_family_is_what_its_name_says(name, holds):
    assert all(map(holds, made(name)))


def test_edges_of_a_planar_graph_do_not_cross():
    places = {"A": (0, 0), "B": (300, 0), "C": (300, 300), "D": (0, 300)}
    edges = planar_edges(places, Random(0), 6)
    assert len(edges) == 5
    assert not list(crossings(Graph(places, edges)))
    assert len(planar_edges(places, Random(0), 6, is_forest=True)) == 3
