"""What is added to a graph: weights, colours, marked edges; nodes and edges more or less."""

from __future__ import annotations

import string
from collections.abc import Callable
from itertools import combinations, pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.graphs import COLORS
from vlcorpus.stages.stem.graphs.graph import Graph
from vlcorpus.stages.stem.graphs.undirected import SIZE
from vlcorpus.stages.stem.network.layouts import free_place

MAX_WEIGHED = 14  # edges: more numbers than that crowd the picture
_APART = 200.0


def _add_weights(graph: Graph, random: Random) -> None:
    if len(graph.edges) > MAX_WEIGHED or graph.root or any(name.isdecimal() for name in graph.places):
        raise Unfit("weights would not be told from names, or crowd")
    graph.weights = [random.randint(1, random.choice((9, 20))) for _ in graph.edges]


def _color(graph: Graph, random: Random) -> None:
    colors = random.sample(COLORS, random.randint(2, 3))
    graph.colors = {name: random.choice(colors) for name in graph.places}


def _color_properly(graph: Graph, random: Random) -> None:
    """Each node takes a colour that no neighbour has, the commonest first."""
    colors = random.sample(COLORS, 4)
    neighbors = {name: {b for edge in graph.edges if name in edge for b in edge} for name in graph.places}
    chosen: dict[str, str] = {}
    for name in random.sample(list(graph.places), len(graph.places)):
        taken = {chosen.get(other) for other in neighbors[name]}
        free = [color for color in colors if color not in taken]
        if not free:
            raise Unfit("four colours do not suffice")
        chosen[name] = free[0] if random.random() < 0.7 else random.choice(free[:2])
    graph.colors = {name: chosen[name] for name in graph.places}


def _mark_path(graph: Graph, random: Random) -> None:
    at = random.choice(list(graph.places))
    visited = [at]
    while len(visited) < 6 and (onward := [b for b in graph.next_to[at] if b not in visited]):
        at = random.choice(onward)
        visited.append(at)
    steps = set(pairwise(visited))
    _mark(graph, random, [(a, b) for a, b in graph.edges if (a, b) in steps or (b, a) in steps])


def _mark_tree(graph: Graph, random: Random) -> None:
    """A spanning tree, grown edge by edge."""
    reached = {random.choice(list(graph.places))}
    chosen = []
    while edges := [edge for edge in graph.edges if (edge[0] in reached) != (edge[1] in reached)]:
        chosen.append(random.choice(edges))
        reached.update(chosen[-1])
    _mark(graph, random, [edge for edge in graph.edges if edge in chosen])


def _mark_matching(graph: Graph, random: Random) -> None:
    """Edges of which no two have a node in common."""
    taken: set[str] = set()
    chosen = []
    for edge in random.sample(graph.edges, len(graph.edges)):
        if taken.isdisjoint(edge):
            chosen.append(edge)
            taken.update(edge)
    _mark(graph, random, [edge for edge in graph.edges if edge in chosen])


def _mark(graph: Graph, random: Random, edges: list[tuple[str, str]]) -> None:
    if not 2 <= len(edges) < len(graph.edges):
        raise Unfit("too few edges are marked, or all are")
    graph.marked, graph.mark_color = edges, random.choice(COLORS)


def _add_isolated(graph: Graph, random: Random) -> None:
    """A node without an edge, where there is room."""
    free = [letter for letter in string.ascii_uppercase if letter not in (*graph.places, "I", "O")]
    name = str(len(graph.places) + 1) if "1" in graph.places else free[0]
    x, y = free_place(graph.places.values(), random, SIZE, _APART)
    graph.places[name] = round(x), round(y)


def _remove_edges(graph: Graph, random: Random) -> None:
    if len(graph.edges) < 5:
        raise Unfit("there are few edges")
    graph.edges = random.sample(graph.edges, len(graph.edges) - random.randint(1, 2))


def _add_edge(graph: Graph, random: Random) -> None:
    joined = {frozenset(edge) for edge in graph.edges}
    free = [pair for pair in combinations(graph.places, 2) if frozenset(pair) not in joined]
    if not free:
        raise Unfit("each two nodes are joined")
    graph.edges.append(random.choice(free))


# What changes which edges there are comes first, what is written on them and their colours last.
SHAPES: dict[str, Callable[[Graph, Random], None]] = {
    "isolated_node": _add_isolated,
    "removed_edges": _remove_edges,
    "extra_edge": _add_edge,
}
PAINTS: dict[str, Callable[[Graph, Random], None]] = {
    "coloring": _color,
    "proper_coloring": _color_properly,
    "marked_path": _mark_path,
    "marked_tree": _mark_tree,
    "marked_matching": _mark_matching,
}
WEIGHTS: dict[str, Callable[[Graph, Random], None]] = {"weights": _add_weights}
