from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.functions.additions import ADDITIONS, GRAPH_ADDITIONS
from vlcorpus.stages.stem.functions.bases import BASES
from vlcorpus.stages.stem.functions.compose import compose


def test_pictures_begin_with_a_base_and_grow_by_additions():
    steps, units = set(), set()
    for seed in range(80):
        try:
            made = compose(Random(f"functions {seed}"))
        except Unfit:
            continue
        assert made.steps[0] in BASES
        assert set(made.steps[1:]) <= set(ADDITIONS)
        assert not (made.vectors and set(made.steps) & set(GRAPH_ADDITIONS))
        steps.update(made.steps)
        units.add(made.unit)
    assert len(steps) > 25
    assert len(units) > 3


def test_colours_are_given_to_all_graphs_or_none():
    for seed in range(40):
        try:
            colors = [graph.color for graph in compose(Random(f"hues {seed}")).graphs.values()]
        except Unfit:
            continue
        assert None not in colors or set(colors) == {None}
        assert None in colors or len(set(colors)) == len(colors)
