"""The rows of a table: which lines of print belong to one row, and which begin another.

Rules between the lines decide where there are any. Without them, lines are parted at the widest white space
until each group can be one row: no column holds two numbers, and text goes on below only where its next word
had no room. Source: ours.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vlcorpus.stages.documents.tables.pieces import TablePiece, words_of
from vlcorpus.stages.documents.tables.rules import Rule, drawn_fraction

SAME_ROW_EM = 0.75  # ours: lines that are nearer cannot stand in one column; their cells are centred
MAX_LEADING_EM = 0.75  # ours: white space between the lines of a cell
LIKE_GAP_EM = 0.15  # ours: two gaps that differ by less are alike
NO_ROOM = 0.9  # ours: share of a column's width; in a line that stays below, the next word had room
DRAWN = 0.6  # ours: share of a column's width; a rule along so much closes the column
MAX_FULL_LINES = 2  # ours: the most lines of a row of short cells with text in the first column and beside it
FULL_LINES = 0.4
MIN_ITEM_PIECES = 3  # ours: key, text and what it costs: the first line of an item of an invoice
PROSE_CHARS = 30  # ours: a line of prose is longer
SHORT_WORDS = 2  # ours: cells of so few words do not wrap in two columns at once
_GOES_ON = re.compile(r"[^\W\d_A-Z]|[(&/+]")  # a line that begins so is no new row

Band = list[TablePiece]  # lines of print at one height


@dataclass(slots=True)
class Separator:
    """A rule between rows, and the columns that it closes."""

    y: float
    columns: frozenset[int]


def separators(across: list[Rule], columns: list[tuple[float, float]], em: float) -> list[Separator]:
    """Return the rules that close columns, from top to bottom. `columns` are x intervals of their text."""
    heights: list[float] = []
    for rule in sorted(across, key=lambda rule: rule.at):
        if not heights or rule.at - heights[-1] > em / 3:
            heights.append(rule.at)
    found = []
    for y in heights:
        closed = frozenset(
            i for i, (x1, x2) in enumerate(columns) if drawn_fraction(across, y, x1, x2, em / 3) >= DRAWN
        )
        if closed:
            found.append(Separator(y, closed))
    return found


def middle_of(band: Band) -> float:
    """Return the mean height of the middles of a band's pieces, px."""
    return sum(piece.middle for piece in band) / len(band)


def bands(rows: list[list[TablePiece]], em: float) -> list[Band]:
    """Join baselines too near each other to be rows: cells centred beside cells of several lines."""
    out: list[Band] = []
    middle = float("-inf")
    for row in rows:
        here = middle_of(row)
        if out and here - middle < SAME_ROW_EM * em:
            out[-1] = out[-1] + row
        else:
            out.append(list(row))
        middle = here
    return out


@dataclass(slots=True)
class RowReader:
    """What tells rows apart in one table."""

    em: float
    widths: list[float]  # width of the widest text in each column, px

    def rows(self, segments: list[list[Band]]) -> list[list[Band]]:
        """Return the bands of each row. `segments` are what stands between rules across the table."""
        segments = [join_hanging(segment) for segment in segments]
        ruled = self._rules_part_rows(segments) or (len(segments) > 1 and all(map(_has_one_key, segments)))
        out: list[list[Band]] = []
        for segment in segments:
            whole = ruled and not numbers_collide(segment)
            out += [segment] if whole else self._split(segment)
        return out

    def _rules_part_rows(self, segments: list[list[Band]]) -> bool:
        """Say whether a row stands between two rules, not a group of rows."""
        if len(segments) < 3 or sum(map(numbers_collide, segments)) > len(segments) / 4:
            return False
        pairs = [pair for segment in segments for pair in self._pairs(segment)]
        return sum(not self._no_room(a, b) for a, b in pairs) <= len(pairs) / 2

    def _pairs(self, segment: list[Band]) -> list[tuple[TablePiece, TablePiece]]:
        """Return pieces that stand below each other in a column."""
        above: dict[int, TablePiece] = {}
        pairs = []
        for band in segment:
            for piece in sorted(band, key=lambda piece: piece.middle):
                last = above.get(piece.first)
                if last is not None and piece.middle - last.middle > SAME_ROW_EM * self.em:
                    pairs.append((last, piece))
                above[piece.first] = piece
        return pairs

    def _no_room(self, a: TablePiece, b: TablePiece) -> bool:
        """Say whether the first word of `b` would not have fitted behind `a`."""
        if (a.last > a.first) != (b.last > b.first):
            return False
        word = words_of(b)[0]
        return a.x2 - a.x1 + word[2] - word[1] + self.em / 4 >= NO_ROOM * self.widths[a.first]

    def _split(self, segment: list[Band]) -> list[list[Band]]:
        """Part at the widest white space until each part can be a row."""
        if self._is_row(segment):
            return [segment]
        gaps = [_gap(a, b) for a, b in pairwise(segment)]
        if max(gaps) - min(gaps) <= LIKE_GAP_EM * self.em:
            return self._grow(segment)
        limit = max(gaps) - max(LIKE_GAP_EM * self.em, (max(gaps) - min(gaps)) / 5)
        cuts = [0, *(i + 1 for i, gap in enumerate(gaps) if gap >= limit), len(segment)]
        return [row for a, b in pairwise(cuts) for row in self._split(segment[a:b])]

    def _is_row(self, segment: list[Band]) -> bool:
        if len(segment) == 1:
            return True
        gaps = [_gap(a, b) for a, b in pairwise(segment)]
        if max(gaps) > MAX_LEADING_EM * self.em or max(gaps) - min(gaps) > LIKE_GAP_EM * self.em:
            return False
        if _are_short_rows(segment) or numbers_collide(segment) or _opens_section(segment):
            return False
        return all(self._no_room(a, b) or self._hangs(b, segment) for a, b in self._pairs(segment))

    def _hangs(self, piece: TablePiece, segment: list[Band]) -> bool:
        """Say whether a piece stands alone on its line, beside nothing in the first column."""
        band = next(band for band in segment if any(other is piece for other in band))
        return len(self.widths) > 2 and len(band) == 1 and piece.first > 0

    def _grow(self, segment: list[Band]) -> list[list[Band]]:
        """Go down lines set evenly; each begins a row unless it can only go on with the one above."""
        rows: list[list[Band]] = []
        for band in segment:
            if rows and self._continues(rows[-1], band):
                rows[-1].append(band)
            else:
                rows.append([band])
        return rows

    def _continues(self, row: list[Band], band: Band) -> bool:
        if not self._is_row([*row, band]):
            return False
        keys = [piece for piece in band if piece.first == 0]
        beside = len(band) > len(keys) and any(piece.first > 0 for above in row for piece in above)
        if keys and beside and median(len(piece.text.split()) for piece in band) <= SHORT_WORDS:
            return False
        return not keys or all(_GOES_ON.match(piece.text) for piece in (band if beside else keys))


