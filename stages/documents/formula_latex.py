"""Display formulas as LaTeX, from the places of their glyphs and bars, where these leave no doubt.

Fractions and roots are composed from the inside out, then what remains is a row: atoms on a baseline, with
scripts, limits and accents. What does not fit (matrices, cases, aligned lines) is left to a reader of
regions. The glyphs come from the file, so the characters are never guessed.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from schemas.document import Drawing, Glyph
from schemas.geometry import BoxPx
from stages.documents.formula_atoms import AXIS_EM, Atom, AtomKind, Unreadable, atoms_of, join_words

# Limits are ours. TeX sets scripts at 0.7 and 0.5 of the size, raises them by 0.36 em, lowers them by 0.15.
SCRIPT_SIZE = 0.85  # of the row's; smaller is a script
LEVEL_EM = 0.2  # between baselines of one row
RAISED_EM = 0.1
LOWERED_EM = 0.04
COMPOSED_EM = 0.55  # between the axis and the bar of a fraction in the row
BAR_EM = 0.14  # the thickest bar
MIN_BAR_EM = 0.3  # the shortest
REACH_EM = 2.5  # from a bar to what it parts, unless that was composed
QUAD_EM = 0.9  # between two atoms; TeX's quad is 1
LIMIT_EM = 0.55  # from the axis of an operator to the middle of its limits
OVERLAP = 0.4  # of the narrower of two neighbours; more is a stack

_OPENING, _CLOSING = (
    frozenset("([") | {r"\{", r"\lfloor", r"\lceil", r"\langle"},
    frozenset(")]") | {r"\}", r"\rfloor", r"\rceil", r"\rangle"},
)
_NO_BASE = frozenset("=+-<>,;:/(") | {
    r"\leq",
    r"\geq",
    r"\neq",
    r"\times",
    r"\cdot",
    r"\approx",
    r"\equiv",
    r"\sim",
}


@dataclass(slots=True)
class _Bar:
    """A drawn line, or the sign of a root that was drawn as a shape."""

    x1: float
    x2: float
    y: float
    root: float | None = None  # y of its foot


def formula_latex(glyphs: list[Glyph], drawings: list[Drawing]) -> str | None:
    """Return the LaTeX of a formula, without delimiters; None where its structure is in doubt."""
    if not glyphs:
        return None
    try:
        atoms = atoms_of(glyphs)
        bars = _bars(glyphs, drawings)
        for i, bar in enumerate(bars):
            atoms = _compose(atoms, bar, bars[i + 1 :])
        if any(atom.kind is AtomKind.ROOT_SIGN for atom in atoms):
            raise Unreadable("a root without its bar")
        return _row(atoms)
    except Unreadable:
        return None


def _bars(glyphs: list[Glyph], drawings: list[Drawing]) -> list[_Bar]:
    """Return the bars in the formula, the narrowest first. The line over a root belongs to its sign."""
    em = max(glyph.size_px for glyph in glyphs)
    x1, x2 = min(g.box.x1 for g in glyphs) - em, max(g.box.x2 for g in glyphs) + em
    y1, y2 = min(g.baseline_px for g in glyphs) - 1.5 * em, max(g.baseline_px for g in glyphs) + em
    near = [d for d in drawings if x1 <= d.box.x1 and d.box.x2 <= x2 and y1 <= d.box.y1 and d.box.y2 <= y2]
    roots = [d.box for d in near if not d.is_rect and _is_root(d.box, glyphs)]
    bars = [_Bar(box.x1, box.x2, box.y1, root=box.y2) for box in roots]
    for drawing in near:
        box = drawing.box
        thin = drawing.is_rect and box.y2 - box.y1 <= max(2.0, BAR_EM * em)
        over = any(
            abs(box.x2 - r.x2) < 2 and abs(box.y1 - r.y1) < 0.2 * em and box.x1 > r.x1 + 2 for r in roots
        )
        if thin and box.x2 - box.x1 >= MIN_BAR_EM * em and not over:
            bars.append(_Bar(box.x1, box.x2, (box.y1 + box.y2) / 2))
    if sum(not d.is_rect and _is_inside(d.box, glyphs) for d in near) > len(roots):
        raise Unreadable("a shape that is no root")
    return sorted(bars, key=lambda bar: bar.x2 - bar.x1)


def _is_inside(box: BoxPx, glyphs: list[Glyph]) -> bool:
    x, y = (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2
    across = min(g.box.x1 for g in glyphs) <= x <= max(g.box.x2 for g in glyphs)
    return across and min(g.baseline_px for g in glyphs) - box.y2 + box.y1 <= y <= max(
        g.baseline_px for g in glyphs
    )


def _is_root(box: BoxPx, glyphs: list[Glyph]) -> bool:
    """Say whether a shape is a root: something stands in it, but not at its left, where the sign is."""
    inside = [
        g for g in glyphs if box.x1 < (g.box.x1 + g.box.x2) / 2 < box.x2 and box.y1 < g.baseline_px < box.y2
    ]
    return bool(inside) and min(g.box.x1 for g in inside) - box.x1 > 0.3 * min(g.size_px for g in inside)


def _compose(atoms: list[Atom], bar: _Bar, wider: list[_Bar]) -> list[Atom]:
    """Replace what a bar parts or covers by one atom; a bar that does neither is no part of the formula."""
    span = [
        a for a in atoms if bar.x1 - 0.15 * a.size <= a.x <= bar.x2 + 0.15 * a.size and _near(a, bar, wider)
    ]
    above = [a for a in span if a.middle < bar.y]
    below = [a for a in span if a.middle >= bar.y and (bar.root is None or a.middle < bar.root)]
    if bar.root is not None:
        return _replaced(atoms, below, _root(below, bar.x1, bar.x2))
    sign = next((a for a in atoms if a.kind is AtomKind.ROOT_SIGN and _is_sign(a, bar)), None)
    if sign is not None and below:
        below = [a for a in below if a is not sign]
        return _replaced(atoms, [sign, *below], _root(below, sign.x1, bar.x2))
    if above and below:
        numerator, denominator = _row(above), _row(below)
        size = max(a.size for a in span)
        made = Atom(bar.x1, bar.x2, size, bar.y + AXIS_EM * size, rf"\frac{{{numerator}}}{{{denominator}}}")
        made.kind = AtomKind.COMPOSED
        return _replaced(atoms, span, made)
    if below and min(a.middle for a in below) - bar.y < 0.8 * below[0].size:
        size, baseline = _row_metrics(below)
        made = Atom(
            min(a.x1 for a in below), max(a.x2 for a in below), size, baseline, rf"\overline{{{_row(below)}}}"
        )
        return _replaced(atoms, below, made)
    if any(a.x1 <= bar.x1 and bar.x2 <= a.x2 for a in atoms) or span:
        raise Unreadable("a bar that parts nothing")
    return atoms


def _near(atom: Atom, bar: _Bar, wider: list[_Bar]) -> bool:
    """Say whether nothing stands between an atom and a bar, and they are near enough to belong together."""
    reach = REACH_EM * atom.size * (2 if atom.kind is AtomKind.COMPOSED else 1)
    low, high = sorted((atom.middle, bar.y))
    between = any(low < other.y < high and other.x1 <= atom.x <= other.x2 for other in wider)
    return high - low <= reach and not between


def _is_sign(atom: Atom, bar: _Bar) -> bool:
    return (
        abs(atom.x2 - bar.x1) < 0.3 * atom.size
        and atom.baseline - 1.2 * atom.size < bar.y < atom.baseline + atom.size
    )


def _root(inside: list[Atom], x1: float, x2: float) -> Atom:
    if not inside:
        raise Unreadable("an empty root")
    size, baseline = _row_metrics(inside)
    return Atom(x1, x2, size, baseline, rf"\sqrt{{{_row(inside)}}}", AtomKind.COMPOSED)


def _replaced(atoms: list[Atom], gone: list[Atom], made: Atom) -> list[Atom]:
    return [a for a in atoms if not any(a is g for g in gone)] + [made]


def _row_metrics(atoms: list[Atom]) -> tuple[float, float]:
    """Return size and baseline of the row that the largest atoms stand in."""
    size = max(atom.size for atom in atoms)
    large = [a for a in atoms if a.size >= SCRIPT_SIZE * size]
    plain = [a for a in large if a.kind in (AtomKind.GLYPH, AtomKind.LETTER)] or large
    return size, median(a.baseline for a in plain)


def _row(atoms: list[Atom]) -> str:
    """Return the LaTeX of atoms in a row with their scripts, limits and accents."""
    atoms = join_words(_accented(atoms))
    size, baseline = _row_metrics(atoms)
    main = [a for a in atoms if _is_main(a, size, baseline)]
    scripts = [a for a in atoms if not any(a is m for m in main)]
    if not main or any(a.size >= SCRIPT_SIZE * size and a.kind is not AtomKind.COMPOSED for a in scripts):
        raise Unreadable("more than one row")
    for a, b in pairwise(main):
        if min(a.x2, b.x2) - b.x1 > OVERLAP * min(a.x2 - a.x1, b.x2 - b.x1):
            raise Unreadable("a stack")
    if sum(a.latex in _OPENING for a in main) != sum(a.latex in _CLOSING for a in main):
        raise Unreadable("brackets that do not match")
    out: list[str] = []
    right = main[0].x1
    for atom, following in zip(main, [*main[1:], None], strict=True):
        limits = _limits(atom, scripts, size)
        scripts = [a for a in scripts if not any(a is limit for limit in limits)]
        end = following.x1 if following else float("inf")
        own = [a for a in scripts if atom.x < a.x <= end + 0.1 * size and a.x1 < end]
        scripts = [a for a in scripts if not any(a is o for o in own)]
        if own and atom.latex in _NO_BASE:
            raise Unreadable("a script of a relation")
        if out and atom.x1 - right > QUAD_EM * size:
            out.append(r"\quad ")
        right = max([atom.x2, *(a.x2 for a in own)])
        out.append(atom.latex + _scripts([*limits, *own], atom, size, baseline))
    if scripts:
        raise Unreadable("a script without its base")
    return _joined(out)


def _accented(atoms: list[Atom]) -> list[Atom]:
    for accent in [a for a in atoms if a.kind is AtomKind.ACCENT]:
        bases = [a for a in atoms if a.kind is not AtomKind.ACCENT and a.x1 <= accent.x <= a.x2]
        if len(bases) != 1:
            raise Unreadable("an accent without its base")
        (base,) = bases
        base.latex, base.kind = f"{accent.latex}{{{base.latex}}}", AtomKind.GLYPH
        atoms = [a for a in atoms if a is not accent]
    return atoms


def _is_main(atom: Atom, size: float, baseline: float) -> bool:
    if atom.kind in (AtomKind.COMPOSED, AtomKind.OPERATOR, AtomKind.INTEGRAL):
        return abs(atom.middle - (baseline - AXIS_EM * size)) <= COMPOSED_EM * size
    raised = baseline - atom.baseline
    if atom.size >= SCRIPT_SIZE * size:
        return abs(raised) <= LEVEL_EM * size
    return -LOWERED_EM * size < raised < RAISED_EM * size


def _limits(atom: Atom, scripts: list[Atom], size: float) -> list[Atom]:
    """Return the scripts above and below an operator: those over it, and what goes on beside them."""
    if atom.kind is not AtomKind.OPERATOR:
        return []
    found: list[Atom] = []
    for above in (True, False):
        level = [a for a in scripts if (atom.middle - a.middle) * (1 if above else -1) > LIMIT_EM * size]
        run = [a for a in level if atom.x1 - 0.1 * size <= a.x <= atom.x2 + 0.1 * size]
        while more := [
            a
            for a in level
            if not any(a is r for r in run)
            and any(max(a.x1 - r.x2, r.x1 - a.x2) < 0.35 * a.size for r in run)
        ]:
            run += more
        found += run
    return found


def _scripts(atoms: list[Atom], base: Atom, size: float, baseline: float) -> str:
    if not atoms:
        return ""
    axis = baseline - AXIS_EM * size
    above = [a for a in atoms if _is_above(a, base, baseline, axis)]
    below = [a for a in atoms if not any(a is other for other in above)]
    parts = [("_", below), ("^", above)]
    return "".join(f"{mark}{{{_row(found)}}}" for mark, found in parts if found)


def _is_above(atom: Atom, base: Atom, baseline: float, axis: float) -> bool:
    if base.kind in (AtomKind.OPERATOR, AtomKind.INTEGRAL, AtomKind.COMPOSED):
        return atom.middle < base.middle
    if atom.kind is AtomKind.COMPOSED:
        return atom.middle < axis
    return atom.baseline < baseline


def _joined(parts: list[str]) -> str:
    """Join tokens; a command's name must not run into a letter."""
    out = ""
    for part in parts:
        name = out.rpartition("\\")[2]
        if "\\" in out and name.isalpha() and part[:1].isalpha():
            out += " "
        out += part
    return out.replace(r"\cdot\cdot\cdot", r"\cdots").replace("...", r"\ldots ").rstrip()
