from itertools import pairwise
from random import Random

import pytest

from vlcorpus.stages.stem.graphs.trees import TREES
from vlcorpus.stages.stem.graphs.walks import components, has_cycle, inorder, level_order


def made(name):
    return [TREES[name](Random(f"{name} {seed}")) for seed in range(12)]


def keys(graph):
    return list(map(int, inorder(graph, graph.root)))


def is_heap(graph):
    signs = {int(child) > int(parent) for child, parent in graph.parent.items()}
    counts = [len(graph.children[name]) for name in level_order(graph.children, graph.root)]
    return len(signs) == 1 and counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("name", TREES)
def test_a_tree_hangs_below_its_root(name):
    for graph in made(name):
        assert components(graph) == 1
        assert not has_cycle(graph)
        assert set(graph.parent) == set(graph.places) - {graph.root}
        assert all(graph.places[graph.root][1] > y for n, (_, y) in graph.places.items() if n != graph.root)
        if graph.is_binary:
            sides = [[graph.side(child) for child in below] for below in graph.children.values()]
            assert all(len(set(pair)) == len(pair) for pair in sides)


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("full_tree", lambda g: {len(below) for below in g.children.values()} == {0, 2}),
        ("search_tree", lambda g: all(a < b for a, b in pairwise(keys(g)))),
        ("near_search_tree", lambda g: not all(a < b for a, b in pairwise(keys(g)))),
        ("heap", is_heap),
    ],
)
def test_a_family_is_what_its_name_says(name, holds):
    assert all(map(holds, made(name)))
