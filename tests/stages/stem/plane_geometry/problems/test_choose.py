from random import Random

import pytest

from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.choose import MAX_STEPS, choose
from vlcorpus.stages.stem.plane_geometry.problems.measures import measures
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen


def chosen(sketch, of_lengths, seed):
    seen = Seen(sketch)
    return choose(Random(seed), seen, sketch.relations, measures(sketch, seen, of_lengths=of_lengths))


def some(sketch, of_lengths, n=12):
    found = []
    for seed in range(n):
        try:
            found.append(chosen(sketch, of_lengths, seed))
        except Unfit:
            continue
    assert len(found) > n // 3
    return found


@pytest.mark.parametrize(("sketch", "of_lengths"), [(right_triangle(), True), (circle(), False)])
def test_all_facts_come_after_what_they_follow_from_and_the_target_rests_on_all(sketch, of_lengths):
    for problem in some(sketch, of_lengths):
        assert problem.facts[-1] is problem.target
        for n, fact in enumerate(problem.facts):
            assert all(earlier in problem.facts[:n] for earlier in fact.inputs)
        used = {id(earlier) for fact in problem.facts for earlier in fact.inputs}
        assert all(id(fact) in used for fact in problem.facts[:-1])
        assert 1 <= len(problem.steps) <= MAX_STEPS


def test_a_problem_gives_a_number_and_asks_for_no_right_angle():
    for problem in some(right_triangle(), True):
        assert any(given.value is not None and given.value != 90 for given in problem.givens)
        assert (problem.target.operation, str(problem.target.value)) != ("angle", "90")


def test_where_nothing_can_be_measured_there_is_no_problem():
    seen = Seen(circle())
    with pytest.raises(Unfit):
        choose(Random(1), seen, [], [])
