"""Graphs at random: a base, changes of its shape, and what is written or painted on it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.graphs.additions import PAINTS, SHAPES, WEIGHTS
from vlcorpus.stages.stem.graphs.directed import DIRECTED
from vlcorpus.stages.stem.graphs.graph import Graph
from vlcorpus.stages.stem.graphs.trees import TREES
from vlcorpus.stages.stem.graphs.undirected import UNDIRECTED

_FAMILIES = (UNDIRECTED, DIRECTED, TREES)
_FAMILY_SHARES = (5, 3, 4)
_CHANGED, _WEIGHED, _PAINTED = 0.5, 0.45, 0.4  # shares of graphs
MIN_EXTENT = 900  # of the longer side: a small graph is spread, so that its nodes do not look like plates


def compose(random: Random) -> Graph:
    """Return a graph. Raises Unfit where what was drawn at random makes none."""
    bases = random.choices(_FAMILIES, _FAMILY_SHARES)[0]
    base = random.choice(list(bases))
    graph = bases[base](random)
    graph.steps.append(base)
    if bases is UNDIRECTED and random.random() < _CHANGED:
        _add(graph, random, SHAPES)
    _order(graph)
    _spread(graph)
    if random.random() < _WEIGHED:
        _add(graph, random, WEIGHTS)
    if random.random() < _PAINTED:
        _add(graph, random, PAINTS)
    return graph


def _add(graph: Graph, random: Random, additions: dict[str, Callable[[Graph, Random], None]]) -> None:
    """Add one of them, or none where it is not possible here: no addition changes what it then refuses."""
    name = random.choice(list(additions))
    try:
        additions[name](graph, random)
    except Unfit:
        return
    graph.steps.append(name)


def _order(graph: Graph) -> None:
    """Name the ends of undirected edges in the order of the nodes."""
    if not graph.is_directed:
        order = {name: k for k, name in enumerate(graph.places)}
        graph.edges = [(a, b) if order[a] < order[b] else (b, a) for a, b in graph.edges]


def _spread(graph: Graph) -> None:
    xs, ys = zip(*graph.places.values(), strict=True)
    factor = MIN_EXTENT / max(max(xs) - min(xs), max(ys) - min(ys), 1)
    if factor > 1:
        graph.places = {name: (round(x * factor), round(y * factor)) for name, (x, y) in graph.places.items()}
