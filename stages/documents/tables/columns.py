"""The columns of a table: white space that the rows leave free at one place, and lines drawn downwards."""

from dataclasses import dataclass

import numpy as np

from vlcorpus.stages.documents.tables.pieces import TablePiece, Word, part, words_of
from vlcorpus.stages.documents.tables.rules import Rule, drawn_fraction

MIN_GAP_EM = 0.2  # ours: white space between columns, in a table set tight
CROSSING = 0.25  # ours: rows that may cross a gap, for each that respects it: headings over columns
OVERHANG_EM = 0.3  # ours: text may stand so far into the next column before it counts as reaching over it
_FULL_ROW = 0.6  # ours: share of the fullest row's pieces, from which a row counts as full
DRAWN = 0.3  # ours: share of the table's height; a vertical rule so long parts columns
UNDRAWN = 0.3  # ours: share of a row's height; a line drawn along less is left out between two cells
_SPACE_OFF_EM = 0.6  # ours: error of a space's place, which is told from the widths of characters
MIN_NUMBERS = 3  # ours: so many rows with a number on both sides make two columns of one that is drawn
MIN_CROSSING = 3  # ours: so many lines go on where no column begins
MAX_STRAY = 1  # ours: the heading of a column may stand over the end of its texts
MAX_SPLIT_GAP_EM = 1.6  # ours: MuPDF breaks a line at a wider gap, so that no line holds one


@dataclass(slots=True, frozen=True)
class Gap:
    """The space between two columns, px."""

    x1: float
    x2: float
    drawn: tuple[tuple[float, float], ...] = ()  # y intervals in which a line parts the columns

    @property
    def middle(self) -> float:
        return (self.x1 + self.x2) / 2

    def parts(self, y1: float, y2: float) -> bool:
        """Say whether the columns are parted at this height: by a line, or by white space without one."""
        covered = sum(max(0.0, min(y2, end) - max(y1, start)) for start, end in self.drawn)
        return not self.drawn or covered >= UNDRAWN * (y2 - y1)


def find_gaps(
    rows: list[list[TablePiece]], down: list[Rule], top: float, bottom: float, em: float
) -> list[Gap]:
    """Return the gaps between the columns, from left to right. `rows` are baselines."""
    ruled = _ruled_gaps(rows, down, top, bottom, em)
    free = _begun(_free_gaps(rows, em), rows)
    return _without_bullets(_joined(ruled, free, rows), rows)


def place(pieces: list[TablePiece], gaps: list[Gap]) -> list[TablePiece]:
    """Set the columns of each piece; a line that runs over several columns is split at its spaces."""
    for piece in pieces:
        _set_columns(piece, gaps)
    edges = _column_edges(pieces, len(gaps) + 1)
    placed: list[TablePiece] = []
    for piece in pieces:
        placed += _split(piece, gaps, edges) if piece.last > piece.first else [piece]
    return placed


def _column_edges(pieces: list[TablePiece], n_cols: int) -> list[list[TablePiece]]:
    """Return the pieces that stand in one column only, by column."""
    own: list[list[TablePiece]] = [[] for _ in range(n_cols)]
    for piece in pieces:
        if piece.first == piece.last:
            own[piece.first].append(piece)
    return own


def _ruled_gaps(
    rows: list[list[TablePiece]], down: list[Rule], top: float, bottom: float, em: float
) -> list[Gap]:
    """Return rules with text on both sides that are drawn along a good part of the height."""
    left = min(piece.x1 for row in rows for piece in row)
    right = max(piece.x2 for row in rows for piece in row)
    xs: list[float] = []
    for rule in sorted(down, key=lambda rule: rule.at):
        inner = left + em / 4 < rule.at < right - em / 4
        is_new = not xs or rule.at - xs[-1] > em / 2
        if inner and is_new and drawn_fraction(down, rule.at, top, bottom, em / 4) >= DRAWN:
            xs.append(rule.at)
    edges = [left, *xs, right]
    spread = [piece for row in rows for piece in row]
    kept = []
    for i, x in enumerate(xs):
        # A rule that bounds no text is the edge of a shadow or a double line.
        if any(edges[i] - em / 4 <= (p.x1 + p.x2) / 2 <= x for p in spread):
            kept.append(x)
    return [
        Gap(x - 0.5, x + 0.5, tuple((r.start, r.end) for r in down if abs(r.at - x) <= em / 3)) for x in kept
    ]


