"""What can be said of graphs of arrows."""

from __future__ import annotations

from math import isfinite

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.graphs.network import Network
from vlcorpus.stages.verify.graphs.undirected import one_of
from vlcorpus.stages.verify.oracle import Unknown


def in_degree(network: Network, a: str) -> str:
    network.need(directed=True)
    return str(_n_in(network, network.node(a)))


def out_degree(network: Network, a: str) -> str:
    network.need(directed=True)
    return str(_n_out(network, network.node(a)))


def arrow(network: Network, a: str, b: str) -> str:
    network.need(directed=True)
    return truth_value(network.pair(a, b) in network.edges)


def source(network: Network) -> str:
    return one_of(sources(network), "sources")


def sink(network: Network) -> str:
    return one_of(sinks(network), "sinks")


def sources(network: Network) -> list[str]:
    network.need(directed=True)
    return [name for name in network.nodes if not _n_in(network, name)]


def sinks(network: Network) -> list[str]:
    network.need(directed=True)
    return [name for name in network.nodes if not _n_out(network, name)]


def has_cycle(network: Network) -> bool:
    return any(isfinite(network.distances[name, name]) for name in network.nodes)


def before(network: Network, a: str, b: str) -> str:
    network.need(directed=True)
    network.pair(a, b)
    if has_cycle(network):
        raise Unknown("there is a cycle")
    if isfinite(network.distances[a, b]):
        return truth_value(True)
    if isfinite(network.distances[b, a]):
        return truth_value(False)
    raise Unknown(f"{a} and {b} may come in either order")


def _n_in(network: Network, name: str) -> int:
    return sum(end == name for _, end in network.edges)


def _n_out(network: Network, name: str) -> int:
    return sum(start == name for start, _ in network.edges)
