"""The truth of a graph, opened: its nodes and edges, and how far each node is from each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import inf
from typing import Any

from vlcorpus.stages.verify.oracle import Contradiction, Unknown

Edge = tuple[str, str]


@dataclass(frozen=True)
class Network:
    places: Mapping[str, tuple[int, int]]  # of the nodes, in their order
    edges: tuple[Edge, ...]
    is_directed: bool
    weights: tuple[int, ...]
    colors: Mapping[str, str]
    marked: tuple[Edge, ...]
    mark_color: str
    root: str
    is_binary: bool

    @property
    def nodes(self) -> list[str]:
        return list(self.places)

    def node(self, name: str) -> str:
        if name not in self.places:
            raise Unknown(f"there is no node {name!r}")
        return name

    def pair(self, a: str, b: str) -> Edge:
        """Return two nodes. Raises Unknown where they are one."""
        if self.node(a) == self.node(b):
            raise Unknown(f"{a} is one node")
        return a, b

    def edge(self, a: str, b: str) -> int:
        """Return the number of an edge; one without a direction has two names. Raises Unknown for none."""
        for number, edge in enumerate(self.edges):
            if edge == self.pair(a, b) or (not self.is_directed and edge == (b, a)):
                return number
        raise Unknown(f"no edge joins {a} and {b}")

    def written(self, edge: Edge) -> str:
        """Return the edge as a value."""
        if self.is_directed:
            return "->".join(edge)
        return "-".join(sorted(edge, key=self.nodes.index))

    def need(self, *, directed: bool) -> None:
        if self.is_directed != directed:
            raise Unknown(f"the graph is {'directed' if self.is_directed else 'undirected'}")

    def neighbors(self, name: str) -> set[str]:
        """Return to which nodes an edge leads from one."""
        return {b for a, b in self._steps(self.edges) if a == name}

    def degree(self, name: str) -> int:
        return sum(name in edge for edge in self.edges)

    def components(self, edges: Iterable[Edge] | None = None) -> int:
        """Return how many parts there are, whatever the directions, with all edges or with some."""
        part = {name: name for name in self.places}
        for a, b in self.edges if edges is None else edges:
            old, new = part[a], part[b]
            part = {name: new if of == old else of for name, of in part.items()}
        return len(set(part.values()))

    @cached_property
    def distances(self) -> dict[Edge, float]:
        """How many edges the shortest path has, from each node to each; a closed path for a node itself."""
        return self._shortest([1] * len(self.edges))

    @cached_property
    def lengths(self) -> dict[Edge, float]:
        """The least total weight of a path."""
        if not self.weights:
            raise Unknown("the edges have no weights")
        return self._shortest(self.weights)

    def _shortest(self, weights: Iterable[int]) -> dict[Edge, float]:
        """Return the shortest ways over any nodes between (Floyd and Warshall)."""
        far: dict[Edge, float] = {(a, b): inf for a in self.places for b in self.places}
        for edge, weight in zip(self.edges, weights, strict=True):
            for step in self._steps([edge]):
                far[step] = weight
        for over, a, b in product(self.places, repeat=3):
            far[a, b] = min(far[a, b], far[a, over] + far[over, b])
        return far

    def _steps(self, edges: Iterable[Edge]) -> Iterable[Edge]:
        for a, b in edges:
            yield a, b
            if not self.is_directed:
                yield b, a


def read_network(truth: Mapping[str, Any]) -> Network:
    """Raises Contradiction for a graph that cannot be."""
    try:
        network = Network(
            places={name: (int(x), int(y)) for name, (x, y) in truth["nodes"].items()},
            edges=tuple((a, b) for a, b in truth["edges"]),
            is_directed=truth["is_directed"],
            weights=tuple(map(int, truth["weights"])),
            colors=dict(truth["colors"]),
            marked=tuple((a, b) for a, b in truth["marked"]),
            mark_color=truth["mark_color"],
            root=truth["root"],
            is_binary=truth["is_binary"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Contradiction(f"no graph: {error!r}") from error
    wrong = {
        "no nodes": not network.places,
        "an edge of what is no node": any(not network.places.keys() >= set(edge) for edge in network.edges),
        "a loop": any(a == b for a, b in network.edges),
        "a pair that is joined twice": len({frozenset(edge) for edge in network.edges}) < len(network.edges),
        "weights of other edges": len(network.weights) not in (0, len(network.edges)),
        "a weight below 1": any(weight < 1 for weight in network.weights),
        "colours of other nodes": bool(network.colors) and network.colors.keys() != network.places.keys(),
        "marks on no edges": not set(network.edges) >= set(network.marked),
        "marks without a colour": bool(network.marked) != bool(network.mark_color),
    }
    if found := [what for what, is_so in wrong.items() if is_so]:
        raise Contradiction(", ".join(found))
    return network
