"""Text, drawings and glyphs of a page, by MuPDF's structured text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vlcorpus.schemas.documents.document import Drawing, Glyph, Rgb, Span, TextLine, Word
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.page.fonts import is_sign_font
from vlcorpus.stages.documents.page.sign_chars import sign_text
from vlcorpus.stages.documents.pdf.pymupdf_accents import compose_accents, has_accents
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf
from vlcorpus.stages.documents.pdf.pymupdf_glyphs import fraction_bars, read_glyphs, wants_glyphs
from vlcorpus.stages.documents.pdf.pymupdf_lam_alef import may_have_lam_alef, turn_lam_alef
from vlcorpus.stages.documents.pdf.pymupdf_scale import Scale
from vlcorpus.stages.documents.pdf.pymupdf_true_chars import TrueChars

# A page with more is a map or a bomb; each costs about 5 µs here and 1 µs in every later step. ours
MAX_DRAWINGS = 20_000
TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_COLLECT_VECTORS
# `char_flags` of a span, from MuPDF's structured-text.h
FILLED, STROKED, BOLD = 16, 32, 8
TEXT_BLOCK, VECTOR_BLOCK = 0, 3
VERTICAL_WMODE = 1
_SUBSET = re.compile(r"\A[A-Z]{6}\+")  # ISO 32000-1 §9.6.4: the tag of a font that holds some glyphs alone
VERTICAL_ORIGIN_EM = 0.88  # ISO 32000-1 table 117, DW2: from the vertical origin to the horizontal one


class PageText(NamedTuple):
    lines: list[TextLine]
    drawings: list[Drawing]
    glyphs: list[Glyph]  # glyphs of the lines with formulas
    words: list[Word]


def read_text(
    page: "pymupdf.Page", listing: "pymupdf.DisplayList", true_chars: TrueChars, to_px: Scale
) -> PageText:
    structured = listing.get_textpage(TEXT_FLAGS)
    layer = pymupdf.TextPage(structured)
    blocks = _blocks(layer)
    is_changed = true_chars.write(listing, structured, TEXT_FLAGS, _spans(blocks))
    accented = any(has_accents(span["text"]) for span in _spans(blocks))
    if accented:
        compose_accents(structured)
    if any(may_have_lam_alef(span["text"]) for span in _spans(blocks)):
        turn_lam_alef(structured)
        is_changed = True
    if is_changed or accented:
        blocks = _blocks(layer)
    for span in _spans(blocks):
        span["font"] = _SUBSET.sub("", span["font"])
    raws = [raw for block in blocks if block["type"] == TEXT_BLOCK for raw in block["lines"]]
    glyphs: list[Glyph] = []
    bars = fraction_bars(raws, [block["bbox"] for block in blocks if block["type"] == VECTOR_BLOCK])
    wanted = [raw for raw in raws if wants_glyphs(raw, bars)]
    if wanted:  # the places of characters cost as much as the text itself
        glyphs = read_glyphs(page, listing, TEXT_FLAGS, raws, wanted, to_px, accented=accented)
    lines = [line for raw in raws if (line := _line(raw, to_px))]
    drawings: list[Drawing] = []
    for block in blocks:
        if block["type"] == VECTOR_BLOCK and len(drawings) < MAX_DRAWINGS:
            box = to_px.box(block["bbox"])
            if box is not None and block["alpha"]:
                drawings.append(Drawing(box, block["stroked"], block["isrect"], _luminance(block["color"])))
    words = [Word(text, box) for *at, text, _, _, _ in layer.extractWORDS() if (box := to_px.box(tuple(at)))]
    signs = [span for line in lines for span in line.spans if is_sign_font(span.font)]
    return PageText(lines, drawings, glyphs, [_as_drawn(word, signs) for word in words] if signs else words)


def _as_drawn(word: Word, signs: list[Span]) -> Word:
    """Return the word in the signs of the span that it is from: words know no font."""
    fonts = (span.font for span in signs if contains(span.box, word.box))
    return word._replace(text=sign_text(word.text, next(fonts, "")))


def _blocks(layer: "pymupdf.TextPage") -> list[dict]:
    """Return text and drawings, the fonts by their whole names: subsets of one font have one each."""
    pymupdf.TOOLS.set_subset_fontnames(True)
    try:
        return layer.extractDICT()["blocks"]
    finally:
        pymupdf.TOOLS.set_subset_fontnames(False)


def _spans(blocks: list[dict]) -> Iterator[dict]:
    for block in blocks:
        for line in block["lines"] if block["type"] == TEXT_BLOCK else ():
            yield from line["spans"]


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
        text=sign_text(raw["text"], raw["font"]),
        box=box,
        size_px=raw["size"] * to_px.y,
        font=raw["font"],
        bold=bool(flags & pymupdf.TEXT_FONT_BOLD or drawn & BOLD),
        italic=bool(flags & pymupdf.TEXT_FONT_ITALIC),
        mono=bool(flags & pymupdf.TEXT_FONT_MONOSPACED),
        visible=bool(drawn & (FILLED | STROKED)) and raw["alpha"] > 0,
        rgb=None if drawn & STROKED else _rgb(raw["color"]),
    )


def _rgb(rgb: int) -> Rgb:
    return Rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255)


def _luminance(rgb: int) -> float:
    red, green, blue = _rgb(rgb)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255  # ITU-R BT.601
