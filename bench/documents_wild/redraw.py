"""A page beside its answer, drawn anew from the answer alone: what is wrong with it is seen at once.

Each block is set in its box, in the size of type that the page has there. A box that its text leaves half
empty, or that is too small for it, holds other text than the page does: lines are lost, or another block's.
"""

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

import pymupdf
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4.element import Tag

HEIGHT_PX = 1400
CSS = """
    * {{font-family: {family}; font-size: {size}px}} p {{margin: 0}}
    table {{border-collapse: collapse}} th {{background: #eee}}
    td, th {{border: 1px solid #888; padding: 1px}}
"""
EDGE, ORDER = (0.1, 0.4, 0.9), (0.9, 0.1, 0.1)
LEAST_SCALE = 0.2  # text that fits its box smaller than that is not drawn, and its box stays empty
USUAL_SIZE = 10.0  # points, where the page has no text at the place
# Limits of a text that fills its box, ours: other fonts are wider or narrower by a third; leading differs.
MAX_SPARE = 0.5  # share of the box's height that stays empty, in boxes of MIN_LINES
MIN_LINES = 4
MIN_SCALE = 0.6


@dataclass(slots=True)
class Sheet:
    """A drawn page, and which of its blocks, from 1, do not fit their boxes."""

    png: bytes = b""
    misfits: list[int] = field(default_factory=list)


def beside(page: "pymupdf.Page", answer: str) -> Sheet:
    """Draw the page at the left, and at the right each block of its QwenVL-HTML in its box, numbered."""
    page.remove_rotation()
    width, height = page.rect.width, page.rect.height
    drawn = Sheet()
    with pymupdf.open() as document:
        sheet = document.new_page(width=2 * width, height=height)
        sheet.show_pdf_page(pymupdf.Rect(0, 0, width, height), page.parent, page.number)
        blocks = BeautifulSoup(answer, "html.parser").find_all(attrs={"data-bbox": True})
        for number, block in enumerate(blocks, start=1):
            if not _draw(sheet, number, block, page):
                drawn.misfits.append(number)
        zoom = HEIGHT_PX / height
        drawn.png = sheet.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom)).tobytes("png")
    return drawn


def _draw(sheet: "pymupdf.Page", number: int, block: "Tag", page: "pymupdf.Page") -> bool:
    """Draw a block; return whether it fits its box. Tables have cells of their own widths, and always fit."""
    x1, y1, x2, y2 = (int(value) / 1000 for value in str(block["data-bbox"]).split())
    width, height = page.rect.width, page.rect.height
    there = pymupdf.Rect(width * x1, height * y1, width * x2, height * y2)
    box = pymupdf.Rect(there.x0 + width, there.y0, there.x1 + width, there.y1)
    size, is_serif = _type_in(page, there)
    css = CSS.format(size=round(size, 1), family="serif" if is_serif else "sans-serif")
    sheet.draw_rect(box, color=EDGE, width=0.4)
    spare, scale = sheet.insert_htmlbox(
        box, str(block).replace("\n", "<br/>"), css=css, scale_low=LEAST_SCALE
    )
    label = f"{number} {' '.join(block.get('class') or ())}"
    sheet.insert_text((box.x0, box.y0 - 1), label, fontsize=5, color=ORDER)
    if "text" not in (block.get("class") or ()) or box.height < MIN_LINES * 1.2 * size:
        return True
    return 0 <= spare <= MAX_SPARE * box.height and scale >= MIN_SCALE


def _type_in(page: "pymupdf.Page", box: "pymupdf.Rect") -> tuple[float, bool]:
    """Return the size of most characters in a part of the page, and whether most have serifs."""
    spans = [
        span
        for found in page.get_text("dict", clip=box)["blocks"]
        for line in found.get("lines", ())
        for span in line["spans"]
        if span["text"].strip()
    ]
    if not spans:
        return USUAL_SIZE, False
    n_serif = sum(bool(span["flags"] & pymupdf.TEXT_FONT_SERIFED) for span in spans)
    return median(span["size"] for span in spans), n_serif * 2 > len(spans)
