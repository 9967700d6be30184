"""Display formulas: pieces set in fonts of formulas that stand apart from text, joined to one region each."""

from collections.abc import Iterable
from itertools import combinations
from unicodedata import combining

from vlcorpus.schemas.documents.document import Drawing, Glyph
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.bars import MAX_BAR_PX
from vlcorpus.stages.documents.formulas.latex import formula_latex
from vlcorpus.stages.documents.formulas.pieces import LABEL, MIN_MATH, FormulaPiece, pieces_of
from vlcorpus.stages.documents.page.boxes import cover
from vlcorpus.stages.documents.page.fonts import NO_INK
from vlcorpus.stages.documents.page.lines import Line

# Limits are ours
NEAR_EM = 1.6  # pieces side by side in one formula are nearer
STACK_EM = 0.3  # pieces on top of each other are nearer, unless a bar parts them
TEXT_NEAR_EM = 2.0  # text beside a piece on its line makes it a part of that text
BAR_EM = 0.6  # the most between a fraction's bar and what it parts
ROW_EM = 0.75  # the most between rows of one formula: LaTeX leaves 0.5, and 1.2 to the next formula
MARGIN_EM = 0.4  # nothing else stands so near to a formula: limits are nearer, the next line is not
SCRIPT_SIZE = 0.8  # times the text's size; pieces that are all smaller are limits of a formula in a line
MIN_CHARS = 3
MIN_ROW_CHARS = 2  # the fewest of a formula with a relation, as in its row "= d"
MIN_LONE_CHARS = 6  # the fewest of a formula without a relation; a shorter one labels an axis or a point

Group = list[FormulaPiece]


def display_formulas(
    lines: list[Line], glyphs: list[Glyph], drawings: list[Drawing], em: float
) -> list[list[Line]]:
    """Return the pieces of each display formula. A line that holds formulas among words is none."""
    upright = [line for line in lines if line.upright]
    if not any(line.math > 0 for line in upright):
        return []
    pieces, texts = pieces_of(upright, glyphs, em)
    bars = [d.box for d in drawings if d.is_rect and d.box.y2 - d.box.y1 <= MAX_BAR_PX]
    groups = [group for group in _clusters(pieces, bars, em) if _is_formula(group, em)]
    labels = [line for line in upright if LABEL.fullmatch(line.plain)]
    joined = _join_rows(_displayed(groups, texts, em), labels, em)
    return [
        [piece.line for piece in group] for group in joined if _n_chars(p.line for p in group) >= MIN_CHARS
    ]


def _displayed(groups: list[Group], texts: list[Line], em: float) -> list[Group]:
    """Return the groups that stand in no line of text. What stands beside one that does is of that line."""
    inline = [group for group in groups if _is_inline(group, texts, em)]
    if not inline:
        return groups
    rest = [group for group in groups if not any(group is i for i in inline)]
    return _displayed(rest, [piece.line for group in inline for piece in group], em)


def _is_formula(group: Group, em: float) -> bool:
    if all(piece.line.size < SCRIPT_SIZE * em for piece in group):
        return False
    related = any(piece.has_relation for piece in group)
    is_math = any(p.line.math >= MIN_MATH or (p.line.math > 0 and p.has_relation) for p in group)
    return is_math and _n_chars(p.line for p in group) >= (MIN_ROW_CHARS if related else MIN_LONE_CHARS)


def _n_chars(lines: Iterable[Line]) -> int:
    return sum(char not in NO_INK and not combining(char) for line in lines for char in line.plain)


def _clusters(pieces: list[FormulaPiece], bars: list[BoxPx], em: float) -> list[Group]:
    groups: list[Group] = []
    for piece in sorted(pieces, key=lambda piece: (piece.box.x1, piece.box.y1)):
        near = [
            g for g in groups if any(_touch(piece, o, em) or _parted(piece.box, o.box, bars, em) for o in g)
        ]
        groups = [g for g in groups if not any(g is n for n in near)]
        groups.append([*(p for group in near for p in group), piece])
    return _side_by_side(groups, em)


def _side_by_side(groups: list[Group], em: float) -> list[Group]:
    """Join groups that stand on one line: a fraction has no piece at the height of the sign beside it."""
    boxes = [_box(group) for group in groups]
    for i, j in combinations(range(len(groups)), 2):
        if _beside(boxes[i], boxes[j], em):
            rest = [group for k, group in enumerate(groups) if k not in (i, j)]
            return _side_by_side([*rest, groups[i] + groups[j]], em)
    return groups


