"""What can be said of graphs with and without directions."""

from __future__ import annotations

from itertools import combinations
from math import inf

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.graphs import COLORS
from vlcorpus.stages.verify.graphs import directed, undirected
from vlcorpus.stages.verify.graphs.network import Edge, Network
from vlcorpus.stages.verify.graphs.trees import children_of
from vlcorpus.stages.verify.oracle import Unknown


def cycle(network: Network) -> str:
    return truth_value((directed if network.is_directed else undirected).has_cycle(network))


def path(network: Network, a: str, b: str) -> str:
    return truth_value(network.distances[network.pair(a, b)] < inf)


def distance(network: Network, a: str, b: str) -> str:
    return _finite(network.distances[network.pair(a, b)])


def weight(network: Network, a: str, b: str) -> str:
    return str(_weights(network)[network.edge(a, b)])


def shortest(network: Network, a: str, b: str) -> str:
    return _finite(network.lengths[network.pair(a, b)])


def lightest(network: Network) -> str:
    return _edge_of_weight(network, min(_weights(network)))


def heaviest(network: Network) -> str:
    return _edge_of_weight(network, max(_weights(network)))


def color(network: Network, a: str) -> str:
    return _colors(network)[network.node(a)]


def properly_colored(network: Network) -> str:
    colors = _colors(network)
    return truth_value(all(colors[a] != colors[b] for a, b in network.edges))


def marked(network: Network, a: str, b: str) -> str:
    edge = network.edges[network.edge(a, b)]
    return truth_value(edge in _marked(network))


def total(network: Network, what: str) -> str:
    weights = dict(zip(network.edges, _weights(network), strict=True))
    if what not in ("edges", "marked"):
        raise Unknown(f"nothing says what {what!r} are")
    return str(sum(weights[edge] for edge in (network.edges if what == "edges" else _marked(network))))


def count(network: Network, what: str) -> str:
    match what:
        case "nodes":
            return str(len(network.nodes))
        case "edges":
            return str(len(network.edges))
        case "components":
            network.need(directed=False)
            return str(network.components())
        case "isolated":
            return str(sum(not network.degree(name) for name in network.nodes))
        case "leaves":
            return str(_n_leaves(network))
        case "sources":
            return str(len(directed.sources(network)))
        case "sinks":
            return str(len(directed.sinks(network)))
        case "marked":
            return str(len(_marked(network)))
        case "crossings":
            return str(sum(cross(network, *pair) for pair in combinations(network.edges, 2)))
    return str(sum(color == what for color in _colors(network, what).values()))


def cross(network: Network, one: Edge, other: Edge) -> bool:
    """Say whether two edges cross, away from their ends: the ends of each lie on both sides of the other."""
    return _parts(network, one, other) and _parts(network, other, one)


def side(network: Network, edge: Edge, name: str) -> int:
    """Return twice the area of the triangle, positive where the node is on the left of the edge."""
    (ax, ay), (bx, by), (x, y) = (network.places[node] for node in (*edge, name))
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax)


def _parts(network: Network, edge: Edge, other: Edge) -> bool:
    return side(network, edge, other[0]) * side(network, edge, other[1]) < 0


def _n_leaves(network: Network) -> int:
    if network.root:
        return sum(not children_of(network, name) for name in network.nodes)
    network.need(directed=False)
    return sum(network.degree(name) == 1 for name in network.nodes)


def _finite(number: float) -> str:
    if number == inf:
        raise Unknown("there is no path")
    return str(int(number))


def _weights(network: Network) -> tuple[int, ...]:
    if not network.weights:
        raise Unknown("the edges have no weights")
    return network.weights


def _edge_of_weight(network: Network, weight: int) -> str:
    found = [edge for edge, of in zip(network.edges, network.weights, strict=True) if of == weight]
    return undirected.one_of(list(map(network.written, found)), "this weight")


def _colors(network: Network, color: str | None = None) -> dict[str, str]:
    """Raises Unknown without colours, and for a colour that is none."""
    if not network.colors or (color is not None and color not in COLORS):
        raise Unknown("the nodes have no such colours")
    return dict(network.colors)


def _marked(network: Network) -> tuple[Edge, ...]:
    if not network.marked:
        raise Unknown("no edge is marked")
    return network.marked
