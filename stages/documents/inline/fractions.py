"""Fractions within a line of text: what stands over and under a bar at the height of the line's axis.

MuPDF makes lines of their own of numerators and denominators: here they come into the line that the bar
stands in. Fractions without text beside them are display formulas.
"""

from collections.abc import Sequence

from vlcorpus.schemas.documents.document import Drawing, Glyph, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.atoms import AXIS_EM
from vlcorpus.stages.documents.formulas.bars import MIN_BAR_EM, WIDTH_EM, is_thin
from vlcorpus.stages.documents.inline.held_lines import HeldLine, hold, insert, put_back
from vlcorpus.stages.documents.inline.scripts import FRACTION, is_inked, with_sides

MAX_BAR_EM = 12.0  # ours: a longer bar within a line is a blank to fill in
LEVEL_EM = 0.15  # ours: the most from a bar to the axis of its line
BESIDE_EM = 1.2  # ours: the most from a bar to the text beside it
NEAR_EM = 0.6  # ours: the most from a bar to what it parts
REACH_EM = 1.5  # ours: the most from a bar to the far end of what it parts


def join_fractions(
    lines: list[TextLine], glyphs: list[Glyph], drawings: Sequence[Drawing]
) -> tuple[list[TextLine], list[Glyph]]:
    """Return the lines with the fractions that stand in them, and the glyphs by their new lines."""
    bars = [drawing.box for drawing in drawings if drawing.is_rect]
    held = hold(lines, glyphs) if bars else []
    gone: list[HeldLine] = []
    for bar in sorted(bars, key=lambda bar: bar.x1):
        free = [one for one in held if not any(one is g for g in gone)]
        host = next((one for one in free if _stands_in(bar, one)), None)
        if host is not None:
            gone += _join(bar, host, free)
    return put_back(held, gone, lines, glyphs) if held else (lines, glyphs)


def _stands_in(bar: BoxPx, line: HeldLine) -> bool:
    """Say whether a bar is at the axis of a line, right before or behind a sign of it."""
    em = line.size
    if not line.line.box.y1 < bar.y1 < line.line.box.y2:
        return False
    if not MIN_BAR_EM * em <= bar.x2 - bar.x1 <= MAX_BAR_EM * em or not is_thin(bar, em):
        return False
    return any(
        glyph.size_px == em
        and abs(glyph.baseline_px - AXIS_EM * em - (bar.y1 + bar.y2) / 2) <= LEVEL_EM * em
        and -LEVEL_EM * em <= max(bar.x1 - glyph.box.x2, glyph.box.x1 - bar.x2) <= BESIDE_EM * em
        for glyph in line.glyphs
    )


def _join(bar: BoxPx, host: HeldLine, lines: list[HeldLine]) -> list[HeldLine]:
    """Put what a bar parts into its line; return the lines that are gone. None are where it parts nothing."""
    em = host.size
    y = (bar.y1 + bar.y2) / 2
    parted = {id(one): [g for g in one.glyphs if _is_of(g, bar, em)] for one in lines}
    others = [one for one in lines if one is not host and parted[id(one)]]
    own = [glyph for found in parted.values() for glyph in found]
    above = [glyph for glyph in own if glyph.baseline_px < y]
    below = [glyph for glyph in own if glyph.baseline_px >= y]
    if not own or bar.x2 - bar.x1 - _width(own) > WIDTH_EM * em:  # a rule of a table
        return []
    whole = all(len(parted[id(one)]) == len(one.glyphs) for one in others)
    if not (above and below and whole) or not (
        y - max(g.box.y2 for g in above) <= NEAR_EM * em and min(g.box.y1 for g in below) - y <= NEAR_EM * em
    ):
        return []
    ids = set(map(id, own))
    before = [i for i, g in enumerate(host.glyphs) if id(g) in ids or g.box.x2 <= bar.x1 + LEVEL_EM * em]
    if not before:
        return []
    for one in others:
        insert(one, host, before[-1])
    sides = [
        FRACTION if id(glyph) in ids else side for glyph, side in zip(host.glyphs, _sides(host), strict=True)
    ]
    host.line = with_sides(host.line, host.glyphs, sides)
    return others


def _is_of(glyph: Glyph, bar: BoxPx, em: float) -> bool:
    """Say whether a glyph stands right over or under a bar."""
    x, y = (glyph.box.x1 + glyph.box.x2) / 2, (bar.y1 + bar.y2) / 2
    across = bar.x1 - LEVEL_EM * em <= x <= bar.x2 + LEVEL_EM * em
    return across and y - REACH_EM * em <= glyph.box.y1 and glyph.box.y2 <= y + REACH_EM * em


def _width(glyphs: list[Glyph]) -> float:
    return max(glyph.box.x2 for glyph in glyphs) - min(glyph.box.x1 for glyph in glyphs)


def _sides(line: HeldLine) -> list[int]:
    """Return which glyphs are of fractions already."""
    return [span.script for span in line.line.spans for char in span.text if is_inked(char)]
