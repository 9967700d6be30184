"""The oracle of graphs: the operations of `schemas/stem/graphs.py` on a graph's truth."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.graphs import directed, either, places, trees, undirected
from vlcorpus.stages.verify.graphs.network import read_network
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

# Operations whose value is a node: as a place they are its middle.
NODES: dict[str, Callable[..., str]] = {
    "common_neighbor": undirected.common_neighbor,
    "highest_degree": undirected.highest_degree,
    "source": directed.source,
    "sink": directed.sink,
    "root": trees.root,
    "parent": trees.parent,
    "common_ancestor": trees.common_ancestor,
    "left_child": trees.left_child,
    "right_child": trees.right_child,
}
OPERATIONS: dict[str, Callable[..., str]] = NODES | {
    "degree": undirected.degree,
    "adjacent": undirected.adjacent,
    "connected": undirected.connected,
    "tree": undirected.tree,
    "complete": undirected.complete,
    "bipartite": undirected.bipartite,
    "bridge": undirected.bridge,
    "in_degree": directed.in_degree,
    "out_degree": directed.out_degree,
    "arrow": directed.arrow,
    "before": directed.before,
    "cycle": either.cycle,
    "path": either.path,
    "distance": either.distance,
    "weight": either.weight,
    "shortest": either.shortest,
    "lightest": either.lightest,
    "heaviest": either.heaviest,
    "color": either.color,
    "properly_colored": either.properly_colored,
    "marked": either.marked,
    "total": either.total,
    "count": either.count,
    "children": trees.children,
    "depth": trees.depth,
    "height": trees.height,
    "leaf": trees.leaf,
    "ancestor": trees.ancestor,
    "siblings": trees.siblings,
    "descendants": trees.descendants,
    "at_depth": trees.at_depth,
    "preorder": trees.preorder,
    "postorder": trees.postorder,
    "inorder": trees.inorder,
    "search_tree": trees.search_tree,
    "heap": trees.heap,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "node": places.node,
    "halfway": places.halfway,
    "crossing": places.crossing,
}


class Graphs(Oracle):
    """One graph."""

    def __init__(self, truth: Mapping[str, Any]):
        self._network = read_network(truth)
        trees.check_tree(self._network)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._network, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        if expression and expression[0] in NODES:
            return places.node(self._network, self.value(expression))
        return evaluate(PLACES, self._network, expression, self.value)


ORACLE = Graphs
