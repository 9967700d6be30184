"""A graph as things to be drawn: edges first, nodes on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.graphs.graph import Graph
from vlcorpus.stages.stem.network.gates import Limits, check
from vlcorpus.stages.stem.network.links import LinkLook, halfway, link
from vlcorpus.stages.stem.network.nodes import Body

DISC, DOT, COLORED_DOT = 46.0, 15.0, 24.0  # radii
_NAME_ROOM = (1.3, 1.15)  # of the radius: a box in the disc
_WEIGHT_GAP, _WEIGHT_ROOM = 88.0, (74.0, 46.0)
_WEIGHT_CLEAR = 62.0  # from the middle of an edge, where its weight stands, to other edges
_HEAD, _CLEARANCE = 34.0, 4.0
_BOLD = 13.0  # width of an edge that is marked
_DOTTED = 0.35  # share of graphs whose nodes are dots with their names beside


@dataclass(frozen=True, slots=True)
class Look:
    """How the nodes of a graph are drawn."""

    radius: float
    role: Role  # of the disc

    @classmethod
    def choose(cls, graph: Graph, random: Random) -> Look:
        if not graph.root and random.random() < _DOTTED:
            return cls(COLORED_DOT if graph.colors else DOT, Role.FULL)
        is_filled = bool(graph.colors) or random.random() < 0.4
        return cls(DISC, Role.SOLID if is_filled else Role.LINE)

    @property
    def is_dotted(self) -> bool:
        return self.role == Role.FULL


def things(graph: Graph, random: Random) -> tuple[Thing, ...]:
    """Return edges, then nodes. Raises Unfit where the picture is ambiguous to the eye."""
    look = Look.choose(graph, random)
    body = Body.disc(look.radius)
    limits = Limits(
        apart=34.0,
        crossings_apart=40.0,
        min_link=_WEIGHT_GAP + 70.0 if graph.weights else 60.0,
        middles_clear=_WEIGHT_CLEAR if graph.weights else 0.0,
    )
    check(graph.places, dict.fromkeys(graph.places, body), graph.edges, limits)
    return (*_edges(graph, body), *_nodes(graph, look, body))


def _edges(graph: Graph, body: Body) -> Iterator[Thing]:
    plain = LinkLook(_HEAD if graph.is_directed else 0.0, clearance=_CLEARANCE if graph.is_directed else 0.0)
    marked = set(graph.marked)
    for number, edge in enumerate(graph.edges):
        start, end = (graph.places[name] for name in edge)
        look, hue = (replace(plain, bold=_BOLD), graph.mark_color) if edge in marked else (plain, None)
        tags: tuple[Tag, ...] = ()
        if graph.weights:
            tags = (Tag(str(graph.weights[number]), halfway(start, end), room=_WEIGHT_ROOM),)
        gap = _WEIGHT_GAP if graph.weights else 0.0
        shapes = link(start, end, (body, body), look, gap=gap, hue=hue)
        yield Thing(f"edge {graph.edge_name(edge)}", "edge", shapes, tags)


def _nodes(graph: Graph, look: Look, body: Body) -> Iterator[Thing]:
    for name, place in graph.places.items():
        hue = graph.colors.get(name)
        if look.is_dotted:
            tag = Tag(name, place, _crowd(graph, name), gap=1.3 * look.radius / DOT)
        else:
            width, height = (part * look.radius for part in _NAME_ROOM)
            tag = Tag(name, place, room=(width, height), on=hue)
        yield Thing(f"node {name}", "node", (Shape(look.role, body.outline(place), hue),), (tag,))


def _crowd(graph: Graph, name: str) -> tuple[float, float] | None:
    """Return where the edges of a node lead: its name stands on the other side."""
    ends = [b if a == name else a for a, b in graph.edges if name in (a, b)]
    if not ends:
        return None
    xs, ys = zip(*(graph.places[end] for end in ends), strict=True)
    return sum(xs) / len(ends), sum(ys) / len(ends)
