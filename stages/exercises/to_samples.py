"""Exercises → samples: the exercise is asked, its solution and its standard answer are trained."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from vlcorpus.schemas.exercises.exercise import AnswerKind, Exercise
from vlcorpus.schemas.exercises.markup import IMAGE
from vlcorpus.schemas.prompts import choose_prompt
from vlcorpus.schemas.row import Row, row_rng
from vlcorpus.schemas.sample import LabelSource, Message, Part, Sample
from vlcorpus.stages.exercises.solve_again import asked_text
from vlcorpus.stages.samples import BY_CONTENT, CountsTokens, SampleDraft, SampleImage, make_sample
from vlcorpus.stages.stage import RowStage

_THE_ANSWER = {"en": "The answer is $\\boxed{%s}$.", "zh": "答案是$\\boxed{%s}$。"}


@dataclass(frozen=True)
class ToExerciseSamples(CountsTokens, RowStage[Exercise, Sample]):
    """One exercise in, one sample out. Reasons: longer_than_stage.

    The answer ends in `\\boxed{}`; before it stand the steps of the solution, where a source has them.
    """

    seed: int = 0
    tokenizer_path: str | None = field(default=None, metadata=BY_CONTENT)

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("exercise", "exercise_solution")

    def each(self, row: Exercise) -> Sample:
        lang = "zh" if row.lang == "zh" else "en"
        task = "exercise_solution" if row.steps else "exercise"
        prompt = choose_prompt(task, row_rng(self.seed, row.id), lang=lang)
        asked = prompt.text.replace("{exercise}", asked_text(row))
        told = "\n".join([*row.steps, _THE_ANSWER[lang] % _boxed(row)])
        is_translated = row.translated_from is not None
        draft = SampleDraft(
            domain="exercises",
            task="exercise",
            lang=[row.lang],
            messages=[
                Message(role="user", content=parts_of(asked)),
                Message(role="assistant", content=[Part(type="text", text=told)], train=True),
            ],
            images=[
                SampleImage(f.content, f.width_px, f.height_px, f.format, f.exif_applied) for f in row.figures
            ],
            label_source=LabelSource.MODEL if is_translated else LabelSource.UPSTREAM,
            engine="vlcorpus-exercises",
            model=row.generated[-1].model_id if is_translated else None,
            generated=row.generated,
            prompt_sha256=prompt.sha256,
            parents=[row.id],
            meta=_meta(row),
        )
        return make_sample(Row.derived(row, "sample"), draft, self.tokenizer)


def parts_of(text: str) -> list[Part]:
    """Return the parts of a turn: figures where the text has their signs, the text between them."""
    parts: list[Part] = []
    for number, piece in enumerate(text.split(IMAGE)):
        if number:
            parts.append(Part(type="image", media=number - 1))
        if piece.strip():
            parts.append(Part(type="text", text=piece.strip("\n") if parts else piece))
    return parts


def _boxed(row: Exercise) -> str:
    return rf"\text{{{row.answer}}}" if row.answer_kind == AnswerKind.WORDS else row.answer


def _meta(row: Exercise) -> dict[str, Any]:
    known = {
        "answer": row.answer,
        "answer_kind": row.answer_kind,
        "n_options": len(row.options),
        "n_steps": len(row.steps),
        "translated_from": row.translated_from,
        "solved": row.solved,
        "source": json.loads(row.meta) if row.meta else None,
    }
    return {key: value for key, value in known.items() if value not in (None, "", 0)}
