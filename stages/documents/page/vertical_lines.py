"""Lines of vertical Chinese and Japanese, from the characters that a reader finds one below the other.

Engines take each character of a column for a line of its own: browsers set it upright and move the pen
down, fonts with a vertical encoding do so themselves, and Latin words in between lie on their side.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise
from statistics import median
from typing import Self

from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.stages.documents.page.boxes import cover

# Limits are ours: characters of a column touch each other (justified ones nearly), rows of a table do not.
MAX_UPRIGHT_CHARS = 3  # 12 or 100 or !? set upright in the column; a CJK character is alone
MAX_SIDE_EM = 1.5  # longest side of such a piece
OFF_CENTRE_EM = 0.3
SAME_SIZE = 0.8
MIN_GAP_EM, MAX_GAP_EM = -0.4, 0.8  # MuPDF parts horizontal lines at 0.8 em
MIN_MARK_GAP_EM = -1.1  # punctuation fills half of its box: two marks may stand in one
USUAL_GAP_EM = 0.25
MIN_CHARS = 3
MIN_VERTICAL = 0.5  # share of characters in columns, from which what is left over stands in columns too
MAX_RUBY_SIZE = 0.65  # times the size of the text that it says how to read
MAX_RUBY_EM = 1.2  # the most between the middles of both

_CJK = re.compile("[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
_OPENING, _CLOSING = re.compile("[「『（〔［｛〈《【]"), re.compile("[、。，．」』）〕］｝〉》】]")
_KANA = re.compile(r"[\u3040-\u30ff]+")
_VERTICAL_FORM = re.compile(r"[\ufe10-\ufe19\ufe30-\ufe48]")  # ﹁ for 「: how it is drawn, not what it is


@dataclass(slots=True)
class _Piece:
    """A character, or a few, on its way to a column. `top` and `bottom` are those of its em box."""

    line: TextLine
    centre: float
    top: float
    bottom: float
    size: float
    mark: int  # -1 for punctuation in the upper half of its box, 1 for one in the lower half

    @classmethod
    def of(cls, line: TextLine) -> Self:
        size = max(span.size_px for span in line.spans)
        box, middle = line.box, (line.box.y1 + line.box.y2) / 2
        top, bottom = (middle - size / 2, middle + size / 2) if line.turn == 0 else (box.y1, box.y2)
        text = line.text.strip()
        mark = bool(_OPENING.fullmatch(text)) - bool(_CLOSING.fullmatch(text))
        return cls(line, (box.x1 + box.x2) / 2, top, bottom, size, mark)

    @property
    def place(self) -> float:
        """Return where it stands in the order of reading."""
        return (self.top + self.bottom) / 2 + self.mark * self.size / 4


@dataclass(slots=True)
class _Column:
    pieces: list[_Piece] = field(default_factory=list)
    readings: dict[int, list[Self]] = field(default_factory=dict)  # ruby, by the piece that it ends at

    def takes(self, piece: _Piece) -> bool:
        last = self.pieces[-1]
        size = max(last.size, piece.size)
        least = MIN_MARK_GAP_EM if last.mark or piece.mark else MIN_GAP_EM
        return (
            abs(piece.centre - last.centre) <= OFF_CENTRE_EM * size
            and min(last.size, piece.size) >= SAME_SIZE * size
            and least * size <= piece.top - last.bottom <= MAX_GAP_EM * size
        )

    @property
    def top(self) -> float:
        return self.pieces[0].top

    @property
    def bottom(self) -> float:
        return self.pieces[-1].bottom

    @property
    def text(self) -> str:
        return "".join(piece.line.text for piece in self.pieces)

    def n_chars(self) -> int:
        return len(_CJK.findall(self.text))

    def is_text(self) -> bool:
        """Say whether the pieces are surely a line of text: Chinese or Japanese, set without gaps."""
        gaps = [(b.top - a.bottom) / b.size for a, b in pairwise(self.pieces)]
        return self.n_chars() >= MIN_CHARS and len(gaps) > 0 and median(gaps) <= USUAL_GAP_EM


def join_vertical(lines: list[TextLine]) -> list[TextLine]:
    """Return the lines with every column of characters as one line that reads down (`turn` 1)."""
    pieces = [_Piece.of(line) for line in lines if _is_piece(line)]
    if sum(_CJK.search(piece.line.text) is not None for piece in pieces) < MIN_CHARS:
        return lines
    columns = _attach_ruby(_text_columns(_columns(pieces), lines))
    first = {id(column.pieces[0].line): column for column in columns}
    taken = {id(piece.line) for column in columns for piece in _all_pieces(column)}
    return [
        _line(first[id(line)]) if id(line) in first else line
        for line in lines
        if id(line) in first or id(line) not in taken
    ]


def _all_pieces(column: _Column) -> Iterator[_Piece]:
    yield from column.pieces
    for ruby in chain.from_iterable(column.readings.values()):
        yield from ruby.pieces


def _text_columns(columns: list[_Column], lines: list[TextLine]) -> list[_Column]:
    """Leave out what is none. On a vertical page, ends of paragraphs and spaced titles are columns too."""
    sure = [column for column in columns if column.is_text()]
    n_chars = sum(len(_CJK.findall(line.text)) for line in lines)
    if not sure or sum(column.n_chars() for column in sure) < MIN_VERTICAL * n_chars:
        return sure
    top, bottom = min(column.top for column in sure), max(column.bottom for column in sure)
    return [
        column
        for column in columns
        if column.n_chars() and (len(column.pieces) > 1 or top <= (column.top + column.bottom) / 2 <= bottom)
    ]


def _attach_ruby(columns: list[_Column]) -> list[_Column]:
    """Give small kana beside a column to it; return the other columns."""
    kana = [column for column in columns if _KANA.fullmatch(column.text)]
    ruby: set[int] = set()
    for small in kana:
        middle = (small.top + small.bottom) / 2
        for base in columns:
            size = base.pieces[0].size
            near = 0 < small.pieces[0].centre - base.pieces[0].centre <= MAX_RUBY_EM * size
            if near and small.pieces[0].size <= MAX_RUBY_SIZE * size and base.top < middle < base.bottom:
                n_before = sum(piece.top < max(middle, small.bottom - size / 4) for piece in base.pieces)
                base.readings.setdefault(n_before - 1, []).append(small)
                ruby.add(id(small))
                break
    return [column for column in columns if id(column) not in ruby]


def _is_piece(line: TextLine) -> bool:
    if line.slanted or line.turn > 1:
        return False
    if line.turn == 1:
        return True
    size = max(span.size_px for span in line.spans)
    n_chars = len(line.text.strip())
    few = n_chars <= (1 if _CJK.search(line.text) else MAX_UPRIGHT_CHARS)
    return few and max(line.box.x2 - line.box.x1, line.box.y2 - line.box.y1) <= MAX_SIDE_EM * size


def _columns(pieces: Iterable[_Piece]) -> list[_Column]:
    """Chain the pieces from top to bottom. Columns are looked up by where they stand across the page."""
    pieces = sorted(pieces, key=lambda piece: piece.place)
    step = max(1.0, 2 * OFF_CENTRE_EM * max(piece.size for piece in pieces))
    open_at: dict[int, list[_Column]] = defaultdict(list)
    columns: list[_Column] = []
    for piece in pieces:
        at = round(piece.centre / step)
        open_at[at] = [c for c in open_at[at] if piece.top - c.bottom <= 2 * step]
        near = [c for n in (at - 1, at, at + 1) for c in open_at[n] if c.takes(piece)]
        if near:
            column = min(near, key=lambda c: abs(c.pieces[-1].centre - piece.centre))
        else:
            column = _Column()
            columns.append(column)
            open_at[at].append(column)
        column.pieces.append(piece)
    return columns


def _line(column: _Column) -> TextLine:
    """Join the pieces. White space at both ends is not in the box: it is how paragraphs are indented."""
    inked = [n for n, piece in enumerate(column.pieces) if piece.line.text.strip()]
    first, last = inked[0], inked[-1]
    spans: list[Span] = []
    for span in _spans(column, first, last):
        if spans and _style(spans[-1]) == _style(span):
            before = spans[-1]
            spans[-1] = before._replace(text=before.text + span.text, box=cover([before.box, span.box]))
        else:
            spans.append(span)
    box = cover(piece.line.box for piece in column.pieces[first : last + 1])
    return TextLine(box, tuple(spans), turn=1)


def _spans(column: _Column, first: int, last: int) -> Iterator[Span]:
    """Yield the spans of the pieces; ruby follows in brackets, as HTML has it where it cannot be shown."""
    for n in range(first, last + 1):
        for span in column.pieces[n].line.spans:
            yield span._replace(text=_VERTICAL_FORM.sub(_plain_form, span.text))
        for ruby in column.readings.get(n, ()):
            yield ruby.pieces[0].line.spans[0]._replace(text=f"（{ruby.text}）")


def _style(span: Span) -> tuple[object, ...]:
    return (round(span.size_px, 1), span.font, span.bold, span.italic, span.mono, span.script, span.visible)


def _plain_form(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", form[0])
