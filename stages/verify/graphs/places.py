"""Where nodes and edges are, and where edges cross."""

from __future__ import annotations

from vlcorpus.stages.verify.graphs.either import cross, side
from vlcorpus.stages.verify.graphs.network import Network
from vlcorpus.stages.verify.oracle import Unknown

Place = tuple[float, float]


def node(network: Network, a: str) -> Place:
    x, y = network.places[network.node(a)]
    return float(x), float(y)


def halfway(network: Network, a: str, b: str) -> Place:
    network.edge(a, b)
    return _along(network, a, b, 0.5)


def crossing(network: Network, a: str, b: str, c: str, d: str) -> Place:
    """From A, as far along AB as A is from the line CD, of what A and B are from it together."""
    one, other = network.edges[network.edge(a, b)], network.edges[network.edge(c, d)]
    if not cross(network, one, other):
        raise Unknown(f"{a}{b} and {c}{d} do not cross")
    at_a, at_b = side(network, other, a), side(network, other, b)
    return _along(network, a, b, at_a / (at_a - at_b))


def _along(network: Network, a: str, b: str, share: float) -> Place:
    (ax, ay), (bx, by) = network.places[a], network.places[b]
    return ax + share * (bx - ax), ay + share * (by - ay)
