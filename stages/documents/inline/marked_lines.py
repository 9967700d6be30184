"""The lines of a page with what stands in them off the baseline: scripts, and formulas within a line."""

from dataclasses import replace

from vlcorpus.schemas.documents.document import Glyph, PageRow
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.inline.fractions import join_fractions
from vlcorpus.stages.documents.inline.inline_formulas import mark_formulas
from vlcorpus.stages.documents.inline.loose_scripts import MAX_CHARS, join_loose_scripts
from vlcorpus.stages.documents.inline.scripts import by_line, mark_scripts, marks_by_line
from vlcorpus.stages.documents.page.lines import Frame, Line, page_lines, write_formulas


def marked_lines(row: PageRow) -> tuple[PageRow, list[Line], Frame]:
    """Return the page with its scripts and formulas as spans, its lines with them, and their frame.

    The lines' `math` is that of the file's fonts: display formulas are told by it.
    """
    lines, glyphs = join_loose_scripts(*join_fractions(row.lines, row.glyphs, row.drawings))
    own, marks = by_line(glyphs), marks_by_line(glyphs)
    lines = [mark_scripts(line, own.get(line.box, [])) for line in lines]
    row = replace(row, lines=lines, glyphs=glyphs)
    laid, frame = page_lines(row)
    read = [
        mark_formulas(n, own.get(n.box, []), marks.get(n.box, []), row.drawings, _near(n.box, own))
        for n in lines
    ]
    raws = {raw.box: raw for raw in read if any(span.latex or span.unread for span in raw.spans)}
    for line in laid:
        if line.box in raws:
            write_formulas(line, raws[line.box])
    return replace(row, lines=read), laid, frame


def _near(box: BoxPx, glyphs: dict[BoxPx, list[Glyph]]) -> list[Glyph]:
    """Return the glyphs of short lines beside, over and under a line: what may be pieces of its formulas."""
    return [
        glyph
        for other, own in glyphs.items()
        if len(own) <= MAX_CHARS and other.y1 < box.y2 and box.y1 < other.y2 and other != box
        for glyph in own
    ]
