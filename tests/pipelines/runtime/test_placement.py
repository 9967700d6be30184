"""GPUs are counted per node, for a worker has all of its own on one."""

import pytest

from vlcorpus.pipelines.runtime.placement import require_gpus
from vlcorpus.schemas.errors import ConfigError


@pytest.mark.parametrize(
    ("wanted", "nodes"),
    [
        ([], []),
        ([0, 0], [0]),
        ([1], [0, 1]),
        ([2], [1, 2]),
        ([2, 3, 2], [4, 3]),  # the largest goes where it leaves least
        ([0.5, 0.5], [1]),
        ([0.5, 1], [1, 1]),
        ([0.4, 0.4, 0.2], [1]),
        ([1, 0.25, 0], [2]),
    ],
)
def test_what_fits(wanted, nodes):
    require_gpus(wanted, nodes)


@pytest.mark.parametrize(
    ("wanted", "nodes"),
    [
        ([1], []),
        ([1], [0, 0]),
        ([2], [1, 1]),
        ([1, 1], [1]),
        ([0.6, 0.6], [1]),
        ([0.5, 1], [1]),
        ([2, 2, 2], [3, 3]),
    ],
)
def test_what_does_not(wanted, nodes):
    with pytest.raises(ConfigError, match="each on one node"):
        require_gpus(wanted, nodes)


def test_it_says_what_is_there_and_what_to_set():
    told = r"ask for 2 GPUs, each on one node, and the nodes have 1, 1: --set inference\.gpus=1"
    with pytest.raises(ConfigError, match=told):
        require_gpus([0, 2], [1, 1])
