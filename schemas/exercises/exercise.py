"""Exercises: as a source has them, and as they are once they have been read."""

from dataclasses import dataclass, field
from enum import StrEnum

from vlcorpus.schemas.arrow import Blob, Int32
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Generated


@dataclass(slots=True, kw_only=True)
class FoundExercise(Row):
    """An exercise as found: texts may be HTML, and hold formulas between `$`."""

    uri: str  # address of the file that holds it, for messages
    question: str
    options: list[str] = field(default_factory=list)  # without their letters, in their order
    answer: str = ""  # empty where there is none; of options the letters: `B`, `A, C`
    solution: str = ""  # how the answer is found; empty where nobody says
    images: list[Blob] = field(default_factory=list)  # encoded, in their order
    meta: str | None = None  # a JSON object: what else the source says of it

    def preview_image(self) -> bytes | None:
        return self.images[0] if self.images else None


@dataclass(slots=True, kw_only=True)
class Figure:
    """A picture of an exercise, as every trainer opens it."""

    content: Blob  # encoded
    format: str  # JPEG, PNG, WEBP
    width_px: Int32
    height_px: Int32
    exif_applied: bool  # the pixels were turned as the EXIF orientation says


class AnswerKind(StrEnum):
    OPTION = "option"  # letters of options
    MATHEMATICS = "mathematics"  # a number, with or without its unit, or an expression in LaTeX
    WORDS = "words"  # nobody but a reader can compare it


@dataclass(slots=True, kw_only=True)
class Exercise(Row):
    """An exercise in one notation: plain text with LaTeX between `$`, and an answer that can be compared."""

    uri: str
    lang: str  # ISO 639-1
    statement: str  # U+FFFC where a figure stands, in the order of `figures`
    options: list[str]
    answer: str  # `B`, `A, C`; LaTeX without `$`; words
    answer_kind: str  # AnswerKind
    steps: list[str]  # of the solution, in their order; empty where there is none
    stated: str | None  # the answer that the solution marks as such, as it writes it
    figures: list[Figure]
    translated_from: str | None = None  # the language in which a source has it
    solved: str | None = None  # what else comes to the answer: solution, model; null: nothing does
    generated: list[Generated] = field(default_factory=list)
    meta: str | None = None

    def preview_image(self) -> bytes | None:
        return self.figures[0].content if self.figures else None