def join_hanging(segment: list[Band]) -> list[Band]:
    """Join the lines that go on below with what an item of a list is: its first line says the rest of it.

    Such a line stands alone, below a text beside the key of a row. Where a row is but a key and a text, a
    line below may as well be a row of its own, unless the texts are prose.
    """
    if _are_keys_centred(segment):
        return segment
    least = 2 if _is_prose(segment) else MIN_ITEM_PIECES
    out: list[Band] = []
    item: Band = []  # the first line of the item
    for band in segment:
        if len(item) >= least and _hangs_below(band, item):
            out[-1] = out[-1] + band
            continue
        out.append(band)
        item = band if _is_keyed(band) else []
    return out


def _is_keyed(band: Band) -> bool:
    return any(piece.first == 0 for piece in band)


def _are_keys_centred(segment: list[Band]) -> bool:
    """Say whether keys stand beside the middle of their texts: other lines have more white space above."""
    above_keys, above_others = [], []
    for above, band in pairwise(segment):
        if not _is_keyed(band):
            above_others.append(_gap(above, band))
        elif not _is_keyed(above):
            above_keys.append(_gap(above, band))
    slack = LIKE_GAP_EM * segment[0][0].size
    return bool(above_keys and above_others) and min(above_keys) < max(above_others) - slack


def _hangs_below(band: Band, item: Band) -> bool:
    """Say whether a line stands in one column alone, below a text of the item that is not its key."""
    piece = min(band, key=lambda piece: piece.x1)  # a bullet, where there is one
    if piece.first == 0 or any(other.first != piece.first for other in band):
        return False
    return any(p.first == piece.first and not p.numeric and p.x1 - p.size / 2 <= piece.x1 for p in item)


def _is_prose(segment: list[Band]) -> bool:
    """Say whether most lines that stand right of the first column are long."""
    beside = [piece for band in segment for piece in band if piece.first > 0]
    return sum(len(piece.text) > PROSE_CHARS for piece in beside) > len(beside) / 2


def _has_one_key(segment: list[Band]) -> bool:
    """Say whether the first column has text at the top of a segment alone, set tight."""
    keyed = list(map(_is_keyed, segment))
    n_key = keyed.index(False) if False in keyed else len(keyed)
    gaps = [_gap(a, b) for a, b in pairwise(segment[:n_key])]
    tight = all(gap <= MAX_LEADING_EM * segment[0][0].size for gap in gaps)
    return 0 < n_key < len(keyed) and not any(keyed[n_key:]) and tight


def numbers_collide(segment: list[Band], limit: int = 2) -> bool:
    """Say whether a column holds `limit` numbers below each other."""
    counts: dict[int, int] = {}
    for band in segment:
        for column in {piece.first for piece in band if piece.numeric and piece.first == piece.last}:
            counts[column] = counts.get(column, 0) + 1
    return max(counts.values(), default=0) >= limit


def _are_short_rows(segment: list[Band]) -> bool:
    """Say whether lines have a word or two in the first column and beside it: no cell wraps so often."""
    n_full = sum({0} < {piece.first for piece in band} for band in segment)
    n_words = median(len(piece.text.split()) for band in segment for piece in band)
    return n_full > MAX_FULL_LINES and n_full >= FULL_LINES * len(segment) and n_words <= SHORT_WORDS


def _opens_section(segment: list[Band]) -> bool:
    """Say whether a line is a heading of the rows below: alone in the first column, or over the others."""
    first, second = segment[0], segment[1]
    if any(len(band) == 1 and band[0].last > band[0].first > 0 for band in segment):
        return True
    alone = all(piece.last == 0 for piece in first)
    keys = [piece for piece in second if piece.first == 0]
    followed = bool(keys) and len(second) > len(keys)
    return alone and followed and not all(_GOES_ON.match(piece.text) for piece in keys)


def _gap(a: Band, b: Band) -> float:
    return min(piece.y1 for piece in b) - max(piece.y2 for piece in a)
