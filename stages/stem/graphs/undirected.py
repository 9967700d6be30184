"""Undirected graphs to begin with: the families that textbooks name, and random ones."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations, pairwise
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.graphs.graph import Ends, Graph
from vlcorpus.stages.stem.graphs.names import node_names
from vlcorpus.stages.stem.network.layouts import circle, jittered, rounded, rows, scattered, turned
from vlcorpus.stages.stem.network.links import crossing
from vlcorpus.stages.stem.segments import off_segment

RADIUS = 420.0
SIZE = (960.0, 820.0)
_STRAY = 40.0
_APART = 210.0  # of scattered nodes
_CLEAR = 85.0  # from the edges of a planar graph to other nodes


def planar_edges(
    places: dict[str, Point], random: Random, wanted: int, *, is_forest: bool = False
) -> list[Ends]:
    """Return edges between near nodes that do not cross; of a forest, none that close a cycle."""
    pairs = sorted(
        combinations(places, 2),
        key=lambda pair: math.dist(places[pair[0]], places[pair[1]]) * random.uniform(0.8, 1.4),
    )
    edges: list[Ends] = []
    group = {name: name for name in places}
    for a, b in pairs:
        if len(edges) == wanted:
            break
        p, q = places[a], places[b]
        if is_forest and group[a] == group[b]:
            continue
        if any(crossing(p, q, places[c], places[d]) for c, d in edges):
            continue
        if any(off_segment(r, p, q) < _CLEAR for name, r in places.items() if name not in (a, b)):
            continue
        edges.append((a, b))
        old, new = group[a], group[b]
        group = {name: new if of == old else of for name, of in group.items()}
    return edges


def _graph(places: dict[str, Point], edges: list[Ends]) -> Graph:
    return Graph(rounded(places), edges)


def _path(random: Random) -> Graph:
    names = node_names(random, random.randint(4, 8))
    step = SIZE[0] / (len(names) - 1)
    places = {name: (k * step, random.uniform(-0.5, 0.5) * 500) for k, name in enumerate(names)}
    return _graph(places, list(pairwise(names)))


def _cycle(random: Random) -> Graph:
    names = node_names(random, random.randint(3, 9))
    places = jittered(circle(names, RADIUS, random.uniform(0, math.tau)), random, _STRAY)
    return _graph(places, [*pairwise(names), (names[-1], names[0])])


def _star(random: Random) -> Graph:
    center, *names = node_names(random, random.randint(4, 9))
    places = circle(names, RADIUS, random.uniform(0, math.tau)) | {center: (0.0, 0.0)}
    return _graph(jittered(places, random, _STRAY), [(center, name) for name in names])


def _wheel(random: Random) -> Graph:
    center, *names = node_names(random, random.randint(5, 8))
    places = circle(names, RADIUS, random.uniform(0, math.tau)) | {center: (0.0, 0.0)}
    rim = [*pairwise(names), (names[-1], names[0])]
    return _graph(places, rim + [(center, name) for name in names])


def _windmill(random: Random) -> Graph:
    center, *names = node_names(random, random.choice((5, 7, 9)))
    places = circle(names, RADIUS, random.uniform(0, math.tau)) | {center: (0.0, 0.0)}
    sails = list(zip(names[::2], names[1::2], strict=True))
    return _graph(places, sails + [(center, name) for name in names])


def _prism(random: Random) -> Graph:
    n = random.randint(3, 5)
    names, turn = node_names(random, 2 * n), random.uniform(0, math.tau)
    outer, inner = names[:n], names[n:]
    places = circle(outer, RADIUS, turn) | circle(inner, 0.45 * RADIUS, turn)
    rings = [(ring[k - 1], ring[k]) for ring in (outer, inner) for k in range(n)]
    return _graph(places, rings + list(zip(outer, inner, strict=True)))


def _complete(random: Random) -> Graph:
    names = node_names(random, random.choice((3, 4, 4, 5, 5, 6)))
    places = jittered(circle(names, RADIUS, random.uniform(0, math.tau)), random, 2 * _STRAY)
    return _graph(places, list(combinations(names, 2)))


def _two_rows(random: Random, upper: list[str], lower: list[str]) -> dict[str, Point]:
    places = rows([upper, lower], SIZE[0], 620)
    return turned(places) if random.random() < 0.5 else places


def _complete_bipartite(random: Random) -> Graph:
    m, n = random.choice(((2, 2), (2, 3), (3, 2), (3, 3), (2, 4)))
    names = node_names(random, m + n)
    upper, lower = names[:m], names[m:]
    return _graph(_two_rows(random, upper, lower), [(a, b) for a in upper for b in lower])


def _bipartite(random: Random) -> Graph:
    m, n = random.randint(3, 5), random.randint(3, 5)
    names = node_names(random, m + n)
    upper, lower = names[:m], names[m:]
    pairs = [(a, b) for a in upper for b in lower]
    return _graph(_two_rows(random, upper, lower), random.sample(pairs, random.randint(m + n - 3, m + n + 1)))


def _grid(random: Random) -> Graph:
    n_rows, n_columns = random.choice(((2, 3), (2, 4), (2, 5), (3, 3), (3, 4)))
    names = node_names(random, n_rows * n_columns)
    lines = [names[k * n_columns : (k + 1) * n_columns] for k in range(n_rows)]
    places = rows(lines, SIZE[0], 230.0 * n_rows)
    across = [pair for line in lines for pair in pairwise(line)]
    down = [pair for upper, lower in pairwise(lines) for pair in zip(upper, lower, strict=True)]
    return _graph(jittered(places, random, random.choice((0.0, 30.0))), across + down)


def _planar(random: Random) -> Graph:
    names = node_names(random, random.randint(5, 11))
    places = scattered(names, random, SIZE, _APART)
    return _graph(places, planar_edges(places, random, random.randint(len(names) - 1, 2 * len(names) - 3)))


def _circular(random: Random) -> Graph:
    names = node_names(random, random.randint(5, 9))
    places = jittered(circle(names, RADIUS, random.uniform(0, math.tau)), random, _STRAY)
    pairs = list(combinations(names, 2))
    return _graph(places, random.sample(pairs, random.randint(len(names) - 2, len(names) + 2)))


def _free_tree(random: Random) -> Graph:
    names = node_names(random, random.randint(6, 11))
    places = scattered(names, random, SIZE, _APART)
    edges = planar_edges(places, random, len(names) - 1, is_forest=True)
    if len(edges) < len(names) - 1:
        raise Unfit("the tree falls apart")
    return _graph(places, edges)


def _forest(random: Random) -> Graph:
    names = node_names(random, random.randint(7, 12))
    places = scattered(names, random, SIZE, _APART)
    wanted = len(names) - random.randint(2, 4)
    return _graph(places, planar_edges(places, random, wanted, is_forest=True))


UNDIRECTED: dict[str, Callable[[Random], Graph]] = {
    "path": _path,
    "cycle": _cycle,
    "star": _star,
    "wheel": _wheel,
    "windmill": _windmill,
    "prism": _prism,
    "complete": _complete,
    "complete_bipartite": _complete_bipartite,
    "bipartite": _bipartite,
    "grid": _grid,
    "planar": _planar,
    "circular": _circular,
    "free_tree": _free_tree,
    "forest": _forest,
}
