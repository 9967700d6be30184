import pytest

from tests.stages.stem.graphs.drawn import small_tree, tree
from vlcorpus.stages.stem.graphs.tree_facts import tree_claims


def said(made):
    return {str(claim) for claim in tree_claims(made)}


def test_a_binary_tree():
    found = said(small_tree())
    assert {
        "depth(A) = 0",
        "depth(E) = 2",
        "height() = 2",
        "children(B) = 2",
        "leaf(D) = yes",
        "leaf(C) = no",
        "descendants(A) = 5",
        "parent(F) = C",
        "left_child(B) = D",
        "right_child(C) = F",
        "ancestor(A, F) = yes",
        "ancestor(F, A) = no",
        "siblings(D, E) = yes",
        "siblings(D, F) = no",
        "common_ancestor(D, E) = B",
        "common_ancestor(B, E) = B",
        "common_ancestor(D, F) = A",
        "at_depth(2) = 3",
        "preorder() = A, B, D, E, C, F",
        "inorder() = D, B, E, A, C, F",
        "postorder() = D, E, B, F, C, A",
    } <= found
    assert not any(
        claim.startswith(("left_child(C)", "parent(A)", "siblings(A", "search_tree")) for claim in found
    )


@pytest.mark.parametrize(
    ("names", "is_search_tree", "heap"), [("528", "yes", "none"), ("825", "no", "max"), ("258", "no", "min")]
)
def test_trees_of_numbers(names, is_search_tree, heap):
    root, left, right = names
    places = {root: (0, 0), left: (-100, -100), right: (100, -100)}
    found = said(tree(f"{root}{left} {root}{right}", places, is_binary=True))
    assert {f"search_tree() = {is_search_tree}", f"heap() = {heap}"} <= found
