"""What a PDF reader gives: one page after the other, engine independent.

A reader is a generator function: `read(ReadRequest)` yields DocumentOpened, then PageRead or PageBroken
for each page, and a PageDraft before what may yet be its death. It runs in the sandbox
(`schemas/sandbox.py`), so it may die of any page. It raises Reject when the file cannot be opened.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from vlcorpus.schemas.documents.document import Drawing, Glyph, InkGrid, Region, TextLine, Word
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.scans.need import ScanRequest

MARK = b"%PDF-"
MARK_WITHIN_BYTES = 1024  # PDF Reference 1.7, implementation note 13: where readers look for the header


@dataclass(slots=True, frozen=True)
class RenderSize:
    """How large a page image becomes: `dpi`, moved into the pixel budget, both sides multiples of 32 px."""

    dpi: float
    min_pixels: int
    max_pixels: int


class LayoutMode(StrEnum):
    """Whether the reader's layout model looks at a page."""

    GEOMETRY = "geometry"  # the layout model looks at no page
    ROUTED = "routed"  # it looks at pages that may have tables which geometry alone does not read
    MODEL = "model"  # it looks at every page


@dataclass(slots=True, frozen=True)
class ReadRequest:
    path: str  # where the file's bytes lie: neither process holds them while it is read
    size: RenderSize
    first_page: int  # number of the first page to read, from 1
    last_page: int  # included; may lie beyond the end
    jpeg_quality: int
    scan: ScanRequest | None = None  # None: no OCR will follow
    layout: LayoutMode = LayoutMode.GEOMETRY


@dataclass(slots=True, frozen=True)
class DocumentOpened:
    n_pages: int


@dataclass(slots=True, frozen=True)
class PageBroken:
    page: int
    reason: str
    detail: str


@dataclass(slots=True, frozen=True)
class PageRead:
    page: int
    width_pt: float
    height_pt: float
    rotation: int
    image: bytes
    width_px: int
    height_px: int
    lines: list[TextLine]
    image_boxes: list[BoxPx]
    drawings: list[Drawing]
    glyphs: list[Glyph] = field(default_factory=list)  # glyphs of the lines with formulas
    printed_words: list[Word] = field(default_factory=list)  # words of the text layer, those unseen included
    regions: list[Region] | None = None  # None: the layout model was not asked
    layout_engine: str | None = None  # name and version of what has seen the regions
    scan: bytes | None = None  # PNG in grey: the page as OCR wants it, where the text layer is not trusted
    ink: InkGrid | None = None  # where the image has ink; None: no pixels were looked at


@dataclass(slots=True, frozen=True)
class PageDraft:
    """The page as geometry reads it: what stands where the reader dies of its layout model."""

    read: PageRead


def is_pdf(content: bytes) -> bool:
    """Say whether the bytes claim to be a PDF. (MuPDF also opens HTML, EPUB and images under that name.)"""
    return MARK in content[:MARK_WITHIN_BYTES]
