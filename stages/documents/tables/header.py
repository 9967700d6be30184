"""The head of a table: headings over several columns, headings that reach down to the body."""

from dataclasses import dataclass, field
from itertools import combinations, pairwise

from vlcorpus.stages.documents.tables.pieces import TablePiece
from vlcorpus.stages.documents.tables.rows import Separator

_MAX_SHARES = 4  # ours: headings over one rule; more are the heads of its columns


@dataclass(slots=True)
class Slot:
    """A cell on its way to the grid."""

    row: int
    col: int
    rowspan: int = 1
    colspan: int = 1
    pieces: list[TablePiece] = field(default_factory=list)


def head_slots(
    pieces: list[TablePiece], partial: list[Separator], columns: list[tuple[float, float]], em: float
) -> list[Slot]:
    """Return the cells of the head. `partial` are the rules inside it, `columns` x intervals of text.

    A rule below some columns, or a line over several, makes a level. What has no heading above it reaches
    from the first level to the last.
    """
    n_cols = len(columns)
    for piece in pieces:
        _spread_between(piece, columns)
    _spread_over_rules(pieces, partial, columns)
    heads = [piece for piece in pieces if piece.last > piece.first]
    for piece in heads:
        centre(
            piece, [p for p in pieces if p is not piece and abs(p.middle - piece.middle) < em / 2], columns
        )
    lowest = max(piece.middle for piece in pieces)
    cuts = [cut for cut in _cuts(heads, partial, em) if cut < lowest]
    # Where a level ends for each column: below its rule or its heading.
    closed = [{c for c in range(n_cols) if _closes(c, cut, heads, partial, em)} for cut in cuts]
    cuts, closed = _kept(cuts, closed)
    return _slots(pieces, cuts, closed, n_cols)


def _spread_between(piece: TablePiece, columns: list[tuple[float, float]]) -> None:
    """Spread a heading that stands between the text of two columns over both."""
    for i, (left, right) in enumerate(pairwise(columns)):
        if left[1] < piece.x1 and piece.x2 < right[0]:
            piece.first, piece.last = i, i + 1


def _spread_over_rules(
    pieces: list[TablePiece], partial: list[Separator], columns: list[tuple[float, float]]
) -> None:
    """Give every piece the columns of the rule that it stands on, or its share of them."""
    on: dict[tuple[float, int], list[TablePiece]] = {}
    for piece in pieces:
        own = set(range(piece.first, piece.last + 1))
        below = [s for s in partial if s.y > piece.middle and own <= s.columns]
        if below:
            rule = min(below, key=lambda s: s.y)
            first = piece.first
            while first - 1 in rule.columns:
                first -= 1
            on.setdefault((rule.y, first), []).append(piece)
    for (y, first), standing in on.items():
        ruled = next(s.columns for s in partial if s.y == y)
        last = first
        while last + 1 in ruled:
            last += 1
        _share(standing, first, last, columns)


def _share(standing: list[TablePiece], first: int, last: int, columns: list[tuple[float, float]]) -> None:
    """Share out the columns of one rule so that every heading is centred over its own."""
    groups: list[list[TablePiece]] = []  # headings beside each other; lines below each other are one
    for piece in sorted(standing, key=lambda piece: piece.x1):
        if groups and piece.x1 < max(other.x2 for other in groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    if len(groups) > min(_MAX_SHARES, last - first + 1):
        return
    centres = [(min(p.x1 for p in g) + max(p.x2 for p in g)) / 2 for g in groups]

    def off(bounds: tuple[int, ...]) -> float:
        return sum(
            abs((columns[a][0] + columns[b - 1][1]) / 2 - c)
            for a, b, c in zip(bounds, bounds[1:], centres, strict=False)
        )

    inner = combinations(range(first + 1, last + 1), len(groups) - 1)
    best = min(((first, *cuts, last + 1) for cuts in inner), key=off)
    for group, a, b in zip(groups, best, best[1:], strict=False):
        for piece in group:
            piece.first, piece.last = a, b - 1


def centre(piece: TablePiece, beside: list[TablePiece], columns: list[tuple[float, float]]) -> None:
    """Widen a heading to the columns over which it is centred, as far as nothing stands beside it."""
    taken = {c for other in beside for c in range(other.first, other.last + 1)}
    centre = (piece.x1 + piece.x2) / 2

    def off(first: int, last: int) -> float:
        return abs((columns[first][0] + columns[last][1]) / 2 - centre)

    while True:
        wider = [
            (off(first, last), first, last)
            for first, last in ((piece.first - 1, piece.last), (piece.first, piece.last + 1))
            if first > 0 and last < len(columns) and not taken & {first, last}
        ]
        best = min(wider, default=None)
        if best is None or best[0] >= off(piece.first, piece.last) - 1:
            return
        piece.first, piece.last = best[1], best[2]


def _cuts(heads: list[TablePiece], partial: list[Separator], em: float) -> list[float]:
    """Return the heights at which levels end."""
    cuts = [s.y for s in partial]
    for piece in sorted(heads, key=lambda piece: piece.y2):
        if any(s.y > piece.middle and piece.first in s.columns for s in partial):
            continue  # the rule below it ends its level
        cuts.append(piece.y2 - piece.height / 4)
    out: list[float] = []
    for cut in sorted(cuts):
        if not out or cut - out[-1] > em / 2:
            out.append(cut)
    return out


def _closes(column: int, cut: float, heads: list[TablePiece], partial: list[Separator], em: float) -> bool:
    if any(abs(s.y - cut) <= em / 2 and column in s.columns for s in partial):
        return True
    return any(
        abs(p.y2 - p.height / 4 - cut) <= em / 2 and p.first <= column <= p.last
        for p in heads
        if not any(s.y > p.middle and p.first in s.columns for s in partial)
    )


def _kept(cuts: list[float], closed: list[set[int]]) -> tuple[list[float], list[set[int]]]:
    kept = [(cut, columns) for cut, columns in zip(cuts, closed, strict=True) if columns]
    return [cut for cut, _ in kept], [columns for _, columns in kept]


def _slots(pieces: list[TablePiece], cuts: list[float], closed: list[set[int]], n_cols: int) -> list[Slot]:
    """Cut each column where a level ends in it, and give every cell its text."""
    n_levels = len(cuts) + 1
    at: dict[tuple[int, int], Slot] = {}
    slots: list[Slot] = []
    levels = [sum(cut < piece.middle for cut in cuts) for piece in pieces]
    spans = {(level, p.first, p.last) for level, p in zip(levels, pieces, strict=True) if p.last > p.first}
    for level, first, last in sorted(spans, key=lambda s: (s[0], s[1] - s[2], s[1])):
        if any((level, c) in at for c in range(first, last + 1)):
            continue
        slot = Slot(level, first, colspan=last - first + 1)
        slots.append(slot)
        at.update({(level, c): slot for c in range(first, last + 1)})
    for c in range(n_cols):
        open_slot: Slot | None = None
        for level in range(n_levels):
            if (level, c) in at:
                open_slot = None
            elif open_slot is not None and c not in closed[level - 1]:
                open_slot.rowspan += 1
                at[level, c] = open_slot
            else:
                open_slot = Slot(level, c)
                slots.append(open_slot)
                at[level, c] = open_slot
    for level, piece in zip(levels, pieces, strict=True):
        at[level, piece.first].pieces.append(piece)
    return slots
