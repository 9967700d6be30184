"""Rings of a graph: a smallest set of smallest rings, by Horton's algorithm.

Source: J. D. Horton, A polynomial-time algorithm to find the shortest cycle basis of a graph (1987).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping

Graph = Mapping[int, Collection[int]]  # the neighbours of each node, both ways


def smallest_rings(graph: Graph) -> list[tuple[int, ...]]:
    """Return as many rings as the graph has independent ones, the smallest first; each as its nodes in turn.

    Where several rings of one size would do, one is taken: sizes are always the same, nodes may not be.
    """
    edges = {edge: 1 << k for k, edge in enumerate(_edges(graph))}
    n_rings = len(edges) - len(graph) + _n_parts(graph)
    found: list[tuple[int, ...]] = []
    basis: dict[int, int] = {}  # sums of rings already taken, by their highest edge
    for ring in sorted(_candidates(graph), key=len) if n_rings else ():
        rest = sum(edges[_edge(a, b)] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))
        while rest and rest.bit_length() in basis:
            rest ^= basis[rest.bit_length()]
        if rest:
            basis[rest.bit_length()] = rest
            found.append(ring)
            if len(found) == n_rings:
                break
    return found


def _candidates(graph: Graph) -> Iterator[tuple[int, ...]]:
    """Yield rings of two shortest paths from a node to the ends of an edge, that share only this node."""
    for root in graph:
        paths = _shortest_paths(graph, root)
        for a, b in _edges(graph):
            if a in paths and b in paths and set(paths[a]) & set(paths[b]) == {root}:
                ring = (*paths[a], *reversed(paths[b][1:]))
                if len(ring) > 2:  # else the edge itself, there and back
                    yield ring


def _shortest_paths(graph: Graph, root: int) -> dict[int, tuple[int, ...]]:
    paths: dict[int, tuple[int, ...]] = {root: (root,)}
    pending = deque([root])
    while pending:
        node = pending.popleft()
        for other in graph[node]:
            if other not in paths:
                paths[other] = (*paths[node], other)
                pending.append(other)
    return paths


def _n_parts(graph: Graph) -> int:
    """Return how many connected parts the graph has."""
    left, n = set(graph), 0
    while left:
        left -= _shortest_paths(graph, next(iter(left))).keys()
        n += 1
    return n


def _edges(graph: Graph) -> Iterator[tuple[int, int]]:
    return ((a, b) for a, others in graph.items() for b in others if a < b)


def _edge(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
