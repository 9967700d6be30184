"""Graphs for the tests of their oracle, from words."""

from vlcorpus.stages.verify.graphs.oracle import Graphs
from vlcorpus.stages.verify.oracle import Unknown

UNKNOWN = "?"


def graph(edges, *, nodes="", directed=False, **changes):
    """Return a truth: edges `A-B C-D`, nodes with places `A 0 0, B 1 0`, or on a bent line as they come."""
    pairs = [edge.split("-") for edge in edges.split()]
    names = list(dict.fromkeys([*nodes.split(), *(name for pair in pairs for name in pair)]))
    places = {name: [str(100 * k), str(k * k)] for k, name in enumerate(names)}
    if "," in nodes:
        places = {name: [x, y] for name, x, y in (place.split() for place in nodes.split(","))}
    return {
        "nodes": places,
        "edges": pairs,
        "is_directed": directed,
        "weights": [],
        "colors": {},
        "marked": [],
        "mark_color": "",
        "root": "",
        "is_binary": False,
    } | changes


def say(truth, *expression):
    try:
        return Graphs(truth).value(expression)
    except Unknown:
        return UNKNOWN


# 8 over 3 and 10; 3 over 1 and 6; 10 over 14 on its right.
TREE = graph(
    "8-3 8-10 3-1 3-6 10-14",
    nodes="8 0 0, 3 -20 -10, 10 20 -10, 1 -30 -20, 6 -10 -20, 14 30 -20",
    root="8",
    is_binary=True,
)
