"""What kind of document a page belongs to, and what is seen of a document to tell it."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentType(StrEnum):
    """ours: the Qwen3-VL report balances 10 types and does not name them."""

    ACADEMIC_PAPER = "academic_paper"
    BOOK = "book"
    EXAM = "exam"
    FINANCIAL_REPORT = "financial_report"
    FORM = "form"
    HANDWRITTEN_NOTES = "handwritten_notes"
    LEGAL = "legal"
    MANUAL = "manual"
    NEWSPAPER = "newspaper"
    SLIDES = "slides"
    UNKNOWN = "unknown"


@dataclass(slots=True, kw_only=True)
class DocumentFeatures:
    """What the first pages of a document show. Fractions are 0..1."""

    text: str  # of the pages, one printed line per line
    n_pages: int  # of the document
    aspect: float  # width by height of a page, the median
    height_pt: float  # of a page, the median
    n_columns: int  # of print, on most pages
    body_size_pt: float  # font size that most characters have
    chars_per_page: float
    digit_fraction: float  # of letters and digits
    table_area_fraction: float  # of the pages
    image_area_fraction: float  # of the pages
    script_font_fraction: float  # of the characters: set in a font that imitates a hand
    blank_line_fraction: float  # of the lines: a label to fill in behind, a row of underscores, a box to tick
