"""Small PDFs drawn for tests, and pages of them."""

import io
from collections.abc import Callable
from functools import cache

import PIL.Image
import PIL.ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from vlcorpus.filters.documents.page import (
    formulas_inline,
    page_empty,
    page_scanned,
    page_size_invalid,
    page_too_small,
    text_garbled,
    text_invisible,
    text_too_short,
)
from vlcorpus.filters.documents.parse import (
    boxes_empty,
    boxes_overlap,
    ink_uncovered,
    order_disagrees,
    table_overlapped,
    table_runs_on,
    table_sparse,
    text_lost,
)
from vlcorpus.schemas.documents.document import ClassifiedPage, PageRow, ParsedPage, measures_of
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.documents.classify_document import ClassifyDocument
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.quality.measure_words import MeasureWords
from vlcorpus.stages.documents.read_pdf import ReadPdf
from vlcorpus.stages.keep import Of
from vlcorpus.stages.stage import RowStage

WIDTH, HEIGHT = 595, 842  # A4 in points
LEADING = 13
# As the pipeline has them
PAGE_FILTERS = (
    page_size_invalid,
    page_too_small,
    Of(measures_of, page_empty),
    Of(measures_of, page_scanned),
    Of(measures_of, text_invisible),
    Of(measures_of, text_garbled),
    Of(measures_of, text_too_short),
)
PARSE_FILTERS = (
    formulas_inline,
    text_lost,
    boxes_overlap,
    order_disagrees,
    ink_uncovered,
    boxes_empty,
    table_sparse,
    table_runs_on,
    table_overlapped,
)
SENTENCE = "The river rose in the night and the bridge was closed before the morning train came."


def pdf(
    *pages: Callable[[Canvas], None], size: tuple[float, float] = (WIDTH, HEIGHT), password: str | None = None
) -> bytes:
    """Return a PDF; each function draws one page, y up from the bottom as PDF has it."""
    out = io.BytesIO()
    encrypt = StandardEncryption(password, ownerPassword="owner") if password is not None else None
    canvas = Canvas(out, pagesize=size, encrypt=encrypt, invariant=True)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write(
    canvas: Canvas, x: float, y: float, *lines: str, size: float = 10, font: str = "Helvetica", mode: int = 0
) -> None:
    """Write lines down from (x, y)."""
    text = canvas.beginText(x, y)
    text.setFont(font, size, LEADING * size / 10)
    text.setTextRenderMode(mode)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)


def paragraph(word: str, n_lines: int = 5) -> list[str]:
    """Return the lines of a paragraph in which `word` tells it from others."""
    return [f"{word} line {i}: water under the old bridge ran" for i in range(n_lines)]


def prose(canvas: Canvas) -> None:
    write(canvas, 72, 700, *paragraph("prose", 12))


def drawn_image(width: int = 300, height: int = 200) -> ImageReader:
    image = PIL.Image.new("RGB", (width, height), "white")
    PIL.ImageDraw.Draw(image).ellipse((20, 20, width - 20, height - 20), fill="navy")
    return ImageReader(image)


def scan(canvas: Canvas) -> None:
    canvas.drawImage(drawn_image(), 0, 0, WIDTH, HEIGHT)


def ruled(canvas: Canvas, xs: list[float], ys: list[float]) -> None:
    """Draw a full grid of lines at `xs` and `ys`."""
    canvas.grid(xs, ys)


def file_row(content: bytes, key: str = "a.pdf") -> FileRow:
    return FileRow.origin("test", key, "CC0-1.0", uri=f"/test/{key}", content=content)


@cache
def reader() -> ReadPdf:
    """Return one reader for all tests: its child is started once."""
    return ReadPdf()


def read(content: bytes, stage: RowStage | None = None) -> list[PageRow | Rejection]:
    return list((stage or reader())([file_row(content)]))


def parse(content: bytes) -> ParsedPage:
    """Return the first page with its parse."""
    (page,) = ParseLayout()(read(content)[:1])
    assert isinstance(page, ParsedPage), page
    return page


def classified(page: ParsedPage) -> ClassifiedPage:
    """Return a parsed page as samples are made of it."""
    (row,) = ClassifyDocument()(MeasureWords()([page]))
    assert isinstance(row, ClassifiedPage), row
    return row


def outline(content: bytes) -> list[tuple[str, str]]:
    """Return kind and opening word of each block of the first page."""
    return [(str(block.kind), block.text.split(" ")[0]) for block in parse(content).tree.blocks]
