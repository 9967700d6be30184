"""Bullets that are drawn, or tiny images: browsers and office programs set no character for them."""

from collections.abc import Iterable
from dataclasses import replace

from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.page.lines import Frame, Line, is_item

# ours, in em of the line: browsers set bullets of 0.25 to 0.45 em, 0.5 to 1 em before the text
MIN_SIDE_EM, MAX_SIDE_EM = 0.12, 0.6
MAX_OUTLINED_EM = 2.0  # MuPDF's box of an outlined circle reaches ten strokes beyond it, for its miters
MAX_GAP_EM = 1.5  # from the middle of the bullet to its text
OFF_EM = 0.3  # between the middles of bullet and line
SQUARE = 0.8  # least share of the longer side that the shorter one is

BULLET = "•"


def with_bullets(
    lines: list[Line], drawings: Iterable[Drawing], images: Iterable[BoxPx], frame: Frame
) -> list[Line]:
    """Write a bullet before each line that has one drawn beside its start; it begins there then.

    An outlined square is none: it is a box to be checked.
    """
    outlined = [d.box for d in drawings if d.stroked and not d.is_rect]
    filled = [*(d.box for d in drawings if not d.stroked), *images]
    marks = [
        (BoxPx(*frame.of(box)), max_side_em)
        for boxes, max_side_em in ((outlined, MAX_OUTLINED_EM), (filled, MAX_SIDE_EM))
        for box in boxes
        if _is_square(box)
    ]
    return [_with_bullet(line, marks, lines) for line in lines] if marks else lines


def _is_square(box: BoxPx) -> bool:
    shorter, longer = sorted((box.x2 - box.x1, box.y2 - box.y1))
    return shorter >= SQUARE * longer > 0


def _with_bullet(line: Line, marks: list[tuple[BoxPx, float]], lines: list[Line]) -> Line:
    if is_item(line.text) or not any(map(str.isalpha, line.text)):
        return line
    found = [mark for mark, max_side_em in marks if _is_before(mark, line, max_side_em)]
    if not found or any(contains(found[0], BoxPx(n.x1, n.y1, n.x2, n.y2)) for n in lines):
        return line
    x1 = (found[0].x1 + found[0].x2) / 2 - MIN_SIDE_EM * line.size
    return replace(line, x1=x1, text=f"{BULLET} {line.text}", plain=f"{BULLET} {line.plain}")


def _is_before(mark: BoxPx, line: Line, max_side_em: float) -> bool:
    gap = line.x1 - (mark.x1 + mark.x2) / 2
    off = abs((mark.y1 + mark.y2) - (line.y1 + line.y2)) / 2
    return (
        MIN_SIDE_EM <= (mark.x2 - mark.x1) / line.size <= max_side_em
        and MIN_SIDE_EM <= gap / line.size <= MAX_GAP_EM
        and off <= OFF_EM * line.size
    )
