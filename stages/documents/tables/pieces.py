"""The pieces of text in a table: lines, or parts of lines that run over several columns; baselines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from vlcorpus.schemas.documents.document import TextLine
from vlcorpus.schemas.inline import unmarked
from vlcorpus.schemas.page import clean_text
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.stages.documents.page.lines import SCRIPT_SPACE_EM, Line, join_texts

BASELINE_EM = 0.35  # ours: middles nearer than this share a baseline; an index stands 0.3 em off
# A number with its signs: currency, percent, brackets, note marks; a dash or "n/a" where a number is missing
_NUMERIC = re.compile(
    r"[(\[<>≤≥~≈±+\-–—−*†‡#$€£¥\s]*(?:US\$|[A-Z]{1,3}\$)?\d[\d.,:\s%‰°/()\[\]+\-–—−*†‡#±$€£¥×xX]*[a-zA-Z%]{0,2}\)?|"
    r"(?:[–—−\-.*†‡#…]|n\.?/?a\.?|N\.?/?A\.?|\(?[XxDZS]\)?|[.…]{2,})+"
)
_BULLET_ONLY = re.compile(r"[•●○◦▪■□‣⁃∙·◆◇➢➤❖➔]\Z")
_DRAWN_LINE = re.compile(r"[-=_]{5,}(?:[ +|]+[-=_]{5,})*")  # typewriters draw rules so
_NARROW = frozenset("iljI.,;:'|!ftr()[]/- ·")
_WIDE = frozenset("mwMW%@—")
_NO_SPACE = re.compile(r"\S+")
# One of several numbers on a line. Groups of a thousand, "5 (12)" and "3 ± 1" are one number.
_NUMBER = re.compile(r"[-+−–]?[$€£]?\d[\d.,]*[%*†‡]{0,2}|N/?A|[—–†‡#]")
_THOUSANDS = re.compile(r"\d{3}(?:[.,]\d+)?")
WIDE_EM = 0.9  # ours: white space inside a line that parts cells; words of justified text stand closer
_WORD_GAP_EM = 0.4  # ours: the most between words that the file holds apart; columns stand wider
_GLUED_EM = 0.15  # spans that are nearer hold parts of one word


Word = tuple[str, float, float]  # text, x1 and x2 in px


@dataclass(slots=True)
class TablePiece:
    """Text that belongs to one cell. Pixels of the page image."""

    x1: float
    y1: float
    x2: float
    y2: float
    text: str
    size: float
    bold: bool
    words: tuple[Word, ...] | None = None  # where each stands; None: to be told from the text
    first: int = 0  # the columns that it reaches over, both included
    last: int = 0

    @property
    def middle(self) -> float:
        return (self.y1 + self.y2) / 2

    @property
    def height(self) -> float:
        return self.y2 - self.y1

    @property
    def numeric(self) -> bool:
        return is_numeric(self.text)

    @property
    def bullet(self) -> bool:
        return bool(_BULLET_ONLY.match(self.text))


def is_numeric(text: str) -> bool:
    text = unmarked(text)
    return len(text) <= 24 and bool(_NUMERIC.fullmatch(text))


def pieces_of(lines: list[Line], texts: Iterable[TextLine] = ()) -> list[TablePiece]:
    """Return the pieces of lines, cut where spaces or numbers stand side by side.

    `texts` are what the lines were made of: they know the spaces, and where each span stands. A line of
    dashes is no text.
    """
    by_box = {text.box: text for text in texts if text.turn == 0}
    pieces = []
    for line in lines:
        if _DRAWN_LINE.fullmatch(line.text.strip()):
            continue
        raw = by_box.get(line.box)
        words = _span_words(raw) if raw is not None else ()
        piece = TablePiece(*line.box, line.text.strip(), line.size, line.bold)
        if words:
            piece = replace(piece, x1=words[0][1], x2=words[-1][2], words=tuple(words))
        pieces += _cut_wide(piece)
    return _joined(pieces)


def _joined(pieces: list[TablePiece]) -> list[TablePiece]:
    """Join pieces that are words of one text: some files hold every word by itself."""
    out: list[TablePiece] = []
    for row in baselines(pieces):
        for piece in row:
            last = out[-1] if out and piece is not row[0] else None
            if last is None or not _is_next_word(last, piece):
                out.append(piece)
                continue
            words = (*words_of(last), *words_of(piece))
            out[-1] = replace(
                part(last, words),
                y1=min(last.y1, piece.y1),
                y2=max(last.y2, piece.y2),
                bold=last.bold and piece.bold,
            )
    return out


def _is_next_word(last: TablePiece, piece: TablePiece) -> bool:
    gap = piece.x1 - last.x2
    both_numbers = last.numeric and piece.numeric
    return -_WORD_GAP_EM * last.size < gap < _WORD_GAP_EM * last.size and not both_numbers and not last.bullet


def words_of(piece: TablePiece) -> tuple[Word, ...]:
    return piece.words or tuple(_edges(piece.text, piece.x1, piece.x2))


def part(piece: TablePiece, words: tuple[Word, ...]) -> TablePiece:
    """Return the piece that some of the words are."""
    text = " ".join(word for word, _, _ in words)
    return replace(piece, x1=words[0][1], x2=words[-1][2], text=text, words=words)


def _cut_wide(piece: TablePiece) -> list[TablePiece]:
    if " " not in piece.text:
        return [piece]
    texts = unmarked(piece.text).split()
    numbers = all(_NUMBER.fullmatch(text) for text in texts) and not any(map(_THOUSANDS.fullmatch, texts[1:]))
    if not numbers and piece.words is None:
        return [piece]  # the text alone does not tell a wide space
    words = words_of(piece)
    apart = [numbers or b[1] - a[2] > WIDE_EM * piece.size for a, b in pairwise(words)]
    if not any(apart):
        return [piece]
    cuts = [0, *(i + 1 for i, cut in enumerate(apart) if cut), len(words)]
    return [part(piece, words[a:b]) for a, b in pairwise(cuts)]


def _span_words(raw: TextLine) -> list[Word]:
    """Return the words of a line as its spans have them."""
    words: list[Word] = []
    open_word = False  # the last span ended in a word
    for span in raw.spans:
        if not span.visible:
            continue
        found = _edges(span.marked, span.box.x1, span.box.x2, even=span.mono)
        glued = SCRIPT_SPACE_EM if span.script else _GLUED_EM
        near = words and found and found[0][1] - words[-1][2] <= glued * span.size_px
        if near and open_word and not span.text[:1].isspace():
            text, x1, _ = words.pop()
            found[0] = (text + found[0][0], x1, found[0][2])
        words += found
        if span.text:
            open_word = not span.text[-1].isspace()
    return words


def _edges(text: str, x1: float, x2: float, *, even: bool = False) -> list[Word]:
    """Return the words of a text with about where they stand, by the usual widths of characters.

    In typewriter type these are all equal (`even`).
    """
    if even:
        step = (x2 - x1) / max(1, len(text))
        return [(m.group(), x1 + m.start() * step, x1 + m.end() * step) for m in _NO_SPACE.finditer(text)]
    widths = [0.5 if c in _NARROW else 1.5 if c in _WIDE else 1.25 if c.isupper() else 1.0 for c in text]
    scale = (x2 - x1) / (sum(widths) or 1.0)
    edges = [x1]
    for width in widths:
        edges.append(edges[-1] + width * scale)
    return [(m.group(), edges[m.start()], edges[m.end()]) for m in _NO_SPACE.finditer(text)]


def baselines(pieces: list[TablePiece]) -> list[list[TablePiece]]:
    """Group pieces that stand on one line of print, from top to bottom, each from left to right."""
    rows: list[list[TablePiece]] = []
    middle = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if rows and piece.middle - middle <= BASELINE_EM * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
            middle += (piece.middle - middle) / len(rows[-1])
        else:
            rows.append([piece])
            middle = piece.middle
    for row in rows:
        row.sort(key=lambda piece: piece.x1)
    return rows


def cell_text(pieces: list[TablePiece]) -> str:
    """Join the pieces of a cell in the order of reading."""
    if len(pieces) == 1:
        return clean_text(scrub(join_texts([pieces[0].text])))
    ordered = [piece for row in baselines(pieces) for piece in row]
    return clean_text(scrub(join_texts([piece.text for piece in ordered])))