def _free_gaps(rows: list[list[TablePiece]], em: float) -> list[Gap]:
    """Return where most rows that have text on both sides leave white space."""
    left = int(min(piece.x1 for row in rows for piece in row))
    width = int(max(piece.x2 for row in rows for piece in row)) - left + 2
    covered, free = np.zeros(width + 1), np.zeros(width + 1)
    most = max(map(len, rows))
    for row in rows:
        weight = len(row) / most  # a heading over columns stands alone in its row
        reach = None
        for piece in sorted(row, key=lambda piece: piece.x1):
            start, end = int(piece.x1) - left, int(np.ceil(piece.x2)) - left
            if reach is not None and start > reach:
                free[reach] += 1
                free[start] -= 1
            begin = start if reach is None else max(start, reach)
            if end > begin:
                covered[begin] += weight
                covered[end] -= weight
            reach = end if reach is None else max(reach, end)
    covered, free = covered.cumsum(), free.cumsum()
    is_gap = (free > 0.5) & (covered <= CROSSING * free)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], is_gap.astype(np.int8), [0]))))
    gaps = [Gap(float(a + left), float(b + left)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    inner = [gap for gap in gaps if gap.x2 - gap.x1 >= MIN_GAP_EM * em]
    return _split_at_sparse_columns(inner, rows, em)


def _begun(gaps: list[Gap], rows: list[list[TablePiece]]) -> list[Gap]:
    """Drop the gaps that long texts cross and behind which no text begins: they end short of the next one."""
    kept: list[Gap] = []
    pieces = [piece for row in rows for piece in row]
    for i, gap in enumerate(gaps):
        right = gaps[i + 1].x1 if i + 1 < len(gaps) else float("inf")
        n_crossing = sum(piece.x1 < gap.x1 and gap.x2 < piece.x2 for piece in pieces)
        n_begun = sum(gap.middle <= piece.x1 < right for piece in pieces)
        if n_begun > MAX_STRAY or n_crossing < MIN_CROSSING:
            kept.append(gap)
    return kept


def _split_at_sparse_columns(gaps: list[Gap], rows: list[list[TablePiece]], em: float) -> list[Gap]:
    """Cut a gap where pieces stand inside it: a column with few cells is outvoted, and yet a column.

    Rows with few pieces do not count: a heading may be centred over the gap.
    """
    most = max(map(len, rows))
    pieces = [piece for row in rows if len(row) >= _FULL_ROW * most for piece in row]
    out: list[Gap] = []
    for gap in gaps:
        within = [p for p in pieces if gap.x1 - em / 2 < p.x1 and p.x2 < gap.x2 + em / 2]
        within = [p for p in within if gap.x1 < (p.x1 + p.x2) / 2 < gap.x2]
        if not within:
            out.append(gap)
            continue
        cut = [Gap(gap.x1, min(p.x1 for p in within)), Gap(max(p.x2 for p in within), gap.x2)]
        wide = [gap for gap in cut if gap.x2 - gap.x1 >= MIN_GAP_EM * em]
        out += wide or [gap]
    return out


def _joined(ruled: list[Gap], free: list[Gap], rows: list[list[TablePiece]]) -> list[Gap]:
    """Join both kinds. Inside the columns that are drawn, white space parts nothing but numbers."""
    if not ruled:
        return free
    loose = [gap for gap in free if not any(gap.x1 - 2 <= rule.middle <= gap.x2 + 2 for rule in ruled)]
    if len(ruled) > 1:
        loose = [
            gap
            for gap in loose
            if not ruled[0].x1 <= gap.middle <= ruled[-1].x1 or _parts_numbers(gap, ruled, rows)
        ]
    return sorted([*ruled, *loose], key=lambda gap: gap.middle)


def _parts_numbers(gap: Gap, ruled: list[Gap], rows: list[list[TablePiece]]) -> bool:
    """Say whether numbers stand on both sides of a gap, within the lines around it, in most of its rows."""
    left = max((rule.middle for rule in ruled if rule.middle < gap.middle), default=float("-inf"))
    right = min((rule.middle for rule in ruled if rule.middle > gap.middle), default=float("inf"))
    n_rows = n_numbers = 0
    for row in rows:
        before = [piece for piece in row if left < piece.x1 and piece.x2 <= gap.middle]
        behind = [piece for piece in row if gap.middle <= piece.x1 and piece.x2 < right]
        if before and behind:
            n_rows += 1
            n_numbers += before[-1].numeric and behind[0].numeric
    return n_numbers >= MIN_NUMBERS and n_numbers > n_rows / 2


def _without_bullets(gaps: list[Gap], rows: list[list[TablePiece]]) -> list[Gap]:
    """Drop the gap between bullets and their text."""
    kept: list[Gap] = []
    left = float("-inf")
    for gap in gaps:
        column = [p for row in rows for p in row if left < (p.x1 + p.x2) / 2 <= gap.middle]
        if column and all(piece.bullet for piece in column):
            continue
        kept.append(gap)
        left = gap.middle
    return kept


def _set_columns(piece: TablePiece, gaps: list[Gap]) -> None:
    slack = OVERHANG_EM * piece.size
    centre = (piece.x1 + piece.x2) / 2
    piece.first = sum(piece.x1 > gap.x1 - slack and centre > gap.middle for gap in gaps)
    reach = sum(piece.x2 > gap.x2 + slack for gap in gaps)
    piece.last = max(piece.first, reach)


def _split(piece: TablePiece, gaps: list[Gap], own: list[list[TablePiece]]) -> list[TablePiece]:
    """Split at each gap that the piece crosses if a space stands there; else it is a heading over columns."""
    crossed = gaps[piece.first : piece.last]
    words = words_of(piece)
    if not all(gap.parts(piece.y1, piece.y2) for gap in crossed):
        return [piece]
    if len(words) == len(crossed) + 1 > 2:  # a word for each column
        middles = [float("-inf"), *(gap.middle for gap in crossed), float("inf")]
        edges = zip(middles, words, middles[1:], strict=False)
        if all(left < (x1 + x2) / 2 < right for left, (_, x1, x2), right in edges):
            return _parts(piece, words, list(range(len(words))))
    if any(gap.x2 - gap.x1 > MAX_SPLIT_GAP_EM * piece.size for gap in crossed) or len(words) <= len(crossed):
        return [piece]
    cuts = [0]
    for gap in crossed:
        between = [((words[i - 1][2] + words[i][1]) / 2, i) for i in range(cuts[-1] + 1, len(words))]
        spaces = [(max(gap.x1 - x, x - gap.x2, 0.0), abs(gap.middle - x), i) for x, i in between]
        off, _, index = min(spaces, default=(piece.size, 0.0, 0))
        if off > _SPACE_OFF_EM * piece.size:
            return [piece]
        cuts.append(index)
    parts = _parts(piece, words, cuts)
    whole = all(made.text.count("(") == made.text.count(")") for made in parts)
    return parts if whole and all(_is_aligned(made, own[made.first]) for made in parts) else [piece]


def _parts(piece: TablePiece, words: tuple[Word, ...], cuts: list[int]) -> list[TablePiece]:
    """Return a piece for each column, begun by the words at `cuts`."""
    parts = [part(piece, words[a:b]) for a, b in zip(cuts, [*cuts[1:], len(words)], strict=True)]
    for i, made in enumerate(parts):
        made.first = made.last = piece.first + i
    return parts


def _is_aligned(piece: TablePiece, column: list[TablePiece]) -> bool:
    """Say whether a piece keeps to the left, the right or the centre of what stands in its column."""
    slack = _SPACE_OFF_EM * piece.size
    return not column or any(
        abs(piece.x1 - other.x1) < slack
        or abs(piece.x2 - other.x2) < slack
        or abs(piece.x1 + piece.x2 - other.x1 - other.x2) < 2 * slack
        for other in column
    )
