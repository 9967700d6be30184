"""Pages that wait to be filled in: labels and blanks, and little to read. Source: Qwen3-VL report §3.2.3."""

import re

from vlcorpus.schemas.documents.document import MeasuredPage
from vlcorpus.schemas.reasons import Reason

_LABEL_CHARS = 40  # ours: a longer line that ends in a colon opens a list or a quotation
_BOX = "[☐□▢❑❏◻]"  # to tick, beside its words: alone, it is a part of their line
_BLANK = re.compile(
    r"_{4,}|(?<!\.)\.{12,}\s*\Z|(?<!…)…{4,}\s*\Z|\[ ?\](?!\()|\( {2,}\)|（\s+）"
    rf"|{_BOX}\s*\S|\S\s*{_BOX}"
)
_LABEL = re.compile(r"[:：]\s*\Z")


def is_blank_line(text: str) -> bool:
    """Say whether a printed line asks for something: a row of underscores, a box to tick, a label."""
    return bool(_BLANK.search(text)) or (len(text) <= _LABEL_CHARS and bool(_LABEL.search(text)))


def form_blank(
    page: MeasuredPage, *, max_blank_line_fraction: float = 0.4, min_prose_chars: int = 200
) -> Reason | None:
    """A form that nobody has filled in: most of it asks, and nothing is said.

    `max_blank_line_fraction` = 0.4, ours: of the lines; a filled form answers every label with a line.
    `min_prose_chars` = 200, ours: two lines of instructions are worth reading.
    """
    words = page.words
    asks = words.blank_line_fraction > max_blank_line_fraction
    return Reason.FORM_BLANK if asks and words.n_prose_chars < min_prose_chars else None
