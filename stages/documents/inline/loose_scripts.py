"""Scripts and limits that a file's lines hold apart from what they belong to, put behind it.

MuPDF begins another line where the baseline jumps: the subscript under a superscript, the limit under an
operator, or all that follows a script.
"""

from itertools import pairwise

from vlcorpus.schemas.documents.document import Glyph, Span, TextLine
from vlcorpus.stages.documents.formulas.latex_symbols import BIG_OPERATORS
from vlcorpus.stages.documents.inline.held_lines import HeldLine, hold, insert, inserted, put_back
from vlcorpus.stages.documents.inline.scripts import (
    GAP_EM,
    MAX_SHIFT_EM,
    MIN_SHIFT_EM,
    SCRIPT_SIZE,
    is_inked,
    is_operator,
)

_NO_BASES = frozenset("=<>+−")  # signs with something of its own behind them
MAX_CHARS = 24  # ours: the most of a script or a limit that stands alone
CENTRE_EM = 0.35  # ours: the most between the middles of a limit and of its operator
HALF_EM = 0.5  # ours: the most by which a script goes over the top or the foot of its operator
LIMIT_EM = 1.7  # ours: the most from the middle of an operator to the baseline of its limit


def join_loose_scripts(lines: list[TextLine], glyphs: list[Glyph]) -> tuple[list[TextLine], list[Glyph]]:
    """Return the lines with loose scripts in the lines of their bases, and the glyphs by their new lines."""
    held = [_in_order(one) for one in hold(lines, glyphs)]
    gone: list[HeldLine] = []
    for one in sorted((one for one in held if _may_be_loose(one)), key=lambda one: one.size):
        for host in held:
            if host is one or any(host is g for g in gone) or (at := _base_of(one, host)) is None:
                continue
            insert(one, host, at)
            gone.append(one)
            break
    return put_back(held, gone, lines, glyphs)


def _in_order(one: HeldLine) -> HeldLine:
    """Put a script behind its base that the file draws later, at the end of their line."""
    em = one.size
    for i, (before, glyph) in enumerate(pairwise(one.glyphs), 1):
        late = one.glyphs[i:]
        back = glyph.box.x2 < before.box.x1 - em and len(late) <= MAX_CHARS
        if not back or any(g.size_px > SCRIPT_SIZE * em for g in late):
            continue
        spans = tuple(inserted(one.line.spans, i, ()))
        n = _n_spans(spans, i)
        head = HeldLine(one.line._replace(spans=spans[:n]), one.glyphs[:i], one.was)
        tail = HeldLine(one.line._replace(spans=spans[n:]), late, [])
        if (at := _base_of(tail, head)) is not None:
            insert(tail, head, at)
            return head
    return one


def _n_spans(spans: tuple[Span, ...], n_inked: int) -> int:
    """Return how many spans hold the first `n_inked` inked characters, which end with a span."""
    seen = 0
    for n, span in enumerate(spans):
        if seen == n_inked:
            return n
        seen += sum(map(is_inked, span.text))
    return len(spans)


def _may_be_loose(one: HeldLine) -> bool:
    """Say whether a line is short, or begins with a script."""
    return len(one.glyphs) <= MAX_CHARS or one.glyphs[0].size_px <= SCRIPT_SIZE * one.size


def _base_of(one: HeldLine, host: HeldLine) -> int | None:
    """Return the place in `host` of the glyph that `one` goes on behind: with its script, or its limit."""
    first, box = one.glyphs[0], one.line.box
    if box.y2 < host.line.box.y1 - host.size or box.y1 > host.line.box.y2 + host.size:
        return None
    small = one.size <= SCRIPT_SIZE * host.size
    end = max(glyph.box.x2 for glyph in one.glyphs)
    for i, base in enumerate(host.glyphs):
        if small and base.char in BIG_OPERATORS and _is_limit(one, base):
            return i
        beside = _is_beside(first, base) if is_operator(base) else _is_script(first, base)
        if not (beside and base.size_px > SCRIPT_SIZE * host.size):
            continue
        after = next((g for g in host.glyphs[i + 1 :] if g.size_px > SCRIPT_SIZE * base.size_px), None)
        if after is None:
            return i if small else len(host.glyphs) - 1
        if small and after.box.x1 > end + GAP_EM[0] * base.size_px:
            return i
    return None


def _is_script(glyph: Glyph, base: Glyph) -> bool:
    shift = abs(base.baseline_px - glyph.baseline_px) / base.size_px
    gap = (glyph.box.x1 - base.box.x2) / base.size_px
    small = glyph.size_px <= SCRIPT_SIZE * base.size_px
    small = small and base.char not in _NO_BASES
    return small and MIN_SHIFT_EM <= shift <= MAX_SHIFT_EM and GAP_EM[0] <= gap <= GAP_EM[1]


def _is_beside(glyph: Glyph, operator: Glyph) -> bool:
    """Say whether a small glyph is a script beside an operator."""
    em = operator.size_px
    gap = (glyph.box.x1 - operator.box.x2) / em
    level = operator.box.y1 - HALF_EM * em < glyph.baseline_px < operator.box.y2 + HALF_EM * em
    return level and glyph.size_px <= SCRIPT_SIZE * em and GAP_EM[0] <= gap <= GAP_EM[1]


def _is_limit(one: HeldLine, operator: Glyph) -> bool:
    left, right = min(g.box.x1 for g in one.glyphs), max(g.box.x2 for g in one.glyphs)
    off = abs(left + right - operator.box.x1 - operator.box.x2) / 2
    away = abs(one.glyphs[0].baseline_px - (operator.box.y1 + operator.box.y2) / 2)
    return off <= CENTRE_EM * operator.size_px and away <= LIMIT_EM * operator.size_px
