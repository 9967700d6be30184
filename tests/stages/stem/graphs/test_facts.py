from tests.stages.stem.graphs.drawn import graph, small_tree
from vlcorpus.stages.stem.graphs.facts import claims


def said(made):
    return {str(claim) for claim in claims(made)}


def test_a_triangle_with_a_tail():
    found = said(graph("AB BC AC CD", {"A": (0, 0), "B": (300, 0), "C": (150, 200), "D": (150, 500)}))
    assert {
        "count(nodes) = 4",
        "count(edges) = 4",
        "count(crossings) = 0",
        "count(isolated) = 0",
        "count(components) = 1",
        "count(leaves) = 1",
        "degree(C) = 3",
        "adjacent(A, B) = yes",
        "adjacent(A, D) = no",
        "common_neighbor(A, D) = C",
        "common_neighbor(A, B) = C",
        "highest_degree() = C",
        "connected() = yes",
        "cycle() = yes",
        "complete() = no",
        "bipartite() = no",
        "bridge(C, D) = yes",
        "bridge(A, B) = no",
        "distance(A, D) = 2",
    } <= found
    assert not any(claim.startswith(("path", "tree", "weight", "color")) for claim in found)


def test_paths_are_told_where_there_is_something_to_decide():
    found = said(graph("AB CD"))
    assert {"path(A, B) = yes", "path(A, C) = no", "connected() = no", "tree() = no"} <= found


def test_arrows():
    found = said(graph("AB AC BD CD", is_directed=True))
    assert {
        "in_degree(D) = 2",
        "out_degree(A) = 2",
        "arrow(A, B) = yes",
        "arrow(B, A) = no",
        "source() = A",
        "sink() = D",
        "cycle() = no",
        "before(A, D) = yes",
        "before(D, A) = no",
        "path(D, A) = no",
        "distance(A, D) = 2",
        "count(sources) = 1",
    } <= found
    assert not any(claim.startswith(("before(B, C)", "adjacent", "connected")) for claim in found)


def test_weights_and_what_is_marked():
    made = graph("AB BC AC", weights=[2, 3, 9], marked=[("A", "B"), ("B", "C")], mark_color="red")
    assert {
        "weight(A, B) = 2",
        "lightest() = A-B",
        "heaviest() = A-C",
        "total(edges) = 14",
        "total(marked) = 5",
        "marked(A, B) = yes",
        "marked(A, C) = no",
        "count(marked) = 2",
    } <= said(made)
    assert not any(claim.startswith("lightest") for claim in said(graph("AB BC", weights=[2, 2])))


def test_the_least_weight_is_asked_where_a_way_has_steps():
    found = said(graph("AB BC CD", weights=[2, 3, 4]))
    assert {"shortest(A, C) = 5", "shortest(A, D) = 9"} <= found
    assert not any(claim.startswith("shortest(A, B)") for claim in found)


def test_colours():
    made = graph("AB BC", colors={"A": "red", "B": "blue", "C": "blue"})
    found = said(made)
    assert {"color(B) = blue", "count(blue) = 2", "count(green) = 0", "properly_colored() = no"} <= found
    (blue,) = [claim for claim in claims(made) if claim.expression == ("count", "blue")]
    assert blue.things == ("node B", "node C")


def test_a_tree_is_told_as_one():
    found = said(small_tree())
    assert {"root() = A", "distance(D, F) = 4", "count(leaves) = 3"} <= found
    assert not any(claim.startswith(("adjacent", "degree")) for claim in found)
