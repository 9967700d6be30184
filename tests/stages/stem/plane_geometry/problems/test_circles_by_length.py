from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.circles_by_length import BASES
from vlcorpus.stages.stem.plane_geometry.problems.compose import check
from vlcorpus.stages.stem.plane_geometry.problems.measures import measures
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.plane_geometry.problems.sketch import Sketch


@pytest.mark.parametrize("name", BASES)
def test_a_base_is_clear_in_some_draws_and_gives_what_can_be_measured(name):
    clear = 0
    for seed in range(40):
        sketch = Sketch.empty(Random(f"{name} {seed}"))
        try:
            BASES[name](sketch)
            check(sketch)
        except Unfit:
            continue
        clear += 1
        seen = Seen(sketch)
        assert measures(sketch, seen, of_lengths=True)
        for operation, *arguments in sketch.relations:
            assert seen.key(operation, tuple(arguments)), (operation, arguments)
    assert clear >= 2
