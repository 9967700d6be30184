"""Shapes of glyphs as a font draws them, and those of characters in the base 14 fonts that MuPDF carries."""

from functools import cache

import numpy as np

from vlcorpus.stages.documents.pdf.glyph_shape import EM_PX, Shape, Shapes, shape_of
from vlcorpus.stages.documents.pdf.pymupdf_engine import BROKEN, pymupdf

# Serif, sans and typewriter, each upright, bold and slanted, and the symbols
_FONTS = ("helv", "hebo", "heit", "tiro", "tibo", "tiit", "cour", "cobo", "coit", "symb")
_SMOOTHING_BITS = 8
_mupdf = pymupdf.mupdf


def draw(font: "pymupdf.mupdf.FzFont", number: int) -> Shape | None:
    """Return the shape of a font's glyph; None where it has no ink, or cannot be drawn."""
    em = _mupdf.ll_fz_make_matrix(EM_PX, 0, 0, EM_PX, 0, 0)
    try:
        drawn = _mupdf.ll_fz_render_glyph_pixmap(font.m_internal, number, em, None, _SMOOTHING_BITS)
    except BROKEN:
        return None
    if drawn is None:
        return None
    pixels = pymupdf.Pixmap("raw", _mupdf.FzPixmap(drawn))
    if not pixels.width or not pixels.height:
        return None
    rows = np.frombuffer(pixels.samples_mv, dtype=np.uint8).reshape(pixels.height, pixels.stride)
    return shape_of(rows[:, : pixels.width], pixels.y)


@cache
def references(chars: str) -> tuple[Shapes, tuple[str, ...]]:
    """Return the shapes of characters in the base 14 fonts, and of which each one is: 1 ms a character."""
    found = [(shape, char) for char in chars for shape in _references(char)]
    return Shapes.of([shape for shape, _ in found]), tuple(char for _, char in found)


@cache
def _references(char: str) -> list[Shape]:
    numbers = ((font, font.has_glyph(ord(char))) for font in map(_font, _FONTS))
    return [shape for font, number in numbers if number and (shape := draw(font.this, number))]


@cache
def _font(name: str) -> "pymupdf.Font":
    return pymupdf.Font(name)
