"""Text that an image was painted over: its pixels are the image's, so the order of painting tells it."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

import PIL.Image

from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import area, contains
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf
from vlcorpus.stages.documents.pdf.pymupdf_scale import Scale
from vlcorpus.stages.documents.pdf.visible_text import has_its_colour

FULL_PAGE = 0.8  # ours: share of the page's area from which on an image is its ground
SAME_PX = 2.0  # ours: two records of one box differ by its rounding
IMAGE, OUTLINE = "fill-image", "stroke-text"  # names of PyMuPDF's log
TEXT = ("fill-text", OUTLINE)


class PaintedImage(NamedTuple):
    box: BoxPx
    opaque: bool  # it has no mask: nothing is seen through it


class _Run(NamedTuple):
    """What the file draws at once: part of a line, or the text of a whole page."""

    box: BoxPx
    hidden: bool


def images_of(listing: "pymupdf.DisplayList", to_px: Scale) -> list[PaintedImage]:
    found = pymupdf.TextPage(listing.get_textpage(pymupdf.TEXT_PRESERVE_IMAGES)).extractIMGINFO()
    boxes = ((to_px.box(image["bbox"]), not image["has-mask"]) for image in found)
    return [PaintedImage(box, opaque) for box, opaque in boxes if box]


class Painted:
    """What is painted on a page, in its order. It is looked up once, and only where somebody asks."""

    def __init__(self, page: "pymupdf.Page", to_px: Scale):
        self._page, self._to_px = page, to_px
        self._full_px = FULL_PAGE * to_px.width_px * to_px.height_px

    @cached_property
    def log(self) -> list[tuple[str, BoxPx]]:
        """Return kind and box of each event. PyMuPDF lists them as if the page were not rotated."""
        turn = self._page.rotation_matrix
        turned = ((kind, pymupdf.Rect(rect) * turn) for kind, rect in self._page.get_bboxlog())
        return [(kind, box) for kind, rect in turned if (box := self._to_px.box(tuple(rect)))]

    def outlines(self, span: Span) -> bool:
        return any(kind == OUTLINE and contains(box, span.box) for kind, box in self.log)

    def without_covered(
        self, lines: list[TextLine], images: list[PaintedImage], shown: PIL.Image.Image
    ) -> list[TextLine]:
        """Mark spans that lie under an image; all of them where it is the ground of most, as some OCR does.

        `shown` is the page image. An image may be cut to a part of its box: what shows in it is not under it.
        """
        grounds = [image.box for image in images if image.opaque or area(image.box) >= self._full_px]
        if not any(contains(box, line.box) for box in grounds for line in lines):
            return lines
        if self._has_ground():
            return [_marked(line, lambda span: True) for line in lines]
        runs = self._runs([image.box for image in images if image.opaque])
        if not any(run.hidden for run in runs):
            return lines

        def is_covered(span: Span) -> bool:
            at = [run.hidden for run in runs if contains(run.box, span.box)]
            return bool(at) and all(at) and not has_its_colour(span, shown)

        return [_marked(line, is_covered) for line in lines]

    def _has_ground(self) -> bool:
        """Say whether an image as large as the page was drawn after most of the text."""
        n_texts = n_before = 0
        for kind, box in self.log:
            if kind in TEXT:
                n_texts += 1
            elif kind == IMAGE and area(box) >= self._full_px:
                n_before = n_texts
        return n_before > n_texts / 2

    def _runs(self, opaque: list[BoxPx]) -> list[_Run]:
        """Return every run of text, and whether all of it lies under an opaque image that comes later."""
        covers: list[BoxPx] = []
        runs: list[_Run] = []
        for kind, box in reversed(self.log):
            if kind in TEXT:
                runs.append(_Run(box, any(_is_within(box, cover) for cover in covers)))
            elif kind == IMAGE and any(_is_within(box, one) and _is_within(one, box) for one in opaque):
                covers.append(box)
        return runs


def _is_within(inner: BoxPx, outer: BoxPx) -> bool:
    left_top = inner.x1 >= outer.x1 - SAME_PX and inner.y1 >= outer.y1 - SAME_PX
    return left_top and inner.x2 <= outer.x2 + SAME_PX and inner.y2 <= outer.y2 + SAME_PX


def _marked(line: TextLine, is_hidden: Callable[[Span], bool]) -> TextLine:
    spans = (span._replace(visible=span.visible and not is_hidden(span)) for span in line.spans)
    return line._replace(spans=tuple(spans))
