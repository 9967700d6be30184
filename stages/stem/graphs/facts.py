"""What can be said of a graph, derived from its edges: schemas/stem/graphs.py names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.graphs import COLORS
from vlcorpus.stages.stem.graphs.graph import Ends, Graph
from vlcorpus.stages.stem.graphs.places import crossings
from vlcorpus.stages.stem.graphs.tree_facts import tree_claims
from vlcorpus.stages.stem.graphs.walks import cheapest, components, distances, has_cycle, is_bipartite

_FEW = 3  # edges that an almost complete graph lacks


def claims(graph: Graph) -> tuple[Claim, ...]:
    seen = _Seen(graph)
    kind = tree_claims if graph.root else _directed if graph.is_directed else _undirected
    return (
        *_counts(graph, seen),
        *kind(graph),
        *_ways(graph, seen),
        *_weights(graph, seen),
        *_paint(graph, seen),
    )


@dataclass(frozen=True)
class _Seen:
    """Which things show what."""

    graph: Graph

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        return tuple(f"node {name}" for name in self.graph.places)

    @cached_property
    def edges(self) -> tuple[str, ...]:
        return tuple(map(self.edge, self.graph.edges))

    @cached_property
    def all(self) -> tuple[str, ...]:
        return self.nodes + self.edges

    def edge(self, edge: Ends) -> str:
        return f"edge {self.graph.edge_name(edge)}"


def others(graph: Graph, *names: str) -> tuple[str, ...]:
    """Return the other nodes: wrong where one of the names is asked for."""
    return tuple(name for name in graph.places if name not in names)


def near(count: int, least: int = 0) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(least, count - 2), count + 4) if other != count)


def _counts(graph: Graph, seen: _Seen) -> Iterator[Claim]:
    yield _count("nodes", len(graph.places), seen.nodes)
    yield _count("edges", len(graph.edges), seen.edges)
    if graph.root:
        return
    yield _count("crossings", sum(1 for _ in crossings(graph)), seen.edges)
    degrees = Counter(name for edge in graph.edges for name in edge)
    yield _count_nodes("isolated", [name for name in graph.places if not degrees[name]])
    if graph.is_directed:
        yield _count_nodes("sources", _sources(graph))
        yield _count_nodes("sinks", _sinks(graph))
    else:
        yield _count("components", components(graph), seen.all)
        yield _count_nodes("leaves", [name for name in graph.places if degrees[name] == 1])


def _count(what: str, number: int, things: tuple[str, ...]) -> Claim:
    return Claim(("count", what), str(number), things, near(number))


def _count_nodes(what: str, names: list[str]) -> Claim:
    return _count(what, len(names), tuple(f"node {name}" for name in names))


def _undirected(graph: Graph) -> Iterator[Claim]:
    seen = _Seen(graph)
    neighbors = {name: set(graph.next_to[name]) for name in graph.places}
    degrees = {name: len(of) for name, of in neighbors.items()}
    for name, degree in degrees.items():
        yield Claim(("degree", name), str(degree), seen.all, near(degree))
    for a, b in combinations(graph.places, 2):
        yield Claim(("adjacent", a, b), truth_value(b in neighbors[a]), seen.all)
        shared = neighbors[a] & neighbors[b]
        if len(shared) == 1:
            (name,) = shared
            yield Claim(("common_neighbor", a, b), name, seen.all, others(graph, name, a, b))
    most = max(degrees.values())
    highest = [name for name, degree in degrees.items() if degree == most]
    if len(highest) == 1:
        yield Claim(("highest_degree",), highest[0], seen.all, others(graph, *highest))
    yield from _shape(graph, seen)


def _shape(graph: Graph, seen: _Seen) -> Iterator[Claim]:
    """Yield what the whole graph is, where it is so or nearly so: what is plain is not worth asking."""
    n_nodes, n_edges, n_parts = len(graph.places), len(graph.edges), components(graph)
    bridges = [edge for edge in graph.edges if components(graph, without=edge) > n_parts]
    has = has_cycle(graph)
    yield Claim(("cycle",), truth_value(has), seen.all)
    yield Claim(("bipartite",), truth_value(is_bipartite(graph)), seen.all)
    for edge in graph.edges:
        yield Claim(("bridge", *edge), truth_value(edge in bridges), seen.all)
    if n_parts > 1 or bridges:
        yield Claim(("connected",), truth_value(n_parts == 1), seen.all)
    if n_nodes - 2 <= n_edges <= n_nodes - 1:
        yield Claim(("tree",), truth_value(n_parts == 1 and not has), seen.all)
    missing = n_nodes * (n_nodes - 1) // 2 - n_edges
    if missing <= _FEW:
        yield Claim(("complete",), truth_value(not missing), seen.all)


def _sources(graph: Graph) -> list[str]:
    reached = {b for _, b in graph.edges}
    return [name for name in graph.places if name not in reached]


def _sinks(graph: Graph) -> list[str]:
    return [name for name, onward in graph.next_to.items() if not onward]


def _directed(graph: Graph) -> Iterator[Claim]:
    seen = _Seen(graph)
    arrive = Counter(b for _, b in graph.edges)
    for name, onward in graph.next_to.items():
        yield Claim(("in_degree", name), str(arrive[name]), seen.all, near(arrive[name]))
        yield Claim(("out_degree", name), str(len(onward)), seen.all, near(len(onward)))
    arrows = set(graph.edges)
    for pair in permutations(graph.places, 2):
        yield Claim(("arrow", *pair), truth_value(pair in arrows), seen.all)
    for operation, ends in (("source", _sources(graph)), ("sink", _sinks(graph))):
        if len(ends) == 1:
            yield Claim((operation,), ends[0], seen.all, others(graph, *ends))
    has = has_cycle(graph)
    yield Claim(("cycle",), truth_value(has), seen.all)
    if not has:
        reached = {name: distances(graph, name) for name in graph.places}
        for a, b in permutations(graph.places, 2):
            if b in reached[a] or a in reached[b]:
                yield Claim(("before", a, b), truth_value(b in reached[a]), seen.all)


def _ways(graph: Graph, seen: _Seen) -> Iterator[Claim]:
    """Yield paths, where there is something to decide, and the distances that are more than an edge."""
    pairs = permutations(graph.places, 2) if graph.is_directed else combinations(graph.places, 2)
    away = {name: distances(graph, name) for name in graph.places}
    are_all_joined = all(len(reached) == len(graph.places) for reached in away.values())
    costs = {name: cheapest(graph, name) for name in graph.places} if graph.weights else {}
    for a, b in pairs:
        if not are_all_joined:
            yield Claim(("path", a, b), truth_value(b in away[a]), seen.all)
        if away[a].get(b, 0) > 1:
            yield Claim(("distance", a, b), str(away[a][b]), seen.all, near(away[a][b], least=1))
            if costs:
                yield Claim(("shortest", a, b), str(costs[a][b]), seen.all, near(costs[a][b], least=1))


def _weights(graph: Graph, seen: _Seen) -> Iterator[Claim]:
    if not graph.weights:
        return
    for edge, weight in zip(graph.edges, graph.weights, strict=True):
        yield Claim(("weight", *edge), str(weight), (seen.edge(edge),), near(weight, least=1))
    for operation, limit in (("lightest", min(graph.weights)), ("heaviest", max(graph.weights))):
        if graph.weights.count(limit) == 1:
            names = [graph.edge_name(edge) for edge in graph.edges]
            name = names[graph.weights.index(limit)]
            yield Claim((operation,), name, seen.all, _without(names, name))
    total = sum(graph.weights)
    yield Claim(("total", "edges"), str(total), seen.all, near(total, least=1))
    if graph.marked:
        total = sum(graph.weight_of[edge] for edge in graph.marked)
        yield Claim(("total", "marked"), str(total), seen.all, near(total, least=1))


def _paint(graph: Graph, seen: _Seen) -> Iterator[Claim]:
    if graph.colors:
        for name, color in graph.colors.items():
            yield Claim(("color", name), color, (f"node {name}",), _without(COLORS, color))
        for color in COLORS:
            yield _count_nodes(color, [name for name, of in graph.colors.items() if of == color])
        proper = all(graph.colors[a] != graph.colors[b] for a, b in graph.edges)
        yield Claim(("properly_colored",), truth_value(proper), seen.all)
    if graph.marked:
        for edge in graph.edges:
            yield Claim(("marked", *edge), truth_value(edge in graph.marked), (seen.edge(edge),))
        yield _count("marked", len(graph.marked), tuple(map(seen.edge, graph.marked)))


def _without(values: Iterable[str], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
