import pytest

from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.schemas.scenes.problem import (
    IN_IMAGE,
    Given,
    Problem,
    Step,
    problem_from_json,
    problem_to_json,
)

GIVENS = (
    Given(Claim(("equal", "AB", "AC"), YES), is_drawn=True, is_told=False),
    Given(Claim(("angle", "ABC"), "70"), is_drawn=False, is_told=True),
)
STEP = Step("isosceles_angles/apex", (0, 1), Claim(("angle", "BAC"), "40"), {"A": "A"}, {"p": "70"})
PROBLEM = Problem(
    givens=GIVENS,
    asked=("angle", "BAC"),
    answer="40",
    steps=(STEP,),
    variant=IN_IMAGE,
    text_solvable=False,
    depth=1,
    unknown="x",
    tellings=(Claim(("polygon", "ABC"), YES),),
)


def test_a_problem_comes_back_from_its_json():
    assert problem_from_json(problem_to_json(PROBLEM)) == PROBLEM


def test_steps_count_on_after_the_givens():
    assert PROBLEM.claims[2] == STEP.claim


@pytest.mark.parametrize("text", ["[]", "{}", "no json"])
def test_what_is_no_problem_is_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError)):
        problem_from_json(text)
