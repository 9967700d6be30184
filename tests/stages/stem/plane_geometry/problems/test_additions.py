from itertools import product
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.additions import ADDITIONS
from vlcorpus.stages.stem.plane_geometry.problems.compose import OF_ANGLES, OF_LENGTHS, check
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch


@pytest.mark.parametrize("name", ADDITIONS)
def test_an_addition_finds_figures_to_be_made_on_and_says_what_is_seen(name):
    bases, made = OF_ANGLES | OF_LENGTHS, 0
    for base, seed in product(bases, range(4)):
        sketch = Sketch.empty(Random(f"{name} {base} {seed}"))
        try:
            bases[base](sketch)
            sketch.begin(name)
            ADDITIONS[name](sketch)
            check(sketch)
        except Unfit:
            continue
        made += 1
        if made > 3:
            return
        seen = Seen(sketch)
        for operation, *arguments in sketch.steps[-1].relations:
            assert seen.key(operation, tuple(arguments)), (operation, arguments)
    assert made >= 2
