"""A graph while it is made: nodes in their places, edges, and what is written on them or tells them apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Ends = tuple[str, str]
Place = tuple[int, int]


@dataclass
class Graph:
    """Its edges and places are final once something is asked that follows from them."""

    places: dict[str, Place]
    edges: list[Ends]
    is_directed: bool = False
    weights: list[int] = field(default_factory=list)  # in the order of edges
    colors: dict[str, str] = field(default_factory=dict)
    marked: list[Ends] = field(default_factory=list)
    mark_color: str = ""
    root: str = ""
    is_binary: bool = False
    steps: list[str] = field(default_factory=list)

    @cached_property
    def next_to(self) -> dict[str, list[str]]:
        """Return where an edge leads from each node; of an undirected graph both ways."""
        found: dict[str, list[str]] = {name: [] for name in self.places}
        for a, b in self.edges:
            found[a].append(b)
            if not self.is_directed:
                found[b].append(a)
        return found

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """Return the children of each node of a rooted tree, from the left."""
        found: dict[str, list[str]] = {name: [] for name in self.places}
        for a, b in self.edges:
            parent, child = (a, b) if self.places[a][1] > self.places[b][1] else (b, a)
            found[parent].append(child)
        return {name: sorted(below, key=lambda child: self.places[child][0]) for name, below in found.items()}

    @cached_property
    def parent(self) -> dict[str, str]:
        return {child: name for name, below in self.children.items() for child in below}

    @cached_property
    def weight_of(self) -> dict[Ends, int]:
        """Return the weights by edges, of an undirected graph both ways."""
        found = dict(zip(self.edges, self.weights, strict=False))
        return found if self.is_directed else found | {(b, a): weight for (a, b), weight in found.items()}

    def side(self, child: str) -> str:
        """Return on which side of its parent a child of a binary tree stands."""
        return "left" if self.places[child][0] < self.places[self.parent[child]][0] else "right"

    def edge_name(self, edge: Ends) -> str:
        return ("->" if self.is_directed else "-").join(edge)

    def truth(self) -> dict[str, Any]:
        """Return what schemas/stem/graphs.py describes."""
        return {
            "nodes": {name: [str(x), str(y)] for name, (x, y) in self.places.items()},
            "edges": [list(edge) for edge in self.edges],
            "is_directed": self.is_directed,
            "weights": list(self.weights),
            "colors": dict(self.colors),
            "marked": [list(edge) for edge in self.marked],
            "mark_color": self.mark_color,
            "root": self.root,
            "is_binary": self.is_binary,
        }
