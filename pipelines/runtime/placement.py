"""Whether the GPUs that the operators of a table ask for are there, node by node.

One worker of an operator has all its GPUs on one node, and a part of a GPU is a part of one. Ray would wait
for what no node can give, without a word.
"""

from collections.abc import Iterable

from vlcorpus.schemas.errors import ConfigError

_PARTS = 10_000  # parts of a GPU: Ray counts no smaller ones


def require_gpus(wanted: Iterable[float], nodes: Iterable[float]) -> None:
    """Raise ConfigError where `nodes`, by their GPUs, cannot hold a worker of each operator at a time."""
    wanted, nodes = sorted(wanted, reverse=True), list(nodes)
    free = [[_PARTS] * int(gpus) for gpus in nodes]  # what is free of each GPU of each node
    for gpus in wanted:
        if gpus and not _take(round(gpus * _PARTS), free):
            raise ConfigError(
                f"the engines ask for {' and '.join(f'{one:g}' for one in wanted if one)} GPUs, each on one "
                f"node, and the nodes have {', '.join(f'{one:g}' for one in nodes) or 'none'}: "
                "--set inference.gpus=1, 0.5 beside another engine, 0 for a CPU"
            )


def _take(parts: int, free: list[list[int]]) -> bool:
    """Take room on the node that has the least left over; say whether there was one."""
    of_each, n_gpus = min(parts, _PARTS), max(1, parts // _PARTS)
    fitting = [node for node in free if sum(left >= of_each for left in node) >= n_gpus]
    if not fitting:
        return False
    node = min(fitting, key=sum)
    fullest_first = sorted((left, index) for index, left in enumerate(node) if left >= of_each)
    for _, index in fullest_first[:n_gpus]:
        node[index] -= of_each
    return True
