"""A page beside its answer, drawn anew from the answer alone: what is wrong with it is seen at once."""

from typing import TYPE_CHECKING

import pymupdf
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4.element import Tag

HEIGHT_PX = 1400
CSS = """
    * {font-family: sans-serif; font-size: 10px}
    table {border-collapse: collapse} td, th {border: 1px solid #888; padding: 1px} th {background: #eee}
"""
EDGE, ORDER = (0.1, 0.4, 0.9), (0.9, 0.1, 0.1)
LEAST_SCALE = 0.2  # text that fits its box smaller than that is not drawn, and its box stays empty


def beside(page: "pymupdf.Page", answer: str) -> bytes:
    """Return a PNG: the page at the left, at the right each block of its QwenVL-HTML in its box, numbered."""
    page.remove_rotation()
    width, height = page.rect.width, page.rect.height
    with pymupdf.open() as document:
        sheet = document.new_page(width=2 * width, height=height)
        sheet.show_pdf_page(pymupdf.Rect(0, 0, width, height), page.parent, page.number)
        blocks = BeautifulSoup(answer, "html.parser").find_all(attrs={"data-bbox": True})
        for number, block in enumerate(blocks, start=1):
            _draw(sheet, number, block, width, height)
        zoom = HEIGHT_PX / height
        return sheet.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom)).tobytes("png")


def _draw(sheet: "pymupdf.Page", number: int, block: "Tag", width: float, height: float) -> None:
    x1, y1, x2, y2 = (int(value) / 1000 for value in str(block["data-bbox"]).split())
    box = pymupdf.Rect(width * (1 + x1), height * y1, width * (1 + x2), height * y2)
    sheet.draw_rect(box, color=EDGE, width=0.4)
    sheet.insert_htmlbox(box, str(block).replace("\n", "<br/>"), css=CSS, scale_low=LEAST_SCALE)
    label = f"{number} {' '.join(block.get('class') or ())}"
    sheet.insert_text((box.x0, box.y0 - 1), label, fontsize=5, color=ORDER)
