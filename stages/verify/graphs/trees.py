"""What can be said of rooted trees: each node but the root has one parent, which stands above it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.graphs.network import Network
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def check_tree(network: Network) -> None:
    """Raise Contradiction for a root of no tree, and for two children on one side in a binary one."""
    if not network.root:
        return
    if network.root not in network.places or network.is_directed:
        raise Contradiction(f"{network.root} is no root of an undirected tree")
    if network.components() != 1 or len(network.edges) != len(network.nodes) - 1:
        raise Contradiction("what has a root is no tree")
    for name in network.nodes:
        children = children_of(network, name)
        if any(network.places[child][1] >= network.places[name][1] for child in children):
            raise Contradiction(f"a child of {name} is not below it")
        if network.is_binary and len({_is_right(network, child, name) for child in children}) < len(children):
            raise Contradiction(f"{name} has two children on one side")


def children_of(network: Network, name: str) -> list[str]:
    """Return the children from left to right: those neighbours that are farther from the root."""
    return sorted(
        (other for other in network.neighbors(name) if depth_of(network, other) > depth_of(network, name)),
        key=lambda child: network.places[child],
    )


def depth_of(network: Network, name: str) -> int:
    if not network.root:
        raise Unknown("the graph has no root")
    if network.node(name) == network.root:
        return 0
    return int(network.distances[network.root, name])


def root(network: Network) -> str:
    return _line(network, network.root)[0]


def parent(network: Network, a: str) -> str:
    line = _line(network, a)
    if len(line) < 2:
        raise Unknown(f"{a} is the root")
    return line[1]


def children(network: Network, a: str) -> str:
    return str(len(children_of(network, a)))


def depth(network: Network, a: str) -> str:
    return str(depth_of(network, a))


def height(network: Network) -> str:
    return str(max(depth_of(network, name) for name in network.nodes))


def leaf(network: Network, a: str) -> str:
    return truth_value(not children_of(network, a))


def ancestor(network: Network, a: str, b: str) -> str:
    network.pair(a, b)
    return truth_value(a in _line(network, b))


def siblings(network: Network, a: str, b: str) -> str:
    network.pair(a, b)
    return truth_value(_line(network, a)[1:2] == _line(network, b)[1:2])


def common_ancestor(network: Network, a: str, b: str) -> str:
    network.pair(a, b)
    above = _line(network, b)
    return next(name for name in _line(network, a) if name in above)


def descendants(network: Network, a: str) -> str:
    return str(sum(a in _line(network, name)[1:] for name in network.nodes if network.node(a)))


def at_depth(network: Network, n: str) -> str:
    if not (n.isascii() and n.isdecimal()):
        raise Unknown(f"{n!r} is no depth")
    return str(sum(str(depth_of(network, name)) == n for name in network.nodes))


def left_child(network: Network, a: str) -> str:
    return _child(network, a, is_right=False)


def right_child(network: Network, a: str) -> str:
    return _child(network, a, is_right=True)


def preorder(network: Network) -> str:
    return ", ".join(_below(network, root(network), 0))


def postorder(network: Network) -> str:
    return ", ".join(_below(network, root(network), -1))


def inorder(network: Network) -> str:
    return ", ".join(_in_order(network))


def search_tree(network: Network) -> str:
    numbers = _numbers(network, _in_order(network))
    return truth_value(all(one < other for one, other in pairwise(numbers)))


def heap(network: Network) -> str:
    pairs = [(name, child) for name in network.nodes for child in children_of(network, name)]
    if not pairs:
        raise Unknown("a single node is a heap of either kind")
    steps = [child - parent_ for parent_, child in (_numbers(network, pair) for pair in pairs)]
    return "min" if min(steps) > 0 else "max" if max(steps) < 0 else "none"


def _line(network: Network, name: str) -> list[str]:
    """Return a node, its parent and so on up to the root."""
    line = [name]
    while depth := depth_of(network, line[-1]):
        above = [other for other in network.neighbors(line[-1]) if depth_of(network, other) < depth]
        line += above
    return line


def _is_right(network: Network, child: str, name: str) -> bool:
    """Raises Contradiction for a child that stands straight below."""
    across = network.places[child][0] - network.places[name][0]
    if not across:
        raise Contradiction(f"{child} stands straight below {name}")
    return across > 0


def _child(network: Network, name: str, *, is_right: bool) -> str:
    _need_binary(network)
    for child in children_of(network, name):
        if _is_right(network, child, name) == is_right:
            return child
    raise Unknown(f"{name} has no such child")


def _need_binary(network: Network) -> None:
    if not network.is_binary:
        raise Unknown("the tree is not binary")


def _below(network: Network, name: str, own: int) -> list[str]:
    """Return all from a node down: it comes before its children where `own` is 0, and behind them for -1."""
    names = [one for child in children_of(network, name) for one in _below(network, child, own)]
    return [name, *names] if own == 0 else [*names, name]


def _in_order(network: Network) -> list[str]:
    _need_binary(network)
    return list(_from_left(network, root(network)))


def _from_left(network: Network, name: str) -> Iterator[str]:
    sides = {_is_right(network, child, name): child for child in children_of(network, name)}
    if False in sides:
        yield from _from_left(network, sides[False])
    yield name
    if True in sides:
        yield from _from_left(network, sides[True])


def _numbers(network: Network, names: list[str] | tuple[str, ...]) -> list[int]:
    if not all(name.isascii() and name.isdecimal() for name in names):
        raise Unknown("the names are no numbers")
    return list(map(int, names))
