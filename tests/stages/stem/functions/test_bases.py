from random import Random

import pytest

from tests.stages.stem.functions.plots import plot
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.functions import KINDS
from vlcorpus.stages.stem.functions.bases import BASES


def drawn(name, seed):
    made = plot()
    made.random = Random(f"{name} {seed}")
    try:
        BASES[name](made)
    except Unfit:
        return None
    return made


@pytest.mark.parametrize("name", BASES)
def test_a_base_draws_something_that_varies(name):
    found = [made for seed in range(40) if (made := drawn(name, seed))]
    looks = {repr((made.graphs, made.points, made.vectors)) for made in found}
    assert len(looks) > 4
    assert all(made.graphs or made.points or made.vectors for made in found)


def test_all_kinds_of_graphs_are_drawn():
    kinds = {
        graph.kind
        for name in BASES
        for seed in range(12)
        if (made := drawn(name, seed))
        for graph in made.graphs.values()
    }
    assert kinds == set(KINDS)
