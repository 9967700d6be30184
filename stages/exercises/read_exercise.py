"""Read an exercise: its texts in one notation, its pictures as trainers open them, its answer as its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.exercises.exercise import Exercise, Figure, FoundExercise
from vlcorpus.schemas.exercises.markup import IMAGE, plain_text
from vlcorpus.schemas.exercises.options import split_options
from vlcorpus.schemas.needs import MATHML_TO_LATEX, SIMPLEJPEG, Need
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sandbox import Limits, Sandbox
from vlcorpus.stages.exercises.final_answer import answer_in_parts, final_answer, stated_answer, steps_of
from vlcorpus.stages.exercises.notation import in_one_notation, with_dollars
from vlcorpus.stages.exercises.standard_answer import standard_answer
from vlcorpus.stages.language.detect_language import UNDETERMINED, detect_language
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS
from vlcorpus.stages.media.kept_image import KeepRequest, KeptImage
from vlcorpus.stages.stage import RowStage

_KEEP = "vlcorpus.stages.media.kept_image:keep"
_IDLE_BYTES = 500_000_000  # the child's address space after its imports
_BYTES_PER_PIXEL = 16  # two canvases of RGBA, a copy on its way and the image: what WebP's decoder holds
# Where sets put a picture into a text: `<image1>`, `<image>`, `<img>` as a word, Markdown's.
_PICTURE = re.compile(r"<image_?\d*>|<img>|!\[[^\]]*\]\([^)]*\)", re.IGNORECASE)
# A formula or a picture that is gone leaves two spaces, or a comma with nothing before it.
_GONE = re.compile(
    r"\b(?:function|equation|expression|inequality|value|figure|[Hh]ere,?)  +(?:is|are|has|represents?|of)\b"
    r"|\b(?:of|and|that|if|where|[Hh]ere,)  +(?:is|are|represents?|and)\b|函数(?:的图象)?[与和]?[，,]的"
)
_MAX_ANSWER_CHARS = 40  # ours: a solution of one line that is no longer is an answer
_REASONS = re.compile(
    r"\b(?:since|so|then|thus|therefore|hence|because|we|if)\b|因为|由于|所以|可得|则", re.IGNORECASE
)
_ASIDE = re.compile(r"If you missed this problem, review[^.\n]*\.?", re.IGNORECASE)  # OpenStax
_NO_SOLUTION = re.compile(
    r"(?:nil|none|n/?a|omitted|略|无)[.。．]?|\$?[\w.]+\$?", re.IGNORECASE
)  # or a value
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FORMULAS = re.compile(r"\$[^$]*\$|\\[A-Za-z]+")


@dataclass(frozen=True)
class ReadExercise(RowStage[FoundExercise, Exercise]):
    """Reasons: image_broken, image_depth_unknown, image_format_unread, image_too_large, and the sandbox's
    cpu_limit, out_of_memory, wall_limit, crash.
    """

    version: ClassVar[str] = "2"
    max_pixels: int = MAX_DECODED_PIXELS
    jpeg_quality: int = 95
    cpu_s: float = 30.0  # ours: the largest AVIF takes 10 s

    @property
    def needs(self) -> tuple[Need, ...]:
        return (SIMPLEJPEG, MATHML_TO_LATEX)

    @cached_property
    def sandbox(self) -> Sandbox:
        memory_bytes = _IDLE_BYTES + _BYTES_PER_PIXEL * self.max_pixels
        return Sandbox(_KEEP, Limits(self.cpu_s, self.cpu_s, memory_bytes=memory_bytes))

    def open(self) -> None:
        try:
            self.sandbox.warm_up()
        except ImportError as error:
            raise EnvironmentFailure(
                f"simplejpeg cannot be imported: {error}. Install it: pip install 'vlcorpus[vision]'"
            ) from error

    def close(self) -> None:
        self.sandbox.close()

    def each(self, row: FoundExercise) -> Exercise:
        asked = plain_text(row.question)
        if gone := _GONE.search(asked):
            raise Reject(Reason.QUESTION_INCOMPLETE, f"a formula or a picture is gone: {gone[0]!r}")
        statement = in_one_notation(_PICTURE.sub(IMAGE, asked))
        statement = scrub(_ASIDE.sub("", statement).strip())
        options = [in_one_notation(with_dollars(plain_text(option))) for option in row.options]
        if not options:
            statement, options = split_options(statement)
        found, solution = _answer_and_solution(row, statement)
        answer = standard_answer(found or final_answer(solution) or "", options)
        figures = [self._figure(content) for content in row.images]
        return Exercise(
            id=row.id,
            source=row.source,
            source_key=row.source_key,
            license=row.license,
            uri=row.uri,
            lang=_language("\n".join([statement, *options, solution])),
            statement=_with_pictures(statement, len(figures)),
            options=[scrub(option) for option in options],
            answer=scrub(answer.text),
            answer_kind=answer.kind,
            steps=[scrub(step) for step in _trained_steps(solution)],
            stated=stated_answer(solution) if solution else None,
            figures=figures,
            meta=row.meta,
        )

    def _figure(self, content: bytes) -> Figure:
        kept: KeptImage
        (kept,) = self.sandbox.run(KeepRequest(content, self.max_pixels, self.jpeg_quality))
        return Figure(
            content=kept.content,
            format=kept.format,
            width_px=kept.width_px,
            height_px=kept.height_px,
            exif_applied=kept.exif_applied,
        )


def _answer_and_solution(row: FoundExercise, statement: str) -> tuple[str, str]:
    """Return both in one notation; some sets have the one where others have the other."""
    found = in_one_notation(with_dollars(plain_text(row.answer)))
    solution = in_one_notation(plain_text(row.solution))
    if not solution and stated_answer(found) not in (None, found):
        return "", found
    if found:
        return found, solution
    if (in_parts := answer_in_parts(statement, solution)) is not None:
        return in_parts, ""
    return (solution, "") if _is_answer(solution) else ("", solution)


def _is_answer(solution: str) -> bool:
    """Say whether a solution is the answer alone: one line, few words, and none that gives a reason."""
    words = _FORMULAS.sub(" ", solution)
    is_short = len(solution) <= _MAX_ANSWER_CHARS or (len(words) <= _MAX_ANSWER_CHARS and "=" not in solution)
    return is_short and "\n" not in solution and not _REASONS.search(words)


def _trained_steps(solution: str) -> list[str]:
    """Return the steps of a solution; none where a picture stands for one of them, or nothing is told."""
    return [] if IMAGE in solution or _NO_SOLUTION.fullmatch(solution) else steps_of(solution)


def _language(text: str) -> str:
    """Return the language of the words beside the formulas; where these are few, that of their script."""
    words = _FORMULAS.sub(" ", text)
    lang = detect_language(words)
    return lang if lang != UNDETERMINED else "zh" if _HAN.search(words) else "en"


def _with_pictures(statement: str, n_figures: int) -> str:
    """Return the statement with a sign for each figure: at its beginning where it has no place."""
    n_placed = statement.count(IMAGE)
    if n_placed < n_figures:
        return IMAGE * (n_figures - n_placed) + statement
    return statement
