"""Cells that reach over several rows because their text stands centred beside these rows."""

from itertools import pairwise

from vlcorpus.stages.documents.tables.header import Slot
from vlcorpus.stages.documents.tables.pieces import TablePiece
from vlcorpus.stages.documents.tables.rows import Band, Separator

CENTRED = 0.25  # ours: share of the distance of two rows; a centred text is nearer to the rows' middle
OFF_ROW = 0.3  # ours: share of that distance; among an even number of rows it is farther from each row


def merge_centred(
    slots: list[Slot], rows: list[list[Band]], found: list[Separator], first: int
) -> list[Slot]:
    """Join the cells of rows between two rules where one text of the column stands between the rows.

    `rows` are those of the body, the first of which is row `first` of the table.
    """
    by_place = {(slot.row, slot.col): slot for slot in slots}
    gone: set[int] = set()
    for start, end in _groups(rows, found):
        for col in range(max((slot.col for slot in slots), default=-1) + 1):
            run = [slot for i in range(start, end) if (slot := by_place.get((first + i, col)))]
            if len(run) < end - start or any(slot.colspan > 1 or slot.rowspan > 1 for slot in run):
                continue
            texts = [slot for slot in run if slot.pieces]
            if len(texts) == 1 and _is_between(texts[0].pieces, rows[start:end]):
                run[0].pieces, run[0].rowspan = texts[0].pieces, len(run)
                gone.update(id(slot) for slot in run[1:])
    return [slot for slot in slots if id(slot) not in gone]


def _groups(rows: list[list[Band]], found: list[Separator]) -> list[tuple[int, int]]:
    """Return the ranges of two and more rows that no rule parts."""
    edges = [0]
    for i, (above, below) in enumerate(pairwise(rows), 1):
        high = max(piece.middle for band in above for piece in band)
        low = min(piece.middle for band in below for piece in band)
        if any(min(high, low) < s.y < max(high, low) for s in found):
            edges.append(i)
    edges.append(len(rows))
    return [(a, b) for a, b in pairwise(edges) if b - a > 1]


def _is_between(pieces: list[TablePiece], rows: list[list[Band]]) -> bool:
    own = {id(piece) for piece in pieces}
    middles = []
    for row in rows:
        others = [piece.middle for band in row for piece in band if id(piece) not in own]
        if not others:
            return False
        middles.append(sum(others) / len(others))
    at = (min(p.middle for p in pieces) + max(p.middle for p in pieces)) / 2
    step = (middles[-1] - middles[0]) / (len(middles) - 1)
    centred = abs(at - (middles[0] + middles[-1]) / 2) <= CENTRED * step
    return centred and all(abs(at - middle) >= OFF_ROW * step for middle in middles)
