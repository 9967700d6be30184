from random import Random

import pytest

from tests.stages.stem.circuits.problems.circuits import mixed
from tests.stages.stem.circuits.problems.posed import posed
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.circuits.problems.choose import MAX_STEPS, Quantities, choose


def quantities(givable, is_one_each=False):
    everything = frozenset(mixed().quantities)
    return Quantities(everything, everything, dict.fromkeys(givable, 1.0), is_one_each)


def test_no_given_and_no_step_is_idle():
    for scene in posed():
        problem = scene.problem
        n = len(problem.claims)
        assert set(range(n - 1)) == {k for step in problem.steps for k in step.inputs}
        assert 2 <= len(problem.steps) <= MAX_STEPS
        assert problem.depth >= 2


def test_where_nothing_can_be_given_nothing_is_asked():
    with pytest.raises(Unfit):
        choose(Random(0), mixed(), quantities([]))


def test_of_one_component_one_thing_is_given_where_there_is_room_for_one():
    givable = [(operation, "R1") for operation in ("resistance", "current", "voltage", "power")]
    with pytest.raises(Unfit):
        choose(Random(28), mixed(), quantities(givable, is_one_each=True))
    chosen = choose(Random(28), mixed(), quantities(givable))
    assert [given.expression[1] for given in chosen.givens] == ["R1", "R1"]


def test_problems_are_short_and_long():
    depths = {scene.problem.depth for scene in posed()}
    assert depths >= {2, 3, 4, 5}
