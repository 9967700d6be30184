"""Glyphs of lines with formulas or scripts, by a second look: their ink, and codes that have no Unicode.

The first look has boxes as tall as the font, alike for every letter, which lines are made of; here, the
height of a box is that of the glyph's ink, and the width that by which the pen moves on.
"""

import re
from collections.abc import Iterable, Iterator

from vlcorpus.schemas.documents.document import Glyph
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.tex_extension import (
    N_CODES,
    extension_char,
    is_extension,
    standard_char,
)
from vlcorpus.stages.documents.inline.scripts import SCRIPT_SIZE
from vlcorpus.stages.documents.page.fonts import NO_CHARACTER, NO_INK, is_math_font
from vlcorpus.stages.documents.pdf.pymupdf_accents import compose_accents
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf
from vlcorpus.stages.documents.pdf.pymupdf_marks import with_marks
from vlcorpus.stages.documents.pdf.pymupdf_scale import Scale

_FLAGS = pymupdf.TEXT_ACCURATE_BBOXES | pymupdf.TEXT_USE_CID_FOR_UNKNOWN_UNICODE
_PHIS = "φϕ"
_ITALIC = re.compile(r"CMMI|LMMathItalic")
SHORT_CHARS = 32  # ours
# Of a fraction within a line, ours: its bar, and the most from there to the boxes above and below.
MAX_BAR_PT, NEAR_PT = 2.3, 3.0
MAX_BARS = 200  # a page with more such strokes is a drawing
Box = tuple[float, float, float, float]


def has_formulas(raw: dict) -> bool:
    """Say whether an upright line has characters in a font of formulas."""
    return raw["dir"][0] > 0.99 and any(is_math_font(span["font"]) for span in raw["spans"])


def wants_glyphs(raw: dict, bars: list[Box]) -> bool:
    """Say whether the places of a line's glyphs tell more than its text: of formulas, scripts, fractions."""
    return has_formulas(raw) or _may_have_scripts(raw) or any(_is_beside(raw, bar) for bar in bars)


def fraction_bars(raws: list[dict], drawn: list[Box]) -> list[Box]:
    """Return the drawn boxes that are short and thin, with short lines right above and below."""
    thin = [box for box in drawn if box[3] - box[1] <= MAX_BAR_PT and 2 < box[2] - box[0] <= MAX_BAR_PT * 50]
    if not 0 < len(thin) <= MAX_BARS:
        return []
    short = [raw["bbox"] for raw in raws if _is_short(raw)]
    return [
        bar
        for bar in thin
        if any(_is_over(box, bar) for box in short) and any(_is_under(box, bar) for box in short)
    ]


def _is_over(box: Box, bar: Box) -> bool:
    """Say whether a line's box is no wider than a bar, and ends near it: boxes are taller than their ink."""
    return bar[0] - 1 <= (box[0] + box[2]) / 2 <= bar[2] + 1 and box[1] < bar[1] < box[3] + NEAR_PT


def _is_under(box: Box, bar: Box) -> bool:
    return bar[0] - 1 <= (box[0] + box[2]) / 2 <= bar[2] + 1 and box[1] - NEAR_PT < bar[3] < box[3]


def _is_beside(raw: dict, bar: Box) -> bool:
    x1, y1, x2, y2 = raw["bbox"]
    return y1 < bar[1] and bar[3] < y2 and max(bar[0] - x2, x1 - bar[2]) < raw["spans"][0]["size"]


def _may_have_scripts(raw: dict) -> bool:
    """Say whether an upright line has small characters among larger ones."""
    if raw["dir"][0] <= 0.99 or len(raw["spans"]) < 2:
        return False
    sizes = [span["size"] for span in raw["spans"] if not span["text"].isspace()]
    return bool(sizes) and min(sizes) <= SCRIPT_SIZE * max(sizes)


