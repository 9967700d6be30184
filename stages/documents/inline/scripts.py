"""Superscripts and subscripts in lines of text: smaller glyphs on another baseline than their neighbours'."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from unicodedata import combining

from vlcorpus.schemas.documents.document import Glyph, Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.latex_symbols import BIG_OPERATORS, INTEGRALS
from vlcorpus.stages.documents.formulas.tex_extension import is_extension
from vlcorpus.stages.documents.page.boxes import cover
from vlcorpus.stages.documents.page.fonts import NO_INK
from vlcorpus.stages.documents.page.lines import SCRIPT_SPACE_EM

# Limits are ours, from the habits of typesetters. TeX sets scripts at 0.7 of the size, lowers them by 0.15 em
# and raises them by 0.36; Word and browsers set them at 0.58 to 0.83, and move them by 0.14 to 0.45 em.
FRACTION = 2  # of `Span.script`
SCRIPT_SIZE = 0.85  # times the size of the base; small capitals are as small, but on its baseline
MIN_SHIFT_EM, MAX_SHIFT_EM = 0.08, 0.8
GAP_EM = (-0.2, 0.35)  # from the end of its base to a script; the A of TeX's logos overlaps by 0.36
AFTER_EM = 1.0  # the most from a mark to the text that it opens, as of a footnote
_SIGNS = frozenset("′″‴'’\"”°∘◦º`´¨")  # what is small and high by itself
_OPERATORS = BIG_OPERATORS | INTEGRALS | {"√"}
_SLASHES = frozenset("/⁄∕")


def by_line(glyphs: Iterable[Glyph]) -> dict[BoxPx, list[Glyph]]:
    """Return the glyphs of each line by its box, in the order of its text, without combining marks."""
    found: dict[BoxPx, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if not combining(glyph.char):
            found[glyph.line].append(glyph)
    return found


def marks_by_line(glyphs: Iterable[Glyph]) -> dict[BoxPx, list[Glyph]]:
    """Return the combining marks of each line by its box."""
    found: dict[BoxPx, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if combining(glyph.char):
            found[glyph.line].append(glyph)
    return found


def mark_scripts(line: TextLine, glyphs: list[Glyph]) -> TextLine:
    """Return the line with its scripts as spans of their own. `glyphs` are all that it has, in its order.

    What is of a fraction keeps its span.
    """
    if not knows_all(line, glyphs):
        return line
    sides = [span.script for span in line.spans for char in span.text if is_inked(char)]
    plain = [i for i, side in enumerate(sides) if not side]
    for i, side in zip(plain, script_sides([glyphs[i] for i in plain]), strict=True):
        sides[i] = side
    return with_sides(line, glyphs, sides)


def with_sides(line: TextLine, glyphs: list[Glyph], sides: list[int]) -> TextLine:
    """Return the line with a span for each run of glyphs that have a side, as `Span.script` has it."""
    if not any(sides):
        return line
    return line._replace(spans=tuple(_split(line.spans, glyphs, sides)))


def knows_all(line: TextLine, glyphs: Sequence[Glyph]) -> bool:
    """Say whether an upright line has these glyphs and no others."""
    n_inked = sum(is_inked(char) for span in line.spans for char in span.text)
    return line.turn == 0 and len(glyphs) == n_inked > 0


def is_inked(char: str) -> bool:
    """Say whether a character of a line's text is one of its glyphs: marks are drawn on others."""
    return char not in NO_INK and not combining(char)


def script_sides(glyphs: list[Glyph]) -> list[int]:
    """Return for each glyph of a line whether it is a superscript (1), a subscript (-1), or neither."""
    sides = [0] * len(glyphs)
    base: Glyph | None = None
    operator: Glyph | None = None  # the operator before it, with nothing but scripts between
    for i, glyph in enumerate(glyphs):
        if is_operator(glyph):
            operator = glyph
            continue
        sides[i] = _limit_side(glyphs, i, operator) if operator else _side(glyphs, sides, i, base)
        if not sides[i]:
            base, operator = glyph, None
    for side, group in groupby(range(len(sides)), key=sides.copy().__getitem__):
        run = list(group)
        if side and all(glyphs[i].char in _SIGNS for i in run):
            sides[run[0] : run[-1] + 1] = [0] * len(run)
    return sides


def is_operator(glyph: Glyph) -> bool:
    """Say whether a glyph is larger than its row, and has a baseline of its own."""
    return glyph.char in _OPERATORS or is_extension(glyph.font)


