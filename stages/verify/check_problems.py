"""Hold every problem to a judge that shares no code with what posed it, and its words to their numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import ClassVar

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Problem, problem_from_json
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.stages.stage import RowStage
from vlcorpus.stages.verify.oracle import Contradiction, Unknown, open_judge
from vlcorpus.stages.verify.problem_numbers import misnumbered
from vlcorpus.stages.verify.problems import Judge


@dataclass(frozen=True)
class CheckProblems(RowStage[SaidScene, SaidScene]):
    """A scene goes on where its problem, if it poses one, is right in all of its parts.

    Reasons: scene_contradicts, claim_wrong, step_unsound, step_needless, answer_undetermined,
    given_needless.
    """

    version: ClassVar[str] = "4"

    def each(self, row: SaidScene) -> SaidScene:
        if row.problem is None:
            return row
        problem = problem_from_json(row.problem)
        try:
            judge = open_judge(row.discipline, json.loads(row.truth))
            _check_claims(problem, judge)
            _check_steps(problem, judge)
            _check_need_of_steps(problem, judge)
            _check_need(problem, judge)
            _check_words(problem, row)
        except Contradiction as contradiction:
            raise Reject(Reason.SCENE_CONTRADICTS, f"{row.discipline}: {contradiction}") from contradiction
        except Unknown as unknown:
            raise Reject(Reason.CLAIM_WRONG, f"{row.discipline}: {unknown}") from unknown
        return row


def _check_claims(problem: Problem, judge: Judge) -> None:
    """Each given, each step, the answer and what is told of the scene is true in it."""
    for claim in (*problem.claims, _answer(problem), *problem.tellings):
        if not judge.holds(claim):
            raise Reject(Reason.CLAIM_WRONG, str(claim))


def _check_steps(problem: Problem, judge: Judge) -> None:
    """Each step follows from givens and steps before it by its rule, and the last one is the answer."""
    claims, n_givens = problem.claims, len(problem.givens)
    for n, step in enumerate(problem.steps, n_givens):
        if any(not 0 <= earlier < n for earlier in step.inputs):
            raise Reject(Reason.STEP_UNSOUND, f"{step.rule} rests on what comes after it")
        if fault := judge.fault_of(step, [claims[earlier] for earlier in step.inputs]):
            raise Reject(Reason.STEP_UNSOUND, fault)
    if not problem.steps or (claims[-1].expression, claims[-1].value) != (problem.asked, problem.answer):
        raise Reject(Reason.STEP_UNSOUND, "the last step does not say the answer")
    if idle := set(range(len(claims) - 1)) - {n for step in problem.steps for n in step.inputs}:
        raise Reject(Reason.STEP_UNSOUND, f"nothing rests on {claims[min(idle)]}")


def _check_need_of_steps(problem: Problem, judge: Judge) -> None:
    """No step can be left out: what rests on it does not fit its rule by what else is known by then."""
    claims, n_givens = problem.claims, len(problem.givens)
    for n in range(n_givens, len(claims) - 1):
        resting = {n}
        for later, step in enumerate(problem.steps, n_givens):
            if not resting.isdisjoint(step.inputs):
                resting.add(later)
        users = [later for later in resting if later != n and n in problem.steps[later - n_givens].inputs]
        if all(
            judge.fits(
                problem.steps[user - n_givens],
                [claim for k, claim in enumerate(claims[:user]) if k not in resting],
            )
            for user in users
        ):
            raise Reject(Reason.STEP_NEEDLESS, f"{problem.steps[n - n_givens].rule}: {claims[n]}")


def _check_need(problem: Problem, judge: Judge) -> None:
    """The givens determine the answer, and would not without any one of them."""
    answer, givens = _answer(problem), [given.claim for given in problem.givens]
    if not judge.follows(answer, givens):
        raise Reject(Reason.ANSWER_UNDETERMINED, f"{answer} from {', '.join(map(str, givens))}")
    for n, given in enumerate(givens):
        if judge.is_needless(given, answer, givens[:n] + givens[n + 1 :]):
            raise Reject(Reason.GIVEN_NEEDLESS, f"{given} for {answer}")


def _check_words(problem: Problem, row: SaidScene) -> None:
    """The text has the numbers of what it tells, and the solution ends in the answer."""
    for said in row.said:
        if fault := misnumbered(said, problem):
            raise Reject(Reason.CLAIM_WRONG, f"{fault}: {said.text}")


def _answer(problem: Problem) -> Claim:
    return Claim(problem.asked, problem.answer)