def _is_short(raw: dict) -> bool:
    """Say whether an upright line may be a part of a formula without its characters: a limit, a word."""
    return raw["dir"][0] > 0.99 and sum(len(span["text"]) for span in raw["spans"]) <= SHORT_CHARS


def read_glyphs(
    page: "pymupdf.Page",
    listing: "pymupdf.DisplayList",
    flags: int,
    raws: list[dict],
    wanted: list[dict],
    to_px: Scale,
    *,
    accented: bool,
) -> list[Glyph]:
    """Return the glyphs of lines that are wanted, and of short ones; write their characters into these.

    `raws` are all lines as the first look has them, under `flags`. Both looks see the same characters in one
    order, though not the same lines; where they do not, there are no glyphs. `accented`: the first look has
    composed accents.
    """
    again = list(_inked(listing, flags, accented=accented))
    n_chars = [sum(char not in NO_INK for span in raw["spans"] for char in span["text"]) for raw in raws]
    if sum(n_chars) != len(again):
        return []
    turned = _turned_fonts(page)
    ids = set(map(id, wanted))
    glyphs: list[Glyph] = []
    start = 0
    for raw, n in zip(raws, n_chars, strict=True):
        seen = again[start : start + n]
        start += n
        box = to_px.box(raw["bbox"])
        if box is not None and (id(raw) in ids or _is_short(raw)):
            first = (char for span in raw["spans"] for char in span["text"] if char not in NO_INK)
            chars = [_char(char, *glyph, turned) for char, glyph in zip(first, seen, strict=True)]
            _write(raw, chars)
            glyphs.extend(_glyphs(chars, seen, box, to_px))
    return with_marks(glyphs, page, to_px)


def _turned_fonts(page: "pymupdf.Page") -> frozenset[str]:
    """Return the fonts of TeX's that only names of glyphs tie to Unicode: to Adobe, ϕ is the curly phi."""
    fonts = ((font[0], font[3].rpartition("+")[2]) for font in page.get_fonts() if _ITALIC.search(font[3]))
    return frozenset(name for xref, name in fonts if page.parent.xref_get_key(xref, "ToUnicode")[0] == "null")


def _inked(listing: "pymupdf.DisplayList", flags: int, *, accented: bool) -> Iterator[tuple[dict, dict]]:
    """Yield the characters of a page that are no white space, each with its span."""
    pymupdf.TOOLS.unset_quad_corrections(True)  # which would make boxes as tall as the font again
    try:
        structured = listing.get_textpage(flags | _FLAGS)
        if accented:
            compose_accents(structured)  # as in the first look
        page = pymupdf.TextPage(structured).extractRAWDICT()
    finally:
        pymupdf.TOOLS.unset_quad_corrections(False)
    for block in page["blocks"]:
        for span in (span for line in block.get("lines", ()) for span in line["spans"]):
            for char in span["chars"]:
                is_code = is_extension(span["font"]) and ord(char["c"]) < N_CODES
                is_space = char["c"] in NO_INK and not is_code
                if not (is_space or char["synthetic"]):
                    yield span, char


def _char(first: str, span: dict, char: dict, turned: frozenset[str]) -> str:
    if first in _PHIS and span["font"] in turned:
        return _PHIS[1 - _PHIS.index(first)]
    if first == NO_CHARACTER and is_extension(span["font"]):
        return extension_char(char["c"])
    return standard_char(first)


def _write(raw: dict, chars: Iterable[str]) -> None:
    following = iter(chars)
    for span in raw["spans"]:
        span["text"] = "".join(c if c in NO_INK else next(following) for c in span["text"])


def _glyphs(chars: list[str], found: list[tuple[dict, dict]], line: BoxPx, to_px: Scale) -> Iterator[Glyph]:
    for char, (span, raw) in zip(chars, found, strict=True):
        box = to_px.box(raw["bbox"])
        if box is not None:
            baseline = (raw["origin"][1] - to_px.top) * to_px.y
            yield Glyph(char, box, span["size"] * to_px.y, baseline, span["font"], line)
