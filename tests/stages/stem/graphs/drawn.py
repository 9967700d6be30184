"""Graphs of which a person knows what holds."""

from vlcorpus.stages.stem.graphs.graph import Graph


def graph(edges: str, places=None, **changes) -> Graph:
    """Return the graph of `AB BC`, its nodes in a row where no places are given."""
    pairs = [(a, b) for a, b in edges.split()]
    names = dict.fromkeys("".join(edges.split()))
    return Graph(places or {name: (300 * k, 0) for k, name in enumerate(names)}, pairs, **changes)


def tree(edges: str, places: dict[str, tuple[int, int]], **changes) -> Graph:
    return graph(edges, places, root=next(iter(places)), **changes)


#     A
#   B   C
#  D E   F
SMALL_TREE = {
    "A": (0, 0),
    "B": (-200, -100),
    "C": (200, -100),
    "D": (-300, -200),
    "E": (-100, -200),
    "F": (300, -200),
}


def small_tree(**changes) -> Graph:
    return tree("AB AC BD BE CF", SMALL_TREE, is_binary=True, **changes)
