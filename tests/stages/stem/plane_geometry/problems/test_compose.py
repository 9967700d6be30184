from random import Random

import pytest

from tests.stages.stem.plane_geometry.problems.figures import right_triangle
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.compose import check, compose


def test_figures_are_varied_and_begin_with_their_base():
    kinds = set()
    for seed in range(40):
        try:
            sketch, _ = compose(Random(f"compose {seed}"))
        except Unfit:
            continue
        kinds.add(tuple(step.kind for step in sketch.steps))
    assert len(kinds) > 20


def test_what_is_unclear_to_the_eye_is_thrown_away():
    sketch = right_triangle()
    check(sketch)
    sketch.begin("near")
    sketch.at(4, 1)
    sketch.draw("CE")
    sketch.at(3, 1)
    with pytest.raises(Unfit):
        check(sketch)