def _touch(a: FormulaPiece, b: FormulaPiece, em: float) -> bool:
    """Say whether two pieces stand side by side on one line, or on top of each other."""
    size = max(em, min(a.line.size, b.line.size))
    dx, dy = _gaps(a.box, b.box)
    return _beside(a.box, b.box, size) or (dx < 0 and dy <= STACK_EM * size)


def _beside(a: BoxPx, b: BoxPx, em: float) -> bool:
    dx, dy = _gaps(a, b)
    return dx <= NEAR_EM * em and dy < -0.2 * min(a.y2 - a.y1, b.y2 - b.y1)


def _gaps(a: BoxPx, b: BoxPx) -> tuple[float, float]:
    """Return the white space between two boxes, across and down; negative where they overlap."""
    return max(a.x1 - b.x2, b.x1 - a.x2), max(a.y1 - b.y2, b.y1 - a.y2)


def _parted(a: BoxPx, b: BoxPx, bars: list[BoxPx], em: float) -> bool:
    """Say whether a fraction's bar stands between two pieces."""
    upper, lower = (a, b) if a.y1 < b.y1 else (b, a)
    return any(
        min(upper.x2, bar.x2) > max(upper.x1, bar.x1)
        and min(lower.x2, bar.x2) > max(lower.x1, bar.x1)
        and abs(bar.y1 - upper.y2) < BAR_EM * em
        and abs(lower.y1 - bar.y2) < BAR_EM * em
        for bar in bars
    )


def _is_inline(group: Group, texts: list[Line], em: float) -> bool:
    x1, y1, x2, y2 = _box(group)
    return any(
        y1 < (text.y1 + text.y2) / 2 < y2 and max(text.x1 - x2, x1 - text.x2) < TEXT_NEAR_EM * em
        for text in texts
    )


def _box(group: Group) -> BoxPx:
    return cover([piece.box for piece in group])


def _join_rows(groups: list[Group], labels: list[Line], em: float) -> list[Group]:
    """Join formulas that stand under each other like lines of one, unless each has a number of its own."""
    out: list[Group] = []
    for group in sorted(groups, key=lambda group: _box(group).y1):
        box = _box(group)
        above = next((g for g in out if _is_next_row(_box(g), box, em)), None)
        if above is None or (_has_label(_box(above), labels) and _has_label(box, labels)):
            out.append(group)
        else:
            above.extend(group)
    return out


def _is_next_row(above: BoxPx, box: BoxPx, em: float) -> bool:
    return min(above.x2, box.x2) > max(above.x1, box.x1) and box.y1 - above.y2 < ROW_EM * em


def _has_label(box: BoxPx, labels: list[Line]) -> bool:
    return any(box.y1 < (label.y1 + label.y2) / 2 < box.y2 for label in labels)


def read_formula(pieces: list[Line], glyphs: list[Glyph], drawings: list[Drawing]) -> str | None:
    """Return the formula's LaTeX; None where it is in doubt, where glyphs are missing, or others intrude."""
    boxes = {line.box for line in pieces}
    own = [glyph for glyph in glyphs if glyph.line in boxes]
    others = [glyph for glyph in glyphs if glyph.line not in boxes]
    n_own = sum(not combining(glyph.char) for glyph in own)
    if not own or n_own != _n_chars(pieces) or _intrude(others, own):
        return None
    return formula_latex(own, drawings)


def _intrude(others: list[Glyph], own: list[Glyph]) -> bool:
    """Say whether other glyphs stand in a formula's box, or as near as limits stand to it."""
    ink = cover([glyph.box for glyph in own])
    margin = MARGIN_EM * max(glyph.size_px for glyph in own)
    return any(
        _gaps(glyph.box, ink)[0] < margin
        and ink.y1 - margin < (glyph.box.y1 + glyph.box.y2) / 2 < ink.y2 + margin
        for glyph in others
    )


def linear_text(pieces: list[Line]) -> str:
    """Return the glyphs of a formula from left to right: what a text layer says of it, without structure."""
    return " ".join(line.plain for line in sorted(pieces, key=lambda line: (line.x1, line.y1)))
