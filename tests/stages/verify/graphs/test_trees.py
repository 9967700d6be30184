import pytest

from tests.stages.verify.graphs.networks import TREE, UNKNOWN, graph, say
from vlcorpus.stages.verify.graphs.oracle import Graphs
from vlcorpus.stages.verify.oracle import Contradiction


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("root",), "8"),
        (("parent", "6"), "3"),
        (("parent", "8"), UNKNOWN),
        (("children", "3"), "2"),
        (("depth", "8"), "0"),
        (("depth", "14"), "2"),
        (("height",), "2"),
        (("leaf", "10"), "no"),
        (("leaf", "14"), "yes"),
        (("ancestor", "8", "14"), "yes"),
        (("ancestor", "14", "8"), "no"),
        (("ancestor", "3", "14"), "no"),
        (("siblings", "1", "6"), "yes"),
        (("siblings", "6", "14"), "no"),
        (("siblings", "8", "3"), "no"),
        (("common_ancestor", "1", "6"), "3"),
        (("common_ancestor", "1", "3"), "3"),
        (("common_ancestor", "6", "14"), "8"),
        (("descendants", "8"), "5"),
        (("descendants", "10"), "1"),
        (("at_depth", "2"), "3"),
        (("at_depth", "x"), UNKNOWN),
        (("left_child", "8"), "3"),
        (("left_child", "10"), UNKNOWN),
        (("right_child", "10"), "14"),
        (("preorder",), "8, 3, 1, 6, 10, 14"),
        (("postorder",), "1, 6, 3, 14, 10, 8"),
        (("inorder",), "1, 3, 6, 8, 10, 14"),
        (("search_tree",), "yes"),
        (("heap",), "none"),
        (("count", "leaves"), "3"),
        (("degree", "3"), "3"),
    ],
)
def test_a_binary_tree(expression, value):
    assert say(TREE, *expression) == value


def test_heaps():
    places = "1 0 9, 5 -5 0, 7 5 0"
    assert say(graph("1-5 1-7", nodes=places, root="1"), "heap") == "min"
    assert say(graph("9-5 9-7", nodes=places.replace("1 0", "9 0"), root="9"), "heap") == "max"
    assert say(graph("A-5 A-7", nodes=places.replace("1 0", "A 0"), root="A"), "heap") == UNKNOWN


def test_only_binary_trees_have_sides():
    wide = TREE | {"is_binary": False}
    assert say(wide, "inorder") == say(wide, "left_child", "8") == UNKNOWN
    assert say(wide, "preorder") == "8, 3, 1, 6, 10, 14"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"root": "9"}, "no root"),
        ({"edges": [*TREE["edges"], ["1", "6"]]}, "no tree"),
        ({"nodes": TREE["nodes"] | {"6": ["-10", "0"]}}, "not below"),
        ({"nodes": TREE["nodes"] | {"6": ["-25", "-20"]}}, "on one side"),
        ({"nodes": TREE["nodes"] | {"6": ["-20", "-20"]}}, "straight below"),
    ],
)
def test_a_tree_that_cannot_be_is_refused(changes, why):
    with pytest.raises(Contradiction, match=why):
        Graphs(TREE | changes)
