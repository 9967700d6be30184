"""Which lines may be pieces of display formulas, and where their ink stands."""

import re
from collections import defaultdict
from dataclasses import dataclass

from vlcorpus.schemas.documents.document import Glyph
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.latex_symbols import FUNCTIONS, LIMIT_WORDS, SIGNS_OF_RELATIONS
from vlcorpus.stages.documents.page.fonts import is_math_font
from vlcorpus.stages.documents.page.lines import BULLET, Line

# Limits are ours
MIN_MATH = 0.5  # share of a piece's characters that are math; a line of text with a few symbols has less
ALL_MATH = 0.95  # share from which a line is no item of a list: "1) (" is a piece of a fraction
MIN_MIXED = 0.15  # share that makes a piece of a line without words
MAX_PLAIN_CHARS = 12  # longest piece without a character in a font of formulas: a numerator, a bracket
MAX_WORDS = 3  # the most in a line that stands apart: "if x is even"
MAX_WORDS_IN_MATH = 5  # the most in a line that is mostly symbols
MIN_PROSE_WORDS = 4  # the fewest in a line from whose left side the indents of others are measured
INDENT_EM = 1.6  # least indent of a formula; the first line of a paragraph has less
LEADING_EM = 0.5  # the most between lines of prose; TeX leaves 10 pt around a display
LINE_EM = 1.3  # height of a line of prose; a taller one holds a fraction or tall brackets
HANGING_EM = 3.0  # the most by which the next line of a paragraph is indented
PROSE_EM = 8.0  # the most from a line up or down to the prose that its indent is measured from
ASCENT_EM, DESCENT_EM = 0.75, 0.25  # height and depth that every row is given at least
SPACE_EM = 0.15
_PROSE_WORD = re.compile(r"[^\W\d_Α-Ω]{3,}(?![^\W\d_]|\()")  # not an operator's name before its bracket
_DOTS = re.compile(r"[·.⋅ ]+")
_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})\)\s")
_NUMBERED = re.compile(r"\d{1,3}\.")  # what an exercise begins with, whose text is a formula
_NAMES = FUNCTIONS | LIMIT_WORDS | {"mod"}
LABEL = re.compile(r"\(\s*(?:[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?|[A-Z]\.\d+|[*∗†]+)\s*\)")  # (3.15a), at the margin


@dataclass(slots=True)
class FormulaPiece:
    line: Line
    box: BoxPx  # the box of its ink, at least as high as a row; in the page's frame
    words: int

    @property
    def has_relation(self) -> bool:
        return not SIGNS_OF_RELATIONS.isdisjoint(self.line.plain)


def pieces_of(lines: list[Line], glyphs: list[Glyph], em: float) -> tuple[list[FormulaPiece], list[Line]]:
    """Part lines into possible pieces of formulas, and text; labels of equations are neither."""
    by_line: dict[BoxPx, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        by_line[glyph.line].append(glyph)
    wordy = [line for line in lines if len(_PROSE_WORD.findall(line.plain)) >= 2 and line.math < MIN_MATH]
    prose = [line for line in wordy if len(_PROSE_WORD.findall(line.plain)) >= MIN_PROSE_WORDS]
    pieces: list[FormulaPiece] = []
    texts: list[Line] = []
    for line in sorted(lines, key=lambda line: line.y1):
        own = by_line[line.box] if line.box[:2] == (line.x1, line.y1) else []
        piece = FormulaPiece(
            line,
            _ink(line, own),
            sum(word not in _NAMES for word in _PROSE_WORD.findall(_upright(line, own))),
        )
        if _may_be(piece, prose, em) and not _is_of_paragraph(piece, texts, wordy, em):
            pieces.append(piece)
        elif not LABEL.fullmatch(line.plain):
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
        return line.plain
    text, right = "", glyphs[0].box.x1
    for glyph in glyphs:
        space = " " if glyph.box.x1 - right > SPACE_EM * glyph.size_px else ""
        text += space + (" " if is_math_font(glyph.font) and glyph.char.isalpha() else glyph.char)
        right = glyph.box.x2
    return text


def _may_be(piece: FormulaPiece, prose: list[Line], em: float) -> bool:
    line = piece.line
    if (
        (BULLET.match(line.plain) and not _DOTS.fullmatch(line.plain))
        or (_ITEM.match(line.plain) and line.math < ALL_MATH)
        or LABEL.fullmatch(line.plain)
        or _NUMBERED.fullmatch(line.plain)
    ):
        return False
    if line.math >= MIN_MATH:
        return piece.words <= MAX_WORDS_IN_MATH
    if not piece.words:
        short = len(line.plain) <= MAX_PLAIN_CHARS
        return short or line.math >= MIN_MIXED or (line.math > 0 and piece.has_relation)
    return piece.words <= MAX_WORDS and _is_indented(line, prose, em)


def _is_of_paragraph(piece: FormulaPiece, above: list[Line], below: list[Line], em: float) -> bool:
    """Say whether a line follows one of text as the next one of its paragraph, or comes right before one."""
    line = piece.line
    if piece.box.y2 - piece.box.y1 > LINE_EM * em:
        return False
    follows = any(
        -0.5 * em < line.y1 - text.y2 < LEADING_EM * em
        and -0.5 * em < line.x1 - text.x1 < HANGING_EM * em
        and text.x2 > line.x1
        and _PROSE_WORD.search(text.text)
        for text in above
    )
    return follows or any(
        -0.5 * em < text.y1 - line.y2 < LEADING_EM * em and abs(line.x1 - text.x1) < 0.5 * em
        for text in below
    )


def _is_indented(line: Line, prose: list[Line], em: float) -> bool:
    """Say whether a line begins and ends well within the column of the prose near it."""
    near = [
        p
        for p in prose
        if min(abs(p.y1 - line.y2), abs(line.y1 - p.y2)) < PROSE_EM * em and p.x1 < line.x2 and line.x1 < p.x2
    ]
    left, right = min((p.x1 for p in near), default=line.x1), max((p.x2 for p in near), default=line.x2)
    return left + INDENT_EM * em < line.x1 and line.x2 < right - INDENT_EM * em
