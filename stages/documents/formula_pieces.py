"""Which lines may be pieces of display formulas, and where their ink stands."""

import re
from collections import defaultdict
from dataclasses import dataclass

from schemas.document import Glyph
from schemas.geometry import BoxPx
from stages.documents.latex_symbols import FUNCTIONS, LIMIT_WORDS, SIGNS_OF_RELATIONS
from stages.documents.lines import BULLET, Line
from stages.documents.math_fonts import is_math_font

# Limits are ours
MIN_MATH = 0.5  # of a piece's characters; a line of text with a few symbols has less
MIN_MIXED = 0.15  # of the characters of a line without words
MAX_PLAIN_CHARS = 12  # of a piece without any character in a font of formulas: a numerator, a bracket
MAX_WORDS = 3  # of a line that stands apart: "if x is even"
MIN_PROSE_WORDS = 4  # of a line by whose left side others are indented
INDENT_EM = 1.6  # more than the first line of a paragraph has
PROSE_EM = 8.0  # from a line up or down to the prose that it is indented by
ASCENT_EM, DESCENT_EM = 0.75, 0.25  # of a row, whatever it holds
SPACE_EM = 0.15
_WORD = re.compile(r"[^\W\d_Α-Ω]{3,}(?![^\W\d_]|\()")  # an operator's name before its bracket is none
_DOTS = re.compile(r"[·.⋅ ]+")
_ITEM = re.compile(r"\([a-z]\)\s")
_NAMES = FUNCTIONS | LIMIT_WORDS | {"mod"}
LABEL = re.compile(r"\(\s*(?:[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?|[A-Z]\.\d+|[*∗†]+)\s*\)")  # (3.15a), at the margin


@dataclass(slots=True)
class Piece:
    line: Line
    box: BoxPx  # of its ink, and no less than a row is high; in the page's frame
    words: int

    @property
    def has_relation(self) -> bool:
        return not SIGNS_OF_RELATIONS.isdisjoint(self.line.text)


def pieces_of(lines: list[Line], glyphs: list[Glyph], em: float) -> tuple[list[Piece], list[Line]]:
    """Part lines into possible pieces of formulas, and text; labels of equations are neither."""
    by_line: dict[BoxPx, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        by_line[glyph.line].append(glyph)
    prose = [
        line for line in lines if len(_WORD.findall(line.text)) >= MIN_PROSE_WORDS and line.math < MIN_MATH
    ]
    pieces: list[Piece] = []
    texts: list[Line] = []
    for line in lines:
        own = by_line[line.box] if line.box[:2] == (line.x1, line.y1) else []
        piece = Piece(
            line, _ink(line, own), sum(word not in _NAMES for word in _WORD.findall(_upright(line, own)))
        )
        if _may_be(piece, prose, em):
            pieces.append(piece)
        elif not LABEL.fullmatch(line.text):
            texts.append(line)
    return pieces, texts


def _ink(line: Line, glyphs: list[Glyph]) -> BoxPx:
    if not glyphs:
        return BoxPx(line.x1, line.y1, line.x2, line.y2)
    return BoxPx(
        line.x1,
        min(min(g.box.y1, g.baseline_px - ASCENT_EM * g.size_px) for g in glyphs),
        line.x2,
        max(max(g.box.y2, g.baseline_px + DESCENT_EM * g.size_px) for g in glyphs),
    )


def _upright(line: Line, glyphs: list[Glyph]) -> str:
    """Return the text of a line without what is set in fonts of formulas."""
    if not glyphs:
        return line.text
    text, right = "", glyphs[0].box.x1
    for glyph in glyphs:
        space = " " if glyph.box.x1 - right > SPACE_EM * glyph.size_px else ""
        text += space + (" " if is_math_font(glyph.font) and glyph.char.isalpha() else glyph.char)
        right = glyph.box.x2
    return text


def _may_be(piece: Piece, prose: list[Line], em: float) -> bool:
    line = piece.line
    if (
        (BULLET.match(line.text) and not _DOTS.fullmatch(line.text))
        or _ITEM.match(line.text)
        or LABEL.fullmatch(line.text)
    ):
        return False
    if line.math >= MIN_MATH:
        return True
    if not piece.words:
        short = len(line.text) <= MAX_PLAIN_CHARS
        return short or line.math >= MIN_MIXED or (line.math > 0 and piece.has_relation)
    return piece.words <= MAX_WORDS and _is_indented(line, prose, em)


def _is_indented(line: Line, prose: list[Line], em: float) -> bool:
    """Say whether a line begins and ends well within the column of the prose near it."""
    near = [
        p
        for p in prose
        if min(abs(p.y1 - line.y2), abs(line.y1 - p.y2)) < PROSE_EM * em and p.x1 < line.x2 and line.x1 < p.x2
    ]
    left, right = min((p.x1 for p in near), default=line.x1), max((p.x2 for p in near), default=line.x2)
    return left + INDENT_EM * em < line.x1 and line.x2 < right - INDENT_EM * em
