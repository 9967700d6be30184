"""Combining characters of formulas where they are drawn: structured text moves them, or drops them.

TeX draws an arrow before the letter that it stands over, Unicode has it follow the letter.
"""

from collections.abc import Iterator
from unicodedata import combining

from vlcorpus.schemas.documents.document import Glyph
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.fonts import NO_CHARACTER, SLASH
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf
from vlcorpus.stages.documents.pdf.pymupdf_scale import Scale

ACCENT_EM = (0.72, 0.5)  # top and foot of an accent above the baseline; those of cmmi10's arrow
REACH_EM = 0.6  # ours: the most between the baselines of a mark and its letter, and beside it


def with_marks(glyphs: list[Glyph], page: "pymupdf.Page", to_px: Scale) -> list[Glyph]:
    """Return the glyphs with their marks; none of a rotated page with marks, which are traced unrotated."""
    marks = list(_marks(page, to_px)) if glyphs else []
    if marks and page.rotation:
        return []
    plain = [glyph for glyph in glyphs if not combining(glyph.char)]
    placed = [mark._replace(line=near.line) for mark in marks if (near := _nearest(mark, plain))]
    return plain + placed


def _marks(page: "pymupdf.Page", to_px: Scale) -> Iterator[Glyph]:
    for span in page.get_texttrace():
        for code, _, (x, y), drawn in span["chars"] if span["dir"][0] > 0.99 else ():
            if not combining(chr(code)):
                continue
            size, baseline = span["size"] * to_px.y, (y - to_px.top) * to_px.y
            top, foot = (baseline - em * size for em in ACCENT_EM)
            x1, x2 = ((side - to_px.left) * to_px.x for side in (x, drawn[2]))
            # A mark of no width reaches back over its letter by an amount that only its font knows.
            char = chr(code) if code == ord(SLASH) or x2 - x1 >= 1 else NO_CHARACTER
            box = BoxPx(x1, top, x2, foot)
            yield Glyph(char, box, size, baseline, span["font"], box)


def _nearest(mark: Glyph, glyphs: list[Glyph]) -> Glyph | None:
    """Return the glyph that a mark is drawn on."""
    reach = REACH_EM * mark.size_px
    near = [
        glyph
        for glyph in glyphs
        if abs(glyph.baseline_px - mark.baseline_px) < reach
        and glyph.box.x1 - reach < (mark.box.x1 + mark.box.x2) / 2 < glyph.box.x2 + reach
    ]
    return min(near, key=lambda g: abs(g.box.x1 + g.box.x2 - mark.box.x1 - mark.box.x2), default=None)
