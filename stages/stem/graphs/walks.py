"""What follows from the edges of a graph: paths, parts, cycles, orders of a tree."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Mapping, Sequence

from vlcorpus.stages.stem.graphs.graph import Ends, Graph


def distances(graph: Graph, start: str) -> dict[str, int]:
    """Return how many edges away each node is that can be reached, 0 for the start."""
    found = {start: 0}
    pending = deque([start])
    while pending:
        at = pending.popleft()
        for name in graph.next_to[at]:
            if name not in found:
                found[name] = found[at] + 1
                pending.append(name)
    return found


def cheapest(graph: Graph, start: str) -> dict[str, int]:
    """Return the least total weight of a path to each node that can be reached (Dijkstra)."""
    found: dict[str, int] = {}
    pending = [(0, start)]
    while pending:
        cost, at = heapq.heappop(pending)
        if at not in found:
            found[at] = cost
            for name in graph.next_to[at]:
                heapq.heappush(pending, (cost + graph.weight_of[at, name], name))
    return found


def components(graph: Graph, without: Ends | None = None) -> int:
    """Return how many parts an undirected graph has, or would have without an edge."""
    group = {name: name for name in graph.places}

    def top(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for edge in graph.edges:
        if edge != without:
            group[top(edge[0])] = top(edge[1])
    return sum(name == of for name, of in group.items())


def has_cycle(graph: Graph) -> bool:
    if not graph.is_directed:
        return len(graph.edges) > len(graph.places) - components(graph)
    left = dict.fromkeys(graph.places, 0)  # arrows that lead to each, from nodes not yet taken away
    for _, b in graph.edges:
        left[b] += 1
    free = [name for name, count in left.items() if not count]
    taken = 0
    while free:
        taken += 1
        for name in graph.next_to[free.pop()]:
            left[name] -= 1
            if not left[name]:
                free.append(name)
    return taken < len(graph.places)


def is_bipartite(graph: Graph) -> bool:
    seen: set[str] = set()
    for name in graph.places:
        if name not in seen:
            away = distances(graph, name)
            seen |= away.keys()
            if any(away[a] % 2 == away[b] % 2 for a, b in graph.edges if a in away):
                return False
    return True


def ancestors(parent: Mapping[str, str], name: str) -> list[str]:
    """Return the ancestors of a node, the nearest first."""
    found = []
    while name in parent:
        name = parent[name]
        found.append(name)
    return found


def preorder(children: Mapping[str, Sequence[str]], root: str) -> list[str]:
    return [root, *(name for child in children[root] for name in preorder(children, child))]


def postorder(children: Mapping[str, Sequence[str]], root: str) -> list[str]:
    return [*(name for child in children[root] for name in postorder(children, child)), root]


def level_order(children: Mapping[str, Sequence[str]], root: str) -> list[str]:
    found = [root]
    for name in found:
        found += children[name]
    return found


def inorder(graph: Graph, root: str) -> list[str]:
    """Return the order of a binary tree in which a node stands between what is left and right of it."""
    left, right = (
        [
            name
            for child in graph.children[root]
            if graph.side(child) == side
            for name in inorder(graph, child)
        ]
        for side in ("left", "right")
    )
    return [*left, root, *right]
