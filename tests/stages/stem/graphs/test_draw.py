from random import Random

import pytest

from tests.stages.stem.graphs.drawn import graph
from vlcorpus.schemas.scenes.scene import Role, Unfit
from vlcorpus.stages.stem.graphs.draw import things

TRIANGLE = {"A": (0, 0), "B": (600, 0), "C": (300, 500)}


def looks(made):
    """Return the drawing with names in the nodes, and with names beside dots."""
    found = {}
    for seed in range(20):
        drawn = {thing.name: thing for thing in things(made, Random(seed))}
        found[drawn["node A"].tags[0].room is None] = drawn
    return found[False], found[True]


def test_names_stand_in_nodes_or_beside_dots():
    inside, beside = looks(graph("AB BC", dict(TRIANGLE)))
    assert list(inside) == ["edge A-B", "edge B-C", "node A", "node B", "node C"]
    (dot,) = beside["node A"].shapes
    assert dot.role == Role.FULL
    assert beside["node A"].tags[0].away_from == (600, 0)


def test_weights_stand_in_gaps_of_their_edges():
    inside, _ = looks(graph("AB BC", dict(TRIANGLE), weights=[3, 8]))
    (tag,) = inside["edge A-B"].tags
    assert (tag.text, tag.at) == ("3", (300, 0))
    xs = [x for x, _ in inside["edge A-B"].shapes[0].path.points()]
    assert not any(270 < x < 330 for x in xs)


def test_marked_edges_are_bold_and_coloured():
    inside, _ = looks(graph("AB BC", dict(TRIANGLE), marked=[("A", "B")], mark_color="red"))
    assert [(shape.role, shape.hue) for shape in inside["edge A-B"].shapes] == [(Role.FULL, "red")]
    assert [(shape.role, shape.hue) for shape in inside["edge B-C"].shapes] == [(Role.LINE, None)]


def test_names_on_colours_know_what_they_stand_on():
    inside, _ = looks(graph("AB BC", dict(TRIANGLE), colors={"A": "red", "B": "blue", "C": "red"}))
    assert inside["node B"].shapes[0].hue == inside["node B"].tags[0].on == "blue"


def test_an_ambiguous_graph_is_unfit():
    with pytest.raises(Unfit, match="passes near a node"):
        things(graph("AB AC", {"A": (0, 0), "B": (600, 0), "C": (300, 20)}), Random(0))
