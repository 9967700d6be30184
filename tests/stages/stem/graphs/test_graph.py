from tests.stages.stem.graphs.drawn import graph, small_tree


def test_edges_lead_both_ways_but_arrows_one():
    assert graph("AB BC").next_to == {"A": ["B"], "B": ["A", "C"], "C": ["B"]}
    assert graph("AB BC", is_directed=True).next_to == {"A": ["B"], "B": ["C"], "C": []}


def test_weights_hold_both_ways_but_those_of_arrows_one():
    assert graph("AB", weights=[7]).weight_of == {("A", "B"): 7, ("B", "A"): 7}
    assert graph("AB", weights=[7], is_directed=True).weight_of == {("A", "B"): 7}


def test_children_stand_below_from_the_left():
    tree = small_tree()
    assert tree.children["A"] == ["B", "C"]
    assert tree.parent == {"B": "A", "C": "A", "D": "B", "E": "B", "F": "C"}
    assert [tree.side(name) for name in "BCDEF"] == ["left", "right", "left", "right", "right"]


def test_edges_have_names():
    assert graph("AB").edge_name(("A", "B")) == "A-B"
    assert graph("AB", is_directed=True).edge_name(("A", "B")) == "A->B"


def test_the_truth_is_what_the_contract_describes():
    made = graph("AB BC", weights=[1, 2], marked=[("A", "B")], mark_color="red")
    assert made.truth() == {
        "nodes": {"A": ["0", "0"], "B": ["300", "0"], "C": ["600", "0"]},
        "edges": [["A", "B"], ["B", "C"]],
        "is_directed": False,
        "weights": [1, 2],
        "colors": {},
        "marked": [["A", "B"]],
        "mark_color": "red",
        "root": "",
        "is_binary": False,
    }