def _limit_side(glyphs: list[Glyph], i: int, operator: Glyph) -> int:
    """Return the side of a glyph behind an operator: of a limit over or under it, of a script beside it."""
    main = max((g for g in glyphs if not is_operator(g)), key=lambda glyph: glyph.size_px)
    if glyphs[i].size_px <= SCRIPT_SIZE * operator.size_px:
        if glyphs[i].baseline_px < operator.box.y1:
            return 1
        if glyphs[i].box.y1 > operator.box.y2:
            return -1
    shift = _shift(glyphs[i], main)
    small = glyphs[i].size_px <= SCRIPT_SIZE * main.size_px and abs(shift) >= MIN_SHIFT_EM
    return (1 if shift > 0 else -1) if small else 0


def _side(glyphs: list[Glyph], sides: list[int], i: int, base: Glyph | None) -> int:
    glyph = glyphs[i]
    if base is None:
        return _opening(glyphs, i)
    shift = _shift(glyph, base)
    if glyph.size_px > SCRIPT_SIZE * base.size_px:
        return 0
    if abs(shift) < MIN_SHIFT_EM:
        fraction = i > 1 and base is glyphs[i - 1] and base.char in _SLASHES and sides[i - 2] > 0
        return -1 if fraction or (sides[i - 1] < 0 and _is_level(glyph, glyphs[i - 1])) else 0
    side = 1 if shift > 0 else -1
    before = glyphs[i - 1] if sides[i - 1] == side else base
    gap = (glyph.box.x1 - before.box.x2) / base.size_px
    if gap > GAP_EM[1]:
        return _opening(glyphs, i)
    return side if abs(shift) <= MAX_SHIFT_EM and gap >= GAP_EM[0] else 0


def _opening(glyphs: list[Glyph], i: int) -> int:
    """Return 1 for a raised mark before the text that it belongs to: of a footnote, of an isotope."""
    after = next((g for g in glyphs[i:] if glyphs[i].size_px <= SCRIPT_SIZE * g.size_px), None)
    if after is None:
        return 0
    near = after.box.x1 - glyphs[i].box.x2 <= AFTER_EM * after.size_px
    return int(near and MIN_SHIFT_EM <= _shift(glyphs[i], after) <= MAX_SHIFT_EM)


def _shift(glyph: Glyph, base: Glyph) -> float:
    """Return how far a glyph stands above its base, in em of the base."""
    return (base.baseline_px - glyph.baseline_px) / base.size_px


def _is_level(a: Glyph, b: Glyph) -> bool:
    return abs(a.baseline_px - b.baseline_px) < MIN_SHIFT_EM * a.size_px


def _split(spans: tuple[Span, ...], glyphs: list[Glyph], sides: list[int]) -> list[Span]:
    """Return the spans, cut where scripts begin and end, the spaces left out that a reader does not see."""
    out: list[Span] = []
    start = 0
    for span in spans:
        inked = [i for i, char in enumerate(span.text) if is_inked(char)]
        end = start + len(inked)
        if not any(sides[start:end]):
            out.append(span)
            start = end
            continue
        done = 0
        for side, group in groupby(range(start, end), key=sides.__getitem__):
            run = list(group)
            first, last = inked[run[0] - start], inked[run[-1] - start]
            piece = _piece(span, glyphs[run[0] : run[-1] + 1], side)._replace(text=span.text[done : last + 1])
            if side and run[0] and not _is_apart(glyphs[run[0] - 1], glyphs[run[0]]):
                piece = piece._replace(text=span.text[first : last + 1])
                out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
            if side and out and out[-1].script == side and not out[-1].text.endswith(" "):
                begun = out.pop()
                piece = begun._replace(text=begun.text + piece.text, box=cover([begun.box, piece.box]))
            out.append(piece)
            done = last + 1
        if span.text[done:]:
            out.append(span._replace(text=span.text[done:]))
        start = end
    return out


def _piece(span: Span, glyphs: list[Glyph], side: int) -> Span:
    left, right = min(glyph.box.x1 for glyph in glyphs), max(glyph.box.x2 for glyph in glyphs)
    return span._replace(box=BoxPx(left, span.box.y1, max(right, left + 0.1), span.box.y2), script=side)


def _is_apart(before: Glyph, script: Glyph) -> bool:
    """Say whether a reader sees a space before a script: files often have none, and MuPDF sees one."""
    if script.box.x1 < before.box.x2:  # over or under another one
        return False
    return script.box.x1 - before.box.x2 > SCRIPT_SPACE_EM * max(script.size_px, before.size_px)
