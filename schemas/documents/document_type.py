"""What kind of document a page belongs to, and what is seen of a document to tell it."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentType(StrEnum):
    """ours: the Qwen3-VL report balances 10 types and does not name them.

    A book is also a page of one; a financial report is also a table of statistics.
    """

    ACADEMIC_PAPER = "academic_paper"
    BOOK = "book"
    EXAM = "exam"
    FINANCIAL_REPORT = "financial_report"
    FORM = "form"
    HANDWRITTEN_NOTES = "handwritten_notes"
    INVOICE = "invoice"
    LEGAL = "legal"
    MANUAL = "manual"
    NEWSPAPER = "newspaper"
    RECEIPT = "receipt"
    SLIDES = "slides"
    UNKNOWN = "unknown"


@dataclass(slots=True, kw_only=True)
class DocumentFeatures:
    """What the first pages of a document show. Fractions are 0..1."""

    text: str  # text of the pages, one printed line per line
    n_pages: int  # number of pages of the document
    aspect: float  # width divided by height, the median of the pages
    height_pt: float  # height, the median of the pages
    is_excerpt: bool  # whether the first page bears a number that is far from its place in the file
    has_running_head: bool  # whether it has one
    n_columns: int  # number of columns of print that most pages have
    body_size_pt: float  # size of the font in which most characters are set
    chars_per_page: float
    digit_fraction: float  # share of digits among letters and digits, times of day left out
    table_area_fraction: float  # share of the pages' area in tables
    image_area_fraction: float  # share of the pages' area in images
    script_font_fraction: float  # share of the characters that are set in a font that imitates a hand
    blank_line_fraction: float  # share of the lines that ask for something to be filled in
