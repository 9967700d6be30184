"""Text, drawings and glyphs of a page, by MuPDF's structured text."""

from collections.abc import Iterator
from typing import NamedTuple

from schemas.document import Drawing, Glyph, Span, TextLine
from schemas.geometry import BoxPx
from stages.documents.math_fonts import is_math_font
from stages.documents.pymupdf_engine import pymupdf

# A page with more is a map or a bomb; each costs about 5 µs here and 1 µs in every later step. ours
MAX_DRAWINGS = 20_000
TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_COLLECT_VECTORS
# `char_flags` of a span, from MuPDF's structured-text.h
FILLED, STROKED, BOLD = 16, 32, 8
TEXT_BLOCK, VECTOR_BLOCK = 0, 3
VERTICAL_WMODE = 1
VERTICAL_ORIGIN_EM = 0.88  # ISO 32000-1 table 117, DW2: from the vertical origin to the horizontal one
_NO_INK = " \u00a0\t\n\u2002\u2003\u2009\u200b\u2061\u2062\u2063\ufeff"  # white space


class Scale:
    """From points of the display list to px of the image. The factors differ by the rounding to 32 px."""

    def __init__(self, area: "pymupdf.Rect", width_px: int, height_px: int):
        self.x, self.y = width_px / area.width, height_px / area.height
        self.left, self.top = area.x0, area.y0
        self.width_px, self.height_px = width_px, height_px

    def box(self, rect: tuple[float, float, float, float]) -> BoxPx | None:
        """Return the part of `rect` on the page, or None where there is none."""
        x1 = max(0.0, (rect[0] - self.left) * self.x)
        y1 = max(0.0, (rect[1] - self.top) * self.y)
        x2 = min(float(self.width_px), (rect[2] - self.left) * self.x)
        y2 = min(float(self.height_px), (rect[3] - self.top) * self.y)
        return BoxPx(x1, y1, x2, y2) if x1 <= x2 and y1 <= y2 else None


class PageText(NamedTuple):
    lines: list[TextLine]
    drawings: list[Drawing]
    glyphs: list[Glyph]  # of lines with formulas


def read_text(listing: "pymupdf.DisplayList", to_px: Scale) -> PageText:
    lines: list[TextLine] = []
    drawings: list[Drawing] = []
    text_page = pymupdf.TextPage(listing.get_textpage(TEXT_FLAGS))
    for block in text_page.extractDICT()["blocks"]:
        if block["type"] == TEXT_BLOCK:
            lines.extend(line for raw in block["lines"] if (line := _line(raw, to_px)))
        elif block["type"] == VECTOR_BLOCK and len(drawings) < MAX_DRAWINGS:
            box = to_px.box(block["bbox"])
            if box is not None and block["alpha"]:
                drawings.append(Drawing(box, block["stroked"], block["isrect"], _luminance(block["color"])))
    has_formulas = any(is_math_font(span.font) for line in lines if line.turn == 0 for span in line.spans)
    return PageText(lines, drawings, _glyphs(text_page, to_px) if has_formulas else [])


def _glyphs(text_page: "pymupdf.TextPage", to_px: Scale) -> list[Glyph]:
    """Return the characters of the lines that hold formulas: their places cost as much as the text itself."""
    glyphs: list[Glyph] = []
    for block in text_page.extractRAWDICT()["blocks"]:
        for line in block.get("lines", ()):
            if line["dir"][0] > 0.99 and any(is_math_font(span["font"]) for span in line["spans"]):
                glyphs.extend(glyph for span in line["spans"] for glyph in _span_glyphs(span, to_px))
    return glyphs


def _span_glyphs(span: dict, to_px: Scale) -> Iterator[Glyph]:
    for char in span["chars"]:
        box = to_px.box(char["bbox"])
        if box is not None and char["c"] not in _NO_INK:
            baseline = (char["origin"][1] - to_px.top) * to_px.y
            yield Glyph(char["c"], box, span["size"] * to_px.y, baseline, span["font"])


def _line(raw: dict, to_px: Scale) -> TextLine | None:
    if raw["wmode"] == VERTICAL_WMODE:
        _lift(raw)
    spans = tuple(span for raw_span in raw["spans"] if (span := _span(raw_span, to_px)))
    box = to_px.box(raw["bbox"])
    if box is None or not spans:
        return None
    dx, dy = raw["dir"]
    if abs(dx) > 0.99:
        turn = 0 if dx > 0 else 2
    elif abs(dy) > 0.99:
        turn = 1 if dy > 0 else 3
    else:
        return TextLine(box, spans, slanted=True)
    return TextLine(box, spans, turn)


def _lift(raw: dict) -> None:
    """Move boxes of vertical writing to their ink: MuPDF begins them at the origin of horizontal writing."""
    reach = VERTICAL_ORIGIN_EM * raw["spans"][0]["size"]
    dx, dy = raw["dir"][0] * reach, raw["dir"][1] * reach
    for part in (raw, *raw["spans"]):
        x1, y1, x2, y2 = part["bbox"]
        part["bbox"] = (x1 - dx, y1 - dy, x2 - dx, y2 - dy)


def _span(raw: dict, to_px: Scale) -> Span | None:
    box = to_px.box(raw["bbox"])
    if box is None or not raw["text"]:
        return None
    flags, drawn = raw["flags"], raw["char_flags"]
    return Span(
        text=raw["text"],
        box=box,
        size_px=raw["size"] * to_px.y,
        font=raw["font"],
        bold=bool(flags & pymupdf.TEXT_FONT_BOLD or drawn & BOLD),
        italic=bool(flags & pymupdf.TEXT_FONT_ITALIC),
        mono=bool(flags & pymupdf.TEXT_FONT_MONOSPACED),
        raised=bool(flags & pymupdf.TEXT_FONT_SUPERSCRIPT),
        visible=bool(drawn & (FILLED | STROKED)) and raw["alpha"] > 0,
    )


def _luminance(rgb: int) -> float:
    red, green, blue = rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255  # ITU-R BT.601
