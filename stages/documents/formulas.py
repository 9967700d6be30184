"""Display formulas: pieces set in fonts of formulas that stand apart from text, joined to one region each."""

import re

from schemas.document import Drawing, Glyph
from schemas.geometry import BoxPx
from stages.documents.formula_latex import formula_latex
from stages.documents.latex_symbols import FUNCTIONS
from stages.documents.lines import BULLET, Line

MIN_MATH = 0.5  # ours: of a piece's characters; a line of text with a few symbols has less
_NEAR_EM = 1.6  # ours: pieces of one formula are nearer; the next formula is a line away
_STACK_EM = 0.35  # ours: white space between a numerator and its bar, or a sum and its limits
_TEXT_NEAR_EM = 1.2  # ours: text beside a piece on its line makes it a part of that text
_BAR_EM = 0.6  # ours: between a fraction's bar and the boxes of what it parts
_MAX_BAR_PX = 4.0  # ours: 2 pt at 144 dpi
MIN_CHARS = 3
MIN_LONE_CHARS = 6  # ours: without a relation; a shorter one is the label of an axis or a point
MIN_MIXED = 0.15  # ours: of the characters of a line without words
MAX_PLAIN_CHARS = 12  # ours: of a piece without any character in a font of formulas: a numerator, a bracket
_WORD = re.compile(r"[^\W\d_]{3,}")
_ITEM = re.compile(r"\([a-z]\)\s")
_RELATION = re.compile(r"[=<>≤≥≈∼→∈⊂≡]")
_LABEL = re.compile(r"\(\s*[A-Z]?\d+(?:[.\-–]\d+)*[a-z]?\s*\)")  # (3.15a), at the margin


def display_formulas(lines: list[Line], drawings: list[Drawing], em: float) -> list[list[Line]]:
    """Return the pieces of each display formula. A line that holds formulas among words is none."""
    upright = [line for line in lines if line.upright]
    if not any(line.math > 0 for line in upright):
        return []
    pieces = [line for line in upright if _is_piece(line)]
    texts = [line for line in upright if not _is_piece(line) and not _LABEL.fullmatch(line.text)]
    bars = [d.box for d in drawings if d.is_rect and d.box.y2 - d.box.y1 <= _MAX_BAR_PX]
    return [
        group
        for group in _clusters(pieces, bars, em)
        if any(line.math >= MIN_MATH or (line.math > 0 and _RELATION.search(line.text)) for line in group)
        and _n_chars(group) >= (MIN_CHARS if any(_RELATION.search(n.text) for n in group) else MIN_LONE_CHARS)
        and not _is_inline(group, texts, em)
    ]


def _n_chars(group: list[Line]) -> int:
    return sum(len("".join(line.text.split())) for line in group)


def _is_piece(line: Line) -> bool:
    """Say whether a line may belong to a formula, digits and brackets of which are set in the text's font."""
    if BULLET.match(line.text) or _ITEM.match(line.text):
        return False
    wordless = all(word in FUNCTIONS for word in _WORD.findall(line.text))
    short = len(line.text) <= MAX_PLAIN_CHARS and not _LABEL.fullmatch(line.text)
    return line.math >= MIN_MATH or (wordless and (line.math >= MIN_MIXED or short))


def _clusters(pieces: list[Line], bars: list[BoxPx], em: float) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda line: (line.x1, line.y1)):
        near = [g for g in groups if any(_touch(piece, o, em) or _parted(piece, o, bars) for o in g)]
        for group in near[1:]:
            near[0].extend(group)
            groups.remove(group)
        if near:
            near[0].append(piece)
        else:
            groups.append([piece])
    return groups


def _parted(a: Line, b: Line, bars: list[BoxPx]) -> bool:
    """Say whether a fraction's bar stands between two pieces."""
    upper, lower = (a, b) if a.y1 < b.y1 else (b, a)
    reach = _BAR_EM * min(a.size, b.size)
    for bar in bars:
        over = min(upper.x2, bar.x2) > max(upper.x1, bar.x1) and abs(bar.y1 - upper.y2) < reach
        under = min(lower.x2, bar.x2) > max(lower.x1, bar.x1) and abs(lower.y1 - bar.y2) < reach
        if over and under:
            return True
    return False


def _touch(a: Line, b: Line, em: float) -> bool:
    """Say whether two pieces stand side by side on one line, or on top of each other."""
    dx = max(a.x1 - b.x2, b.x1 - a.x2)
    dy = max(a.y1 - b.y2, b.y1 - a.y2)
    size = max(em, min(a.size, b.size))
    beside = dx <= _NEAR_EM * size and dy < -0.2 * min(a.height, b.height)
    stacked = dx < 0 and dy <= _STACK_EM * size and min(a.size, b.size) < 0.85 * max(a.size, b.size, em)
    return beside or stacked


def _is_inline(group: list[Line], texts: list[Line], em: float) -> bool:
    x1, x2 = min(line.x1 for line in group), max(line.x2 for line in group)
    y1, y2 = min(line.y1 for line in group), max(line.y2 for line in group)
    for text in texts:
        middle = (text.y1 + text.y2) / 2
        gap = max(text.x1 - x2, x1 - text.x2)
        if y1 < middle < y2 and gap < _TEXT_NEAR_EM * em:
            return True
    return False


def read_formula(pieces: list[Line], glyphs: list[Glyph], drawings: list[Drawing]) -> str | None:
    """Return the formula's LaTeX; None where it is in doubt, or where glyphs are missing."""
    own = [glyph for glyph in glyphs if any(_stands_in(glyph, line.box) for line in pieces)]
    return formula_latex(own, drawings) if len(own) == _n_chars(pieces) else None


def _stands_in(glyph: Glyph, box: BoxPx) -> bool:
    x, y = (glyph.box.x1 + glyph.box.x2) / 2, (glyph.box.y1 + glyph.box.y2) / 2
    return box.x1 - 1 <= x <= box.x2 + 1 and box.y1 - 1 <= y <= box.y2 + 1


def linear_text(pieces: list[Line]) -> str:
    """Return the glyphs of a formula from left to right: what a text layer says of it, without structure."""
    return " ".join(line.text for line in sorted(pieces, key=lambda line: (line.x1, line.y1)))
