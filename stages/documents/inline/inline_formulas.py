"""Formulas within lines of text as LaTeX, read like display formulas: what is in doubt is not read.

A doubt that stands on one baseline in one size is text like any other; one with a structure (scripts, a
fraction, a root) would be flattened, and is unread.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vlcorpus.schemas.documents.document import Drawing, Glyph, Span, TextLine
from vlcorpus.schemas.inline import Inline, marked
from vlcorpus.stages.documents.formulas.latex import formula_latex
from vlcorpus.stages.documents.formulas.latex_symbols import BIG_OPERATORS, INTEGRALS
from vlcorpus.stages.documents.inline.formula_runs import SPACE_EM, formula_runs
from vlcorpus.stages.documents.inline.scripts import SCRIPT_SIZE, is_inked, is_operator, knows_all
from vlcorpus.stages.documents.page.boxes import contains, cover
from vlcorpus.stages.documents.page.fonts import NO_CHARACTER, NO_INK, is_math_font

ITALIC_EM = 0.22  # ours: a gap behind a sign of a formula up to which it is its slant, and no space
CUT_EM = 0.35  # ours: how far from a formula a small glyph may be one of its limits; the next line is not
LEVEL_EM = 0.05  # ours: baselines of plain text differ by less


@dataclass(slots=True)
class _Char:
    """A character of the line's text, with the span that it is from. White space has no glyph."""

    text: str
    span: Span
    glyph: Glyph | None
    run: int = -1  # the formula that it is of


def mark_formulas(
    line: TextLine,
    glyphs: Sequence[Glyph],
    marks: Sequence[Glyph],
    drawings: Sequence[Drawing],
    others: Sequence[Glyph] = (),
) -> TextLine:
    """Return the line with its formulas as spans of their own: with their LaTeX, or unread.

    `glyphs` are all that the line has, in its order, but for combining `marks`; its scripts are known. No
    glyph of `others`, from other lines, may stand within a formula.
    """
    if not knows_all(line, glyphs):
        return line
    chars = _chars(line, glyphs)
    signs = [char for char in chars if char.glyph is not None]
    spaced = _spaced(chars)
    runs = formula_runs(glyphs, [char.span.script for char in signs], spaced)
    for number, (start, end) in enumerate(runs):
        first, last = chars.index(signs[start]), chars.index(signs[end - 1])
        for char in chars[first : last + 1]:
            char.run = number
    if not runs:
        return line
    return line._replace(spans=tuple(_spans(chars, marks, drawings, [*glyphs, *others])))


def _chars(line: TextLine, glyphs: Sequence[Glyph]) -> list[_Char]:
    following = iter(glyphs)
    return [
        _Char(char, span, next(following, None) if is_inked(char) else None)
        for span in line.spans
        for char in span.text
    ]


def _spaced(chars: list[_Char]) -> list[bool]:
    """Return for each inked character whether white space is before it, written or only seen."""
    out: list[bool] = []
    last: Glyph | None = None
    space = False
    for char in chars:
        if char.glyph is None:
            space |= char.text in NO_INK
            continue
        gap = 0.0 if last is None else (char.glyph.box.x1 - last.box.x2) / char.glyph.size_px
        if last is not None and is_math_font(last.font):
            space = gap > ITALIC_EM
        out.append(space or (gap > SPACE_EM and not char.span.script))
        last, space = char.glyph, False
    return out


def _spans(
    chars: list[_Char], marks: Sequence[Glyph], drawings: Sequence[Drawing], all_glyphs: Sequence[Glyph]
) -> Iterable[Span]:
    for (run, _), group in groupby(chars, key=lambda char: (char.run, id(char.span) if char.run < 0 else 0)):
        part = list(group)
        span = part[0].span
        text = "".join(char.text for char in part)
        seen = [char.glyph for char in part if char.glyph is not None]
        if not seen:
            yield span._replace(text=text)
            continue
        box = cover([glyph.box for glyph in seen])
        box = span.box._replace(x1=box.x1, x2=box.x2)
        if run < 0:
            yield span._replace(text=text, box=span.box if text == span.text else box)
            continue
        on = [m for m in marks if contains(box, m.box)]
        sides = [char.span.script for char in part if char.glyph is not None]
        latex = None
        if not _is_cut(seen, all_glyphs):
            alone = len(seen) > 1 and is_operator(seen[0]) and all(sides[1:])
            latex = _with_limits(seen, sides) if alone else _latex([*seen, *on], drawings)
        if latex is not None:
            yield span._replace(text=text, box=box, script=0, latex=latex)
        elif is_flat(seen) and not on:
            yield from _as_they_were(part)
        else:
            yield span._replace(text=text, box=box, script=0, unread=True)


def _as_they_were(part: list[_Char]) -> Iterable[Span]:
    for _, group in groupby(part, key=lambda char: id(char.span)):
        chars = list(group)
        yield chars[0].span._replace(text="".join(char.text for char in chars))


def _with_limits(glyphs: list[Glyph], sides: list[int]) -> str | None:
    """Return the LaTeX of an operator with limits, whose row goes on in another line; None in doubt."""
    latex = formula_latex(glyphs[:1], [])
    for mark, side in (("_", -1), ("^", 1)):
        limit = [glyph for glyph, own in zip(glyphs, sides, strict=True) if own == side]
        if limit:
            part = _latex(limit, [])
            latex = None if latex is None or part is None else f"{latex}{mark}{{{part}}}"
    return latex


def _latex(glyphs: list[Glyph], drawings: Sequence[Drawing]) -> str | None:
    """Return the LaTeX of a formula; None where it is in doubt, or no row."""
    latex = formula_latex(glyphs, list(drawings))
    if latex is None:
        return None
    try:
        marked(Inline.FORMULA, latex)
    except ValueError:
        return None
    return latex


def _is_cut(own: Sequence[Glyph], all_glyphs: Sequence[Glyph]) -> bool:
    """Say whether a small glyph that is not of the formula stands where its scripts and limits do."""
    ink = cover([glyph.box for glyph in own])
    size = max(glyph.size_px for glyph in own)
    ids = set(map(id, own))
    return any(
        glyph.size_px <= SCRIPT_SIZE * size
        and id(glyph) not in ids
        and ink.x1 < (glyph.box.x1 + glyph.box.x2) / 2 < ink.x2
        and ink.y1 - CUT_EM * size < (glyph.box.y1 + glyph.box.y2) / 2 < ink.y2 + CUT_EM * size
        for glyph in all_glyphs
    )


def is_flat(glyphs: Sequence[Glyph]) -> bool:
    """Say whether signs stand on one baseline in one size, so that plain text says all of them."""
    size = max(glyph.size_px for glyph in glyphs)
    levels = [glyph.baseline_px for glyph in glyphs]
    return (
        min(glyph.size_px for glyph in glyphs) > SCRIPT_SIZE * size
        and max(levels) - min(levels) < LEVEL_EM * size
        and not any(
            g.char in BIG_OPERATORS or g.char in INTEGRALS or g.char in "√" + NO_CHARACTER for g in glyphs
        )
    )
