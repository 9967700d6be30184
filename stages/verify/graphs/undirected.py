"""What can be said of graphs without directions."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.graphs.network import Network
from vlcorpus.stages.verify.oracle import Unknown


def one_of(found: list[str], what: str) -> str:
    if len(found) != 1:
        raise Unknown(f"there are {len(found)} of {what}")
    return found[0]


def degree(network: Network, a: str) -> str:
    network.need(directed=False)
    return str(network.degree(network.node(a)))


def adjacent(network: Network, a: str, b: str) -> str:
    network.need(directed=False)
    network.pair(a, b)
    return truth_value(b in network.neighbors(a))


def common_neighbor(network: Network, a: str, b: str) -> str:
    network.need(directed=False)
    network.pair(a, b)
    return one_of(sorted(network.neighbors(a) & network.neighbors(b)), f"neighbours of {a} and {b}")


def highest_degree(network: Network) -> str:
    network.need(directed=False)
    highest = max(map(network.degree, network.nodes))
    return one_of([name for name in network.nodes if network.degree(name) == highest], "the highest degree")


def connected(network: Network) -> str:
    network.need(directed=False)
    return truth_value(network.components() == 1)


def has_cycle(network: Network) -> bool:
    """A forest has as many edges as it lacks of being in one piece for each node."""
    return len(network.edges) > len(network.nodes) - network.components()


def tree(network: Network) -> str:
    network.need(directed=False)
    return truth_value(network.components() == 1 and not has_cycle(network))


def complete(network: Network) -> str:
    network.need(directed=False)
    n = len(network.nodes)
    return truth_value(len(network.edges) == n * (n - 1) // 2)


def bipartite(network: Network) -> str:
    """Two copies of each part, joined crosswise, hang together where the part has an odd cycle."""
    network.need(directed=False)
    sides = [(name, side) for name in network.nodes for side in (0, 1)]
    part = {one: one for one in sides}
    for a, b in network.edges:
        for side in (0, 1):
            old, new = part[a, side], part[b, 1 - side]
            part = {one: new if of == old else of for one, of in part.items()}
    return truth_value(all(part[name, 0] != part[name, 1] for name in network.nodes))


def bridge(network: Network, a: str, b: str) -> str:
    network.need(directed=False)
    number = network.edge(a, b)
    others = network.edges[:number] + network.edges[number + 1 :]
    return truth_value(network.components(others) > network.components())
