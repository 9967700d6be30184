"""Translate exercises between English and Chinese, and back again to see whether they say the same.

Source: Qwen3-VL report §3.2.8 (translation by an LLM). Role translator; the checks are ours.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.exercise import Exercise
from vlcorpus.schemas.exercises.markup import IMAGE
from vlcorpus.schemas.exercises.translation import TranslatedExercise, texts_of, with_texts
from vlcorpus.schemas.needs import RAPIDFUZZ, Need
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.row import fields_of
from vlcorpus.stages.inference.infer import Infer, generated
from vlcorpus.stages.inference.request import JsonSchema, Reply, Request, user
from vlcorpus.stages.language.detect_language import detect_language

TRANSLATOR = "translator"
_FORMULA = re.compile(r"(?<!\\)\$[^$]*(?<!\\)\$")
_FIGURE = "[figure]"  # what a model is shown for a figure
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Translate(Infer[TranslatedExercise, TranslatedExercise]):
    """Fill the texts of copies that are wanted in another language; the others go on as they are.

    Reasons: translation_unfaithful where a formula, a number or a picture is lost, or the language is not the
    one that is wanted; needs_model:translator, and those of `Infer`.
    """

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("translate_exercise",)

    def requests(self, row: TranslatedExercise) -> list[Request]:
        return [_request(self, texts_of(row), row.wanted)] if row.wanted else []

    def accept(
        self, row: TranslatedExercise, requests: Sequence[Request], replies: Sequence[Reply]
    ) -> TranslatedExercise:
        if not row.wanted:
            return row
        (request,), (reply,) = requests, replies
        originals, texts = (
            texts_of(row),
            [scrub(text).strip().replace(_FIGURE, IMAGE) for text in reply.value(request)],
        )
        for original, text in zip(originals, texts, strict=True):
            if lost := _lost(original, text):
                raise Reject(Reason.TRANSLATION_UNFAITHFUL, f"{lost} of {original[:200]!r}: {text[:200]!r}")
        lang = detect_language(_FORMULA.sub(" ", "\n".join(texts)))
        if lang != row.wanted:
            raise Reject(Reason.TRANSLATION_UNFAITHFUL, f"it is in {lang}, not in {row.wanted}")
        said = [*row.generated, *generated(self.model, requests, replies)]
        made = replace(row, originals=originals, translated_from=row.lang, lang=row.wanted, generated=said)
        with_texts(made, texts)
        return made

    def unanswered(self, row: TranslatedExercise) -> TranslatedExercise:
        return super().unanswered(row) if row.wanted else row


@dataclass(frozen=True)
class TranslateBack(Infer[TranslatedExercise, Exercise]):
    """Translate again what was translated, without its original, and compare the two.

    Reasons: translation_unfaithful, needs_model:translator, and those of `Infer`.
    """

    min_similarity: float = 0.4

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("translate_exercise",)

    @property
    def needs(self) -> tuple[Need, ...]:
        return (*super().needs, RAPIDFUZZ)

    def requests(self, row: TranslatedExercise) -> list[Request]:
        return [_request(self, texts_of(row), row.translated_from)] if row.originals else []

    def accept(
        self, row: TranslatedExercise, requests: Sequence[Request], replies: Sequence[Reply]
    ) -> Exercise:
        for request, reply in zip(requests, replies, strict=True):
            self._compare(row.originals, reply.value(request))
        return Exercise(**fields_of(Exercise, row))

    def unanswered(self, row: TranslatedExercise) -> Exercise:
        return Exercise(**fields_of(Exercise, row))

    def _compare(self, originals: list[str], texts: list[str]) -> None:
        from rapidfuzz.distance import Indel

        likeness = Indel.normalized_similarity("\n".join(originals).lower(), "\n".join(texts).lower())
        if likeness < self.min_similarity:
            raise Reject(
                Reason.TRANSLATION_UNFAITHFUL,
                f"translated back, {likeness:.2f} of it is as it was; {texts[0][:300]!r}",
            )


def _request(stage: Infer, texts: list[str], lang: str | None) -> Request:
    """Return what asks for the texts in another language, as many of them as there are."""
    (prompt,) = prompts_of("translate_exercise", lang)
    n = len(texts)
    schema = {"type": "array", "items": {"type": "string"}, "minItems": n, "maxItems": n}
    shown = [text.replace(IMAGE, _FIGURE) for text in texts]
    asked = prompt.text.replace("{texts}", json.dumps(shown, ensure_ascii=False))
    return Request(
        turns=(user(asked),),
        sampling=stage.model.sampling,
        constraint=JsonSchema(json.dumps(schema)),
        prompt_sha256=prompt.sha256,
    )


def _lost(original: str, text: str) -> str | None:
    """Return what the translation lacks or adds: formulas, numbers, pictures; None where it has all."""
    for what, pattern in (("formulas", _FORMULA), ("numbers", _NUMBER), ("pictures", re.compile(IMAGE))):
        if Counter(map(_bare, pattern.findall(original))) != Counter(map(_bare, pattern.findall(text))):
            return what
    return None


def _bare(found: str) -> str:
    """Return a formula or a number without spaces, and without words in it, which are translated too."""
    return re.sub(r"\s|\\text\{[^{}]*\}", "", found)
