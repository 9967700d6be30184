"""An exercise on its way into another language: its texts as they were, to be compared with."""

from dataclasses import dataclass, field

from vlcorpus.schemas.exercises.exercise import AnswerKind, Exercise


@dataclass(slots=True, kw_only=True)
class TranslatedExercise(Exercise):
    """An exercise, or a copy of one that is to be translated: then `wanted` says into which language."""

    wanted: str | None = None  # ISO 639-1
    originals: list[str] = field(default_factory=list)  # `texts_of` it in its own language, once translated


def texts_of(row: Exercise) -> list[str]:
    """Return what is translated: the statement, the options, the steps, and an answer in words."""
    return [row.statement, *row.options, *row.steps, *([row.answer] if _has_words(row) else [])]


def with_texts(row: TranslatedExercise, texts: list[str]) -> None:
    """Put the texts in the place of those of `texts_of`, in their order."""
    if _has_words(row):
        row.answer = texts[-1]
    n_options = len(row.options)
    row.statement, row.options = texts[0], texts[1 : 1 + n_options]
    row.steps = texts[1 + n_options : 1 + n_options + len(row.steps)]


def _has_words(row: Exercise) -> bool:
    return row.answer_kind == AnswerKind.WORDS
