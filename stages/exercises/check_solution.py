"""Hold an exercise's solution to its answer, and the equations in its steps to arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.exercise import Exercise
from vlcorpus.schemas.needs import MATH_VERIFY, Need
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sandbox import Limits, Sandbox
from vlcorpus.stages.exercises.judge_solution import JudgeRequest, Verdict
from vlcorpus.stages.stage import RowStage

_JUDGE = "vlcorpus.stages.exercises.judge_solution:judge"


@dataclass(frozen=True)
class CheckSolution(RowStage[Exercise, Exercise]):
    """An exercise goes on where nothing contradicts its answer; `solved` says where its solution confirms it.

    Reasons: answer_disputed, step_wrong, and the sandbox's cpu_limit, out_of_memory, wall_limit, crash.
    """

    cpu_s: float = 10.0  # ours: a comparison takes 5 ms, one that SymPy cannot end takes for ever

    @property
    def needs(self) -> tuple[Need, ...]:
        return (MATH_VERIFY,)

    @cached_property
    def sandbox(self) -> Sandbox:
        return Sandbox(_JUDGE, Limits(self.cpu_s, self.cpu_s))

    def open(self) -> None:
        self.sandbox.warm_up()

    def close(self) -> None:
        self.sandbox.close()

    def each(self, row: Exercise) -> Exercise:
        if not row.steps and row.stated is None:
            return row
        stated = () if row.stated is None else (row.stated,)
        verdict: Verdict
        (verdict,) = self.sandbox.run(
            JudgeRequest(row.answer, tuple(row.options), stated, "\n".join(row.steps))
        )
        if stated and not all(verdict.equal):
            raise Reject(Reason.ANSWER_DISPUTED, f"the answer is {row.answer}, the solution's {row.stated}")
        if verdict.false_equation is not None:
            raise Reject(Reason.STEP_WRONG, f"it does not hold: {verdict.false_equation}")
        return replace(row, solved="solution") if stated else row
