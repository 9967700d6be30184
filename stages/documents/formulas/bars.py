"""Bars of a formula, and what they make of atoms: fractions, roots, lines over and under.

Limits are ours. TeX sets a numerator and a denominator 0.04 to 0.5 em from their bar, and draws the bar as
wide as the wider of the two (TeXbook, appendix G).
"""

from dataclasses import dataclass

from vlcorpus.schemas.documents.document import Drawing, Glyph
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.formulas.atoms import AXIS_EM, CENTRED, Atom, AtomKind, composed, without
from vlcorpus.stages.documents.formulas.row import metrics, row
from vlcorpus.stages.documents.formulas.signs import Unreadable
from vlcorpus.stages.documents.page.boxes import cover

BAR_EM = 0.14  # the thickest bar
MAX_BAR_PX = 4.5  # the thickest bar of small print: 2 pt at 144 dpi, and what the page image was enlarged
MIN_BAR_EM = 0.3  # the shortest
FIRST_EM = 0.8  # the most from a bar to the nearest atom that it parts
NEXT_EM = 0.25  # the most from that atom to the next one on its side
WIDTH_EM = 0.5  # a bar may be so much wider than what it parts
LINE_EM = 0.35  # the most between letters and a line over or under them; TeX leaves 0.12
CLOSE_EM, APART_EM = 0.15, 0.3  # a line over letters is close to them, and apart from what is above it
SIGN_EM = 0.2  # the most between the sign of a root and its bar
INDEX_EM = (0.3, 0.8)  # the index of a root ends so far inside its sign
SHIFT_EM = 0.6  # the most by which a script is raised or lowered
OVERHANG_EM = 0.3  # a script begins so near to the end of its base
INTO_EM = 0.1  # a bar may reach so far into what it parts
INDEX_SIZE = 0.8  # the index of a root is no larger than this times what the root covers


@dataclass(slots=True)
class Bar:
    """A drawn line, or the sign of a root that was drawn as a shape."""

    x1: float
    x2: float
    y: float
    root: float | None = None  # y of the foot of the root's sign; None for a drawn line


def bars_of(glyphs: list[Glyph], drawings: list[Drawing]) -> list[Bar]:
    """Return the bars in the formula, the narrowest first. The line over a root belongs to its sign."""
    em = max(glyph.size_px for glyph in glyphs)
    x1, y1, x2, y2 = cover([glyph.box for glyph in glyphs])
    near = [d for d in drawings if _is_near(d.box, BoxPx(x1, y1, x2, y2), em)]
    roots = [d.box for d in near if not d.is_rect and _is_root(d.box, glyphs)]
    if sum(not d.is_rect and _is_inside(d.box, glyphs) for d in near) > len(roots):
        raise Unreadable("a shape that is no root")
    bars = [Bar(box.x1, box.x2, box.y1, root=box.y2) for box in roots]
    for box in (drawing.box for drawing in near if drawing.is_rect):
        of_root = any(_is_top(box, root, em) for root in roots)
        if is_thin(box, em) and box.x2 - box.x1 >= MIN_BAR_EM * em and not of_root:
            bars.append(Bar(box.x1, box.x2, (box.y1 + box.y2) / 2))
    return sorted(bars, key=lambda bar: bar.x2 - bar.x1)


def is_thin(box: BoxPx, em: float) -> bool:
    """Say whether a drawing is no thicker than a bar. MuPDF's box of a stroke is twice as thick as it."""
    return box.y2 - box.y1 <= max(MAX_BAR_PX, BAR_EM * em)


def _is_near(box: BoxPx, ink: BoxPx, em: float) -> bool:
    """Say whether a drawing is as near as those of a formula, or crosses it."""
    inside = (
        ink.x1 - em <= box.x1 and box.x2 <= ink.x2 + em and ink.y1 - em <= box.y1 and box.y2 <= ink.y2 + em
    )
    return inside or (box.x1 < ink.x2 and ink.x1 < box.x2 and ink.y1 < box.y1 and box.y2 < ink.y2)


def _is_top(bar: BoxPx, root: BoxPx, em: float) -> bool:
    return abs(bar.x2 - root.x2) < 2 and abs(bar.y1 - root.y1) < 0.2 * em and bar.x1 > root.x1 + 2


