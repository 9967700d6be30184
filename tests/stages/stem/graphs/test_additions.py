from random import Random

import pytest

from tests.stages.stem.graphs.drawn import graph, small_tree
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.graphs.additions import MAX_WEIGHED, PAINTS, SHAPES, WEIGHTS
from vlcorpus.stages.stem.graphs.walks import components, has_cycle

CROSS = {"A": (0, 0), "B": (400, 0), "C": (400, 400), "D": (0, 400)}


def with_(name, made):
    (SHAPES | PAINTS | WEIGHTS)[name](made, Random(3))
    return made


def square():
    return graph("AB BC CD AD AC", dict(CROSS))


def test_weights_stand_on_all_edges():
    assert len(with_("weights", square()).weights) == 5


@pytest.mark.parametrize(
    "made", [small_tree(), graph("12 23"), graph(" ".join("A" + chr(98 + k) for k in range(MAX_WEIGHED + 1)))]
)
def test_where_weights_would_confuse_there_are_none(made):
    with pytest.raises(Unfit):
        with_("weights", made)


def test_colours_differ_between_neighbours_where_they_should():
    made = with_("proper_coloring", square())
    assert all(made.colors[a] != made.colors[b] for a, b in made.edges)
    assert with_("coloring", square()).colors.keys() == CROSS.keys()


def test_colours_that_do_not_suffice_leave_no_trace():
    names = "ABCDE"
    made = graph(" ".join(a + b for a in names for b in names if a < b))
    with pytest.raises(Unfit):
        with_("proper_coloring", made)
    assert not made.colors


def test_marked_edges_are_what_they_are_called():
    path = with_("marked_path", square())
    ends = [sum(name in edge for edge in path.marked) for name in CROSS]
    assert sorted(ends)[-1] <= 2
    assert ends.count(1) == 2
    tree = with_("marked_tree", square())
    alone = graph("AB", dict(CROSS))
    alone.edges = tree.marked
    assert components(alone) == 1
    assert not has_cycle(alone)
    matching = with_("marked_matching", square()).marked
    assert len({name for edge in matching for name in edge}) == 2 * len(matching)


def test_nodes_and_edges_more_or_less():
    assert len(with_("extra_edge", square()).edges) == 6
    assert len(with_("removed_edges", square()).edges) in (3, 4)
    made = graph("AB", {"A": (-300, 300), "B": (-300, 0)})
    SHAPES["isolated_node"](made, Random(1))
    assert set(made.places) == {"A", "B", "C"}
    assert len(made.edges) == 1
    with pytest.raises(Unfit):
        with_("removed_edges", graph("AB BC"))
    with pytest.raises(Unfit):
        with_("extra_edge", graph("AB BC AC"))
