"""The kind of a document by rules on its first pages: words (`type_words.py`), shape, columns, tables.

A score adds up what the cues of a kind are worth; the best kind is the answer, if it has enough and is ahead
of the second. A stand-in for the classifier that the balance of 10 types needs (Qwen3-VL report §3.2.3).
"""

from collections.abc import Callable
from typing import NamedTuple

from vlcorpus.schemas.documents.document_type import DocumentFeatures, DocumentType
from vlcorpus.stages.documents.document_types.type_words import CUES

MIN_SCORE = 0.5  # ours: one strong cue, or two weak ones
MIN_LEAD = 0.2  # ours: one weak cue

BOOK_HEIGHT_PT = 730  # ours: B5 and the largest usual book, 7 x 10 inch, are 709 and 720 pt high


class Shape(NamedTuple):
    """What a kind looks like, and what that is worth; negative where it speaks against it."""

    seen: Callable[[DocumentFeatures], bool]
    worth: float


T = DocumentType
_SHAPES: dict[DocumentType, tuple[Shape, ...]] = {
    T.ACADEMIC_PAPER: (
        Shape(lambda f: f.n_columns == 2 and f.n_pages <= 40, 0.2),
        Shape(lambda f: f.aspect > 1, -0.5),
        Shape(lambda f: f.n_pages > 80, -0.4),
    ),
    T.BOOK: (
        Shape(lambda f: f.n_pages >= 60, 0.4),
        Shape(lambda f: f.n_pages < 20 and not f.is_excerpt, -0.3),
        Shape(lambda f: f.aspect > 1, -0.5),
        # Books are printed smaller than what an office prints: A4 is 842 pt high, Letter 792.
        Shape(lambda f: f.is_excerpt and f.height_pt <= BOOK_HEIGHT_PT, 0.3),
        Shape(lambda f: f.is_excerpt and f.height_pt <= BOOK_HEIGHT_PT and f.has_running_head, 0.2),
    ),
    T.EXAM: (Shape(lambda f: f.aspect > 1, -0.2),),
    T.FINANCIAL_REPORT: (
        Shape(lambda f: f.digit_fraction >= 0.2, 0.2),
        Shape(lambda f: f.table_area_fraction >= 0.2, 0.1),
        # A page that is a table of numbers, and little else, needs no word of finance.
        Shape(lambda f: f.table_area_fraction >= 0.4 and f.digit_fraction >= 0.2, 0.3),
    ),
    T.FORM: (
        Shape(lambda f: f.blank_line_fraction >= 0.1, 0.5),
        Shape(lambda f: f.blank_line_fraction >= 0.2, 0.4),
        Shape(lambda f: f.chars_per_page > 4000, -0.4),
    ),
    T.HANDWRITTEN_NOTES: (Shape(lambda f: f.script_font_fraction >= 0.5, 0.9),),
    T.INVOICE: (
        Shape(lambda f: f.n_pages > 10, -0.5),
        Shape(lambda f: f.chars_per_page > 4000, -0.3),
    ),
    T.LEGAL: (Shape(lambda f: f.aspect > 1, -0.3),),
    T.MANUAL: (
        Shape(lambda f: f.image_area_fraction >= 0.1, 0.2),
        Shape(lambda f: f.aspect > 1.2, -0.2),
    ),
    T.NEWSPAPER: (
        Shape(lambda f: f.n_columns >= 4, 0.6),
        Shape(lambda f: f.n_columns == 3, 0.2),
        Shape(lambda f: f.height_pt >= 1000 and f.n_columns >= 3, 0.4),
    ),
    T.RECEIPT: (
        Shape(lambda f: f.aspect <= 0.55, 0.3),  # the roll of a till; A4 is 0.71
        Shape(lambda f: f.n_pages > 3, -0.4),
        Shape(lambda f: f.chars_per_page > 3000, -0.4),
    ),
    T.SLIDES: (
        Shape(lambda f: f.aspect >= 1.25 and 40 <= f.chars_per_page <= 1200, 0.6),
        Shape(lambda f: f.aspect >= 1.25 and f.body_size_pt >= 14, 0.4),
        Shape(lambda f: f.aspect < 1.2, -1.0),
        Shape(lambda f: f.table_area_fraction >= 0.5, -0.4),
    ),
}


def score_types(features: DocumentFeatures) -> dict[DocumentType, float]:
    """Return what the cues of each kind add up to; 0 is the least."""
    scores = {}
    for kind, cues in CUES.items():
        words = sum(cue.earned(features.text) for cue in cues)
        shape = sum(shape.worth for shape in _SHAPES[kind] if shape.seen(features))
        scores[kind] = max(0.0, round(words + shape, 3))
    return scores


def decide_type(
    scores: dict[DocumentType, float], *, min_score: float = MIN_SCORE, min_lead: float = MIN_LEAD
) -> DocumentType:
    """Return the best kind, or unknown where it has too little or is not ahead of the second."""
    (best, score), (_, second) = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:2]
    return best if score >= min_score and score - second >= min_lead else DocumentType.UNKNOWN
