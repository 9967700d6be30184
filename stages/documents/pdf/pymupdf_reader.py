"""Read PDFs with MuPDF, in the sandbox's child.

A page is interpreted once, into a display list; text, images, drawings and page image are taken from that.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import PIL.Image

from vlcorpus.schemas.documents.document import PageMeasures
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.qwenvl.resize import smart_resize
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.documents.page.measure_text import measure_text
from vlcorpus.stages.documents.page.vertical_lines import join_vertical
from vlcorpus.stages.documents.pdf.page_ink import find_ink
from vlcorpus.stages.documents.pdf.pymupdf_buttons import lines_with_states, read_buttons, words_with_states
from vlcorpus.stages.documents.pdf.pymupdf_engine import BROKEN, give_back_memory, pymupdf
from vlcorpus.stages.documents.pdf.pymupdf_layout import LayoutFailed, LayoutModel
from vlcorpus.stages.documents.pdf.pymupdf_painted import Painted, images_of
from vlcorpus.stages.documents.pdf.pymupdf_scale import Scale
from vlcorpus.stages.documents.pdf.pymupdf_text import read_text
from vlcorpus.stages.documents.pdf.pymupdf_true_chars import TrueChars
from vlcorpus.stages.documents.pdf.reader import (
    DocumentOpened,
    LayoutMode,
    PageBroken,
    PageDraft,
    PageRead,
    ReadRequest,
    RenderSize,
)
from vlcorpus.stages.documents.pdf.routing import wants_layout_model
from vlcorpus.stages.documents.pdf.visible_text import without_unseen
from vlcorpus.stages.documents.scans.need import ScanRequest, distrust

POINTS_PER_INCH = 72
MIN_SIDE_PT = 1.0  # ISO 32000-1 Annex C: 3 units is the least; below one no image can be made
LAYOUT_ENGINE = "pymupdf-layout"
# Pages with more pieces of text are maps or data dumps: the network's edges grow with their number. ours
MAX_MODEL_LINES = 2_000
MANY_PAGES = 16  # ours: what MuPDF keeps of so many (fonts, images) is worth 2 ms to be rid of


def read(request: ReadRequest) -> Iterator[DocumentOpened | PageDraft | PageRead | PageBroken]:
    """Open the file, then read its pages from `first_page` to `last_page`.

    Raises Reject: pdf_broken, pdf_encrypted, no_pages.
    """
    with _open(request.path) as document:
        n_pages = document.page_count
        true_chars = TrueChars()
        yield DocumentOpened(n_pages)
        for number in range(request.first_page, min(request.last_page, n_pages) + 1):
            try:
                page = document.load_page(number - 1)
                read = _read_page(page, number, true_chars, request)
                if _wants_regions(read, request.layout):
                    yield PageDraft(read)
                    read = _with_regions(page, read)
                yield read
            except Reject as reject:
                yield PageBroken(number, reject.reason, reject.detail)
            except MemoryError:
                yield PageBroken(number, Reason.OUT_OF_MEMORY, "while reading the page")
            except BROKEN as error:
                reason = Reason.OUT_OF_MEMORY if "malloc" in str(error) else Reason.PAGE_BROKEN
                yield PageBroken(number, reason, f"{type(error).__name__}: {error}")
            if number % MANY_PAGES == 0:
                give_back_memory()
    if n_pages > MANY_PAGES:
        give_back_memory()


def _open(path: str) -> "pymupdf.Document":
    try:
        document = pymupdf.open(path, filetype="pdf")
        if document.needs_pass:  # an empty user password was tried by MuPDF
            raise Reject(Reason.PDF_ENCRYPTED, "it needs a password")
        n_pages = document.page_count
    except BROKEN as error:
        cause = error.__cause__ or error  # the error itself names the path, which is another in every run
        raise Reject(Reason.PDF_BROKEN, f"{type(cause).__name__}: {cause}") from error
    if n_pages < 1:
        raise Reject(Reason.NO_PAGES)
    return document


def _read_page(page: "pymupdf.Page", number: int, true_chars: TrueChars, request: ReadRequest) -> PageRead:
    listing = page.get_displaylist()
    area = listing.rect
    width_px, height_px = _image_size(area.width, area.height, request.size)
    to_px = Scale(area, width_px, height_px)
    # Text first: it costs little and fails early on what would cost the renderer much.
    lines, drawings, glyphs, words = read_text(page, listing, true_chars, to_px)
    images = images_of(listing, to_px)
    image_boxes = [image.box for image in images]
    shown = _render(listing, to_px)
    painted = Painted(page, to_px)
    lines = painted.without_covered(lines, images, shown)
    lines = join_vertical([without_unseen(line, shown, painted.outlines) for line in lines])
    buttons = read_buttons(page, to_px, shown)
    lines, words = lines_with_states(lines, buttons), words_with_states(words, buttons)
    scan = None
    if request.scan:
        measures = measure_text(lines, image_boxes, len(drawings), width_px, height_px)
        scan = _scan(listing, measures, request.scan)
    return PageRead(
        page=number,
        width_pt=area.width,
        height_pt=area.height,
        rotation=page.rotation,
        image=_jpeg(shown, request.jpeg_quality),
        width_px=width_px,
        height_px=height_px,
        lines=lines,
        image_boxes=image_boxes,
        drawings=drawings,
        glyphs=glyphs,
        printed_words=words,
        ink=find_ink(shown),
        scan=scan,
    )


def _wants_regions(read: PageRead, mode: LayoutMode) -> bool:
    wanted = mode is LayoutMode.MODEL or (mode is LayoutMode.ROUTED and wants_layout_model(read))
    return wanted and 0 < len(read.lines) <= MAX_MODEL_LINES


@cache
def _layout_model() -> LayoutModel:
    return LayoutModel()


def _with_regions(page: "pymupdf.Page", read: PageRead) -> PageRead:
    """Add what the layout model sees. Where it fails, geometry reads the page."""
    try:
        regions = _layout_model().regions(page, read.width_px, read.height_px)
    except (LayoutFailed, MemoryError, ArithmeticError, LookupError, *BROKEN):
        return read
    return replace(read, regions=regions, layout_engine=LAYOUT_ENGINE)


def _image_size(width_pt: float, height_pt: float, size: RenderSize) -> tuple[int, int]:
    """Return width and height in px. Raises Reject(page_size_invalid) where there is no such image."""
    if min(width_pt, height_pt) < MIN_SIDE_PT:
        raise Reject(Reason.PAGE_SIZE_INVALID, f"{width_pt:.1f} x {height_pt:.1f} pt")
    zoom = size.dpi / POINTS_PER_INCH
    try:
        height_px, width_px = smart_resize(
            height_pt * zoom, width_pt * zoom, min_pixels=size.min_pixels, max_pixels=size.max_pixels
        )
    except ValueError as error:
        raise Reject(Reason.PAGE_SIZE_INVALID, f"{width_pt:.1f} x {height_pt:.1f} pt: {error}") from error
    return width_px, height_px


def _render(listing: "pymupdf.DisplayList", to_px: Scale) -> PIL.Image.Image:
    pixels = listing.get_pixmap(matrix=pymupdf.Matrix(to_px.x, to_px.y), alpha=0)
    size = (pixels.width, pixels.height)
    image = PIL.Image.frombuffer("RGB", size, pixels.samples_mv, "raw", "RGB", pixels.stride, 1)
    wanted = (to_px.width_px, to_px.height_px)
    return image if size == wanted else image.crop((0, 0, *wanted))  # rounding may add a row or a column


def _scan(listing: "pymupdf.DisplayList", measures: PageMeasures, request: ScanRequest) -> bytes | None:
    """Return the page as OCR wants it, PNG in grey; None where it is not needed."""
    if distrust(measures, request.trust) is None:
        return None
    n_points = listing.rect.width * listing.rect.height
    zoom = min(request.dpi / POINTS_PER_INCH, (request.max_pixels / n_points) ** 0.5)
    pixels = listing.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), colorspace=pymupdf.csGRAY, alpha=0)
    size = (pixels.width, pixels.height)
    image = PIL.Image.frombuffer("L", size, pixels.samples_mv, "raw", "L", pixels.stride, 1)
    out = io.BytesIO()
    dpi = zoom * POINTS_PER_INCH  # tells an engine how large letters are
    image.save(out, "PNG", compress_level=1, dpi=(dpi, dpi))
    return out.getvalue()


def _jpeg(image: PIL.Image.Image, quality: int) -> bytes:
    """Encode with Pillow: PyMuPDF's own JPEG writer takes 14 times as long (measured)."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
