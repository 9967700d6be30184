"""What can be said of a rooted tree, derived from its edges and places: schemas/stem/graphs.py names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise, permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.graphs import HEAPS
from vlcorpus.stages.stem.graphs.graph import Graph
from vlcorpus.stages.stem.graphs.walks import ancestors, inorder, level_order, postorder, preorder

_NEAR = 2  # numbers that are less than the one before, in what is almost a search tree


def tree_claims(graph: Graph) -> Iterator[Claim]:
    seen = (
        *(f"node {name}" for name in graph.places),
        *(f"edge {graph.edge_name(edge)}" for edge in graph.edges),
    )
    for expression, value, rivals in (*_nodes(graph), *_pairs(graph), *_whole(graph), *_numbers(graph)):
        yield Claim(expression, value, seen, rivals)
    leaves = [name for name, below in graph.children.items() if not below]
    things = tuple(f"node {name}" for name in leaves)
    yield Claim(("count", "leaves"), str(len(leaves)), things, _near(len(leaves)))


# An expression, its value, and values that it has not.
Fact = tuple[tuple[str, ...], str, tuple[str, ...]]


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 2), count + 4) if other != count)


def _others(graph: Graph, *names: str) -> tuple[str, ...]:
    return tuple(name for name in graph.places if name not in names)


def _nodes(graph: Graph) -> Iterator[Fact]:
    for name, below in graph.children.items():
        above = ancestors(graph.parent, name)
        n_under = len(preorder(graph.children, name)) - 1
        yield ("depth", name), str(len(above)), _near(len(above))
        yield ("children", name), str(len(below)), _near(len(below))
        yield ("leaf", name), truth_value(not below), ()
        yield ("descendants", name), str(n_under), _near(n_under)
        if above:
            yield ("parent", name), above[0], _others(graph, name, above[0])
        if graph.is_binary:
            for child in below:
                yield (f"{graph.side(child)}_child", name), child, _others(graph, name, child)


def _pairs(graph: Graph) -> Iterator[Fact]:
    above = {name: ancestors(graph.parent, name) for name in graph.places}
    for a, b in permutations(graph.places, 2):
        yield ("ancestor", a, b), truth_value(a in above[b]), ()
    for a, b in combinations(graph.places, 2):
        if graph.root in (a, b):
            continue
        yield ("siblings", a, b), truth_value(above[a][0] == above[b][0]), ()
        line = {b, *above[b]}
        lowest = next(name for name in (a, *above[a]) if name in line)
        yield ("common_ancestor", a, b), lowest, _others(graph, lowest)


def _whole(graph: Graph) -> Iterator[Fact]:
    root, depths = graph.root, [len(ancestors(graph.parent, name)) for name in graph.places]
    yield ("root",), root, _others(graph, root)
    yield ("height",), str(max(depths)), _near(max(depths))
    for depth, count in sorted(Counter(depths).items()):
        if depth:
            yield ("at_depth", str(depth)), str(count), _near(count)
    orders = {"preorder": preorder(graph.children, root), "postorder": postorder(graph.children, root)}
    if graph.is_binary:
        orders["inorder"] = inorder(graph, root)
    levels = level_order(graph.children, root)
    others = [*orders.values(), levels, levels[::-1], orders["postorder"][::-1]]
    for operation, order in orders.items():
        wrong = dict.fromkeys(", ".join(other) for other in others if other != order)
        yield (operation,), ", ".join(order), tuple(wrong)


def _numbers(graph: Graph) -> Iterator[Fact]:
    if not graph.is_binary or not all(name.isdecimal() for name in graph.places):
        return
    keys = list(map(int, inorder(graph, graph.root)))
    n_falls = sum(a > b for a, b in pairwise(keys))
    if n_falls <= _NEAR:
        yield ("search_tree",), truth_value(not n_falls), ()
    grows = {int(child) > int(parent) for child, parent in graph.parent.items()}
    kind = "none" if len(grows) == 2 else "min" if True in grows else "max"
    yield ("heap",), kind, tuple(other for other in HEAPS if other != kind)
