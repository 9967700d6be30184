"""Exercises in the folders of Geometry3K: one each, whose picture no file names.

A folder has `data.json`, the picture of the book as `img_diagram.png`, the same with points drawn over it,
and `logic_form.json`, which says text and picture in a language of its own. Source: Inter-GPS (2021).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from vlcorpus.catalogs.sources.exercise_table import ExerciseJson
from vlcorpus.catalogs.sources.record_table import META
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.schemas.exercises.exercise import FoundExercise
from vlcorpus.schemas.rejection import Rejection

EXERCISE = "data.json"
_LOGIC_FORM = "logic_form.json"
_PICTURE = "img_diagram.png"
# Commands of TeX and what they are of: `\odot X`, `\triangle ABC \cong \triangle DEF`, `\overline { AB }`.
_TEX = re.compile(r"\\[a-zA-Z]+(?:\s*(?:\{[^{}]*\}|\\[a-zA-Z]+|[A-Z]+\b|\d+(?:\.\d+)?|[=+/^_-]))*")
_OVER = re.compile(r"(\\(?:widehat|overline|overrightarrow|overleftrightarrow))\s*([A-Z]+)\b")


def is_geometry3k(json_files: Iterable[str]) -> bool:
    """Say whether the names of a folder's JSON files are those of Geometry3K."""
    return {path.rpartition("/")[2] for path in json_files} == {EXERCISE, _LOGIC_FORM}


@dataclass(frozen=True, kw_only=True)
class Geometry3k(ExerciseJson):
    """One row for each folder."""

    patterns: ClassVar[tuple[str, ...]] = (EXERCISE,)

    def row(self, item: Item, place: str, record: dict[str, Any]) -> FoundExercise | Rejection:
        """Add to the reasons of a table file_missing for a picture that is not there."""
        whole = {"images": _PICTURE} | record
        if self.question_column is None:
            texts = [str(record.get(f"{META}{name}") or "") for name in ("annotat_text", "compact_text")]
            whole["question"] = question_of(*texts) or record.get("question")
        return super().row(item, place, whole)


def question_of(annotated: str, compact: str) -> str:
    """Return the question: as the annotators set it in TeX, unless it was mended later.

    The book's own words speak of other exercises and pictures; what was mended has TeX without its `$`.
    """
    if not compact or _letters(annotated) == _letters(compact):
        return annotated
    return _TEX.sub(lambda found: f"${found[0]}$", _OVER.sub(r"\1{\2}", compact))


def _letters(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", text).casefold()
