"""Directed graphs to begin with: with cycles and without."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations, pairwise
from random import Random

from vlcorpus.stages.stem.graphs.graph import Ends, Graph
from vlcorpus.stages.stem.graphs.names import node_names
from vlcorpus.stages.stem.graphs.undirected import RADIUS, SIZE, planar_edges
from vlcorpus.stages.stem.network.layouts import circle, jittered, rounded, rows, scattered, turned

_APART = 230.0


def _layers(random: Random) -> Graph:
    """Arrows lead from each layer to the next; every node below the first has one at least."""
    sizes = [random.randint(1, 3) for _ in range(random.randint(3, 4))]
    names = node_names(random, sum(sizes))
    layers = [names[sum(sizes[:k]) : sum(sizes[: k + 1])] for k in range(len(sizes))]
    edges: list[Ends] = []
    for upper, lower in pairwise(layers):
        pairs = [(random.choice(upper), name) for name in lower]
        pairs += [(name, random.choice(lower)) for name in upper if all(a != name for a, _ in pairs)]
        more = [(a, b) for a in upper for b in lower if (a, b) not in pairs]
        edges += pairs + random.sample(more, min(len(more), random.randint(0, 1)))
    places = jittered(rows(layers, SIZE[0], SIZE[1]), random, 30.0)
    return Graph(rounded(turned(places) if random.random() < 0.5 else places), edges, is_directed=True)


def _scattered(random: Random) -> tuple[dict[str, tuple[float, float]], list[Ends]]:
    names = node_names(random, random.randint(5, 9))
    places = scattered(names, random, SIZE, _APART)
    return places, planar_edges(places, random, random.randint(len(names) - 1, 2 * len(names) - 4))


def _digraph(random: Random) -> Graph:
    places, edges = _scattered(random)
    either = [edge if random.random() < 0.5 else edge[::-1] for edge in edges]
    return Graph(rounded(places), either, is_directed=True)


def _one_way(random: Random) -> Graph:
    """All arrows lead to the right, as in a plan of tasks."""
    places, edges = _scattered(random)
    ahead = [(a, b) if places[a][0] < places[b][0] else (b, a) for a, b in edges]
    return Graph(rounded(places), ahead, is_directed=True)


def _tournament(random: Random) -> Graph:
    names = node_names(random, random.choice((4, 4, 5)))
    places = jittered(circle(names, RADIUS, random.uniform(0, math.tau)), random, 70.0)
    games = [pair if random.random() < 0.5 else pair[::-1] for pair in combinations(names, 2)]
    return Graph(rounded(places), games, is_directed=True)


def _directed_cycle(random: Random) -> Graph:
    names = node_names(random, random.randint(4, 8))
    places = jittered(circle(names, RADIUS, random.uniform(0, math.tau)), random, 30.0)
    ring = [*pairwise(names), (names[-1], names[0])]
    chords = [(a, b) for a, b in combinations(names, 2) if (a, b) not in ring and (b, a) not in ring]
    extra = [
        pair if random.random() < 0.5 else pair[::-1]
        for pair in random.sample(chords, min(len(chords), random.randint(0, 3)))
    ]
    return Graph(rounded(places), ring + extra, is_directed=True)


def _arborescence(random: Random) -> Graph:
    """A tree whose edges all lead away from one node."""
    names = node_names(random, random.randint(6, 9))
    places = scattered(names, random, SIZE, _APART)
    edges = planar_edges(places, random, len(names) - 1, is_forest=True)
    reached, ordered = {names[0]}, []
    while found := [(a, b) if a in reached else (b, a) for a, b in edges if (a in reached) != (b in reached)]:
        ordered += found
        reached.update(b for _, b in found)
    return Graph(
        rounded({name: places[name] for name in names if name in reached}), ordered, is_directed=True
    )


DIRECTED: dict[str, Callable[[Random], Graph]] = {
    "layers": _layers,
    "digraph": _digraph,
    "one_way": _one_way,
    "tournament": _tournament,
    "directed_cycle": _directed_cycle,
    "arborescence": _arborescence,
}