def _is_inside(box: BoxPx, glyphs: list[Glyph]) -> bool:
    x, y = (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2
    across = min(g.box.x1 for g in glyphs) <= x <= max(g.box.x2 for g in glyphs)
    return across and min(g.box.y1 for g in glyphs) <= y <= max(g.box.y2 for g in glyphs)


def _is_root(box: BoxPx, glyphs: list[Glyph]) -> bool:
    """Say whether a shape is a root: something stands in it, but not at its left, where the sign is."""
    inside = [
        g for g in glyphs if box.x1 < (g.box.x1 + g.box.x2) / 2 < box.x2 and box.y1 < g.baseline_px < box.y2
    ]
    inside = [g for g in inside if g.size_px > 0.6 * max(i.size_px for i in inside)]  # its index is smaller
    return bool(inside) and min(g.box.x1 for g in inside) - box.x1 > 0.3 * min(g.size_px for g in inside)


def compose_bar(atoms: list[Atom], bar: Bar, wider: list[Bar]) -> list[Atom]:
    """Replace what a bar parts or covers by one atom; a bar that does neither is no part of the formula."""
    if any(
        bar.x1 <= a.x <= bar.x2 and a.y1 + INTO_EM * a.size < bar.y < a.y2 - INTO_EM * a.size for a in atoms
    ):
        raise Unreadable("a bar that crosses a sign")
    if bar.root is not None:
        return _with_root(atoms, bar, bar.x1, bar.root)
    for sign in atoms:
        if sign.kind is AtomKind.ROOT_SIGN and _is_sign(sign, bar):
            return _with_root(without(atoms, [sign]), bar, sign.x1, sign.y2)
    above, below = _nearest(atoms, bar, wider, up=True), _nearest(atoms, bar, wider, up=False)
    if above and below:
        return [*without(atoms, [*above, *below]), _fraction(above, below, bar)]
    if not above and not below:
        return atoms
    parts = above or below
    _check_width(parts, bar)
    if min(abs(bar.y - (a.y2 if above else a.y1)) for a in parts) > LINE_EM * parts[0].size:
        raise Unreadable("a bar apart from what it covers")
    size, baseline = metrics(parts)
    command = "underline" if above else "overline"
    return [
        *without(atoms, parts),
        composed(parts, rf"\{command}{{{row(parts)}}}", size=size, baseline=baseline),
    ]


def _nearest(atoms: list[Atom], bar: Bar, wider: list[Bar], *, up: bool) -> list[Atom]:
    """Return what stands on one side of a bar, up to the next gap or the next bar."""
    side = [a for a in atoms if (a.y < bar.y) == up and not _parted(a, bar, wider)]
    span = [a for a in side if bar.x1 <= a.x <= bar.x2]
    out: list[Atom] = []
    reached = bar.y
    for atom in sorted(span, key=lambda a: -a.y2 if up else a.y1):
        gap = reached - atom.y2 if up else atom.y1 - reached
        if gap > (NEXT_EM if out else FIRST_EM) * atom.size:
            break
        out.append(atom)
        reached = min(reached, atom.y1) if up else max(reached, atom.y2)
    return [*out, *_overhanging(without(side, out), out)]


def _overhanging(others: list[Atom], parted: list[Atom]) -> list[Atom]:
    """Return the scripts of the last atom over or under a bar that stand beyond the end of the bar."""
    last = max(parted, key=lambda atom: atom.x2, default=None)
    if last is None:
        return []
    return [
        a
        for a in others
        if a.size <= INDEX_SIZE * last.size
        and abs(a.x1 - last.x2) <= OVERHANG_EM * last.size
        and a.x > last.x2
    ]


def _parted(atom: Atom, bar: Bar, wider: list[Bar]) -> bool:
    low, high = sorted((atom.y, bar.y))
    return any(low < other.y < high and other.x1 <= atom.x <= other.x2 for other in wider)


def _fraction(above: list[Atom], below: list[Atom], bar: Bar) -> Atom:
    _check_width([*above, *below], bar)
    size = max(atom.size for atom in (*above, *below))
    gaps = (bar.y - max(a.y2 for a in above)) / size, (min(a.y1 for a in below) - bar.y) / size
    if gaps[1] < CLOSE_EM and gaps[0] > APART_EM and not any(a.kind in CENTRED for a in below):
        raise Unreadable("a fraction, or a line over letters")
    made = composed([*above, *below], rf"\frac{{{row(above)}}}{{{row(below)}}}", size=size, baseline=0.0)
    made.x1, made.x2, made.baseline = bar.x1, bar.x2, bar.y + AXIS_EM * size
    return made


def _check_width(parts: list[Atom], bar: Bar) -> None:
    size = max(atom.size for atom in parts)
    width = max(atom.x2 for atom in parts) - min(atom.x1 for atom in parts)
    if bar.x2 - bar.x1 - width > WIDTH_EM * size:
        raise Unreadable("a bar that is wider than what it parts")


def _is_sign(sign: Atom, bar: Bar) -> bool:
    return abs(sign.x2 - bar.x1) < SIGN_EM * sign.size and abs(sign.y1 - bar.y) < SIGN_EM * sign.size


def _with_root(atoms: list[Atom], bar: Bar, x1: float, foot: float) -> list[Atom]:
    covered = [a for a in atoms if bar.x1 <= a.x <= bar.x2 and bar.y < a.y < foot]
    if not covered:
        raise Unreadable("an empty root")
    em = max(a.size for a in covered)
    index = _index(atoms, x1, (bar.y, (bar.y + foot) / 2 + 0.2 * em), em)
    inside = without(covered, index)
    if not inside:
        raise Unreadable("an empty root")
    size, baseline = metrics(inside)
    command = rf"\sqrt[{row(index)}]" if index else r"\sqrt"
    made = composed(inside, rf"{command}{{{row(inside)}}}", size=size, baseline=baseline)
    made.x1, made.x2, made.y1 = min([x1, *(a.x1 for a in index)]), bar.x2, bar.y
    return [*without(atoms, [*inside, *index]), made]


def _index(atoms: list[Atom], x1: float, heights: tuple[float, float], em: float) -> list[Atom]:
    """Return the small atoms in the crook of a root's sign, and those before them."""
    top, foot = heights
    small = [a for a in atoms if a.size <= INDEX_SIZE * em and top < a.baseline < foot]
    low, high = INDEX_EM
    index = [a for a in small if low * em <= a.x2 - x1 <= high * em]
    while more := [
        a for a in without(small, index) if any(-0.1 * em < i.x1 - a.x2 < 0.1 * em for i in index)
    ]:
        index += more
    return index
