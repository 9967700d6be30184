import json
from dataclasses import replace
from functools import lru_cache

import pytest

from tests.stages.generate.scenes import maker, numbers
from tests.stages.verify.plane_geometry.problems.truths import TRIANGLE
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Given, Problem, Step, problem_from_json, problem_to_json
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.schemas.stem.plane_geometry_problems import VALUED
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.check_problems import CheckProblems


@lru_cache
def checked():
    """Return scenes with problems that are right, and the rejections of the others."""
    rows = maker(problems=1.0)(numbers(26, seed=11))
    said = SayScenes()([row for row in rows if not isinstance(row, Rejection)])
    found = list(CheckProblems()(said))
    return (
        [row for row in found if isinstance(row, SaidScene)],
        [row for row in found if isinstance(row, Rejection)],
    )


def verdict(row, problem):
    return next(iter(CheckProblems()([replace(row, problem=problem_to_json(problem))])))


def test_what_is_posed_is_right():
    right, others = checked()
    assert len(right) > 20
    assert len(others) < 3
    assert {rejection.reason for rejection in others} <= {"given_needless"}


def test_a_scene_without_a_problem_goes_on():
    row = replace(checked()[0][0], problem=None)
    assert next(iter(CheckProblems()([row]))) is row


def test_another_answer_is_wrong():
    for row in checked()[0]:
        problem = problem_from_json(row.problem)
        wrong = replace(problem, answer=f"{len(problem.answer)}1/7")
        assert verdict(row, wrong).reason == "claim_wrong"


def test_without_any_of_its_givens_a_problem_is_refused():
    """The steps that rested on it are left as they are, with their numbers, as one who cheats would."""
    for row in checked()[0]:
        problem = problem_from_json(row.problem)
        for n in range(len(problem.givens)):
            less = replace(
                problem,
                givens=problem.givens[:n] + problem.givens[n + 1 :],
                steps=tuple(
                    replace(step, inputs=tuple(k - (k > n) for k in step.inputs if k != n))
                    for step in problem.steps
                ),
            )
            assert verdict(row, less).reason in ("step_unsound", "answer_undetermined")


def test_a_step_by_another_rule_is_refused():
    for row in checked()[0]:
        problem = problem_from_json(row.problem)
        for n, step in enumerate(problem.steps):
            changed = list(problem.steps)
            changed[n] = replace(step, rule="heron" if step.rule != "heron" else "thales")
            assert verdict(row, replace(problem, steps=tuple(changed))).reason == "step_unsound"


def test_a_step_with_another_value_is_wrong():
    for row in checked()[0]:
        problem = problem_from_json(row.problem)
        for n, step in enumerate(problem.steps):
            if step.claim.operation in VALUED:
                changed = list(problem.steps)
                changed[n] = replace(step, claim=Claim(step.claim.expression, "977/13"))
                assert verdict(row, replace(problem, steps=tuple(changed))).reason == "claim_wrong"


def test_a_text_with_another_number_is_wrong():
    for row in checked()[0]:
        (said,) = row.said
        for changed in ({"text": f"{said.text} 977"}, {"answer": said.answer.replace("boxed{", "boxed{977")}):
            wrong = replace(row, said=[replace(said, **changed)])
            assert next(iter(CheckProblems()([wrong]))).reason == "claim_wrong"


def test_steps_do_not_rest_on_what_comes_later():
    for row in checked()[0]:
        problem = problem_from_json(row.problem)
        steps = tuple(replace(step, inputs=(*step.inputs, 99)) for step in problem.steps)
        assert verdict(row, replace(problem, steps=steps)).reason == "step_unsound"


@pytest.mark.parametrize(
    "change", [{"circles": {"Z": "A"}}, {"points": {}}, {"points": {"A": ["xy", "x", "y"]}}]
)
def test_a_truth_that_cannot_be_is_a_contradiction(change):
    row = checked()[0][0]
    broken = replace(row, truth=json.dumps(json.loads(row.truth) | change))
    assert next(iter(CheckProblems()([broken]))).reason == "scene_contradicts"


def test_a_step_that_leads_back_to_a_given_is_needless():
    corner = {"A": "B", "B": "C", "C": "A"}
    right = Claim(("angle", "BAC"), "90")
    sides = {name: Claim(("length", name), value) for name, value in (("AB", "4"), ("AC", "3"), ("BC", "5"))}
    area = Claim(("area", "ABC"), "6")
    steps = (
        Step("pythagoras", (0, 1, 2), sides["BC"], corner),
        Step("pythagoras/leg", (0, 2, 3), sides["AB"], corner),
        Step("area_of_right_triangle", (0, 2, 4), area, corner),
    )
    givens = tuple(Given(claim, is_drawn=True, is_told=False) for claim in (right, sides["AB"], sides["AC"]))
    detour = Problem(givens, area.expression, "6", steps, "image", text_solvable=False, depth=3)
    straight = replace(detour, steps=(replace(steps[2], inputs=(0, 1, 2)),))
    row = replace(checked()[0][0], truth=json.dumps(TRIANGLE), said=[])
    assert verdict(row, detour).reason == "step_needless"
    assert isinstance(verdict(row, straight), SaidScene)
