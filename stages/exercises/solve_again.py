"""Solve an exercise again by a model that does not see its answer (role reasoner), and compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.exercise import Exercise
from vlcorpus.schemas.exercises.markup import IMAGE
from vlcorpus.schemas.exercises.options import LETTERS
from vlcorpus.schemas.needs import MATH_VERIFY, Need
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sandbox import Limits, Sandbox
from vlcorpus.stages.exercises.final_answer import final_answer
from vlcorpus.stages.exercises.judge_solution import JudgeRequest, Verdict
from vlcorpus.stages.inference.infer import Infer, generated
from vlcorpus.stages.inference.request import ImageInput, Reply, Request, user

REASONER = "reasoner"
_JUDGE = "vlcorpus.stages.exercises.judge_solution:judge"


@dataclass(frozen=True)
class SolveAgain(Infer[Exercise, Exercise]):
    """An exercise goes on where enough of the model's answers are its own; without a model, every one does.

    Reasons: answer_disputed, and those of `Infer` and of the sandbox.
    """

    n_answers: int = 4
    min_agreement: float = 0.5
    cpu_s: float = 10.0

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("solve_exercise",)

    @property
    def needs(self) -> tuple[Need, ...]:
        return (*super().needs, MATH_VERIFY)

    @cached_property
    def sandbox(self) -> Sandbox:
        return Sandbox(_JUDGE, Limits(self.cpu_s, self.cpu_s))

    def close(self) -> None:
        self.sandbox.close()
        super().close()

    def requests(self, row: Exercise) -> list[Request]:
        (prompt,) = prompts_of("solve_exercise", "zh" if row.lang == "zh" else "en")
        asked = prompt.text.replace("{exercise}", asked_text(row).replace(IMAGE, ""))
        images = [ImageInput(figure.content) for figure in row.figures]
        return [
            Request(
                turns=(user(*images, asked),),
                sampling=replace(self.model.sampling, n=self.n_answers),
                prompt_sha256=prompt.sha256,
            )
        ]

    def accept(self, row: Exercise, requests: Sequence[Request], replies: Sequence[Reply]) -> Exercise:
        (reply,) = replies
        found = [final_answer(answer.text) for answer in reply.answers]
        said = tuple(answer for answer in found if answer is not None)
        verdict: Verdict
        (verdict,) = self.sandbox.run(JudgeRequest(row.answer, tuple(row.options), said))
        n_equal = sum(verdict.equal)
        if n_equal < self.min_agreement * len(reply.answers):
            told = f"{n_equal} of {len(reply.answers)} answers of {reply.model} are {row.answer}"
            raise Reject(Reason.ANSWER_DISPUTED, f"{told}; others: {', '.join(said)[:300]}")
        return replace(
            row, solved="model", generated=[*row.generated, *generated(self.model, requests, replies)]
        )

    def unanswered(self, row: Exercise) -> Exercise:
        return row


def asked_text(row: Exercise) -> str:
    """Return what is asked: the statement, and the options in lines of their own."""
    listed = [f"{letter}. {option}" for letter, option in zip(LETTERS, row.options, strict=False)]
    return "\n".join([row.statement, *listed])
