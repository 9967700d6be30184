"""Brackets of a row: each has its other side, and tall ones grow with what they hold."""

from vlcorpus.stages.documents.formulas.atoms import Atom, AtomKind
from vlcorpus.stages.documents.formulas.signs import Unreadable

SIDES = {
    "(": ")",
    "[": "]",
    r"\{": r"\}",
    r"\lfloor": r"\rfloor",
    r"\lceil": r"\rceil",
    r"\langle": r"\rangle",
}
BARS = frozenset({"|", r"\|"})
OPENING, CLOSING = frozenset(SIDES), frozenset(SIDES.values())
BRACKETS = OPENING | CLOSING | BARS
MID_EM = 0.2  # ours: white space beside a bar that is a relation; TeX leaves 0.28 em
_RELATIONS = {"|": r"\mid", r"\|": r"\parallel"}


def tall_brackets(main: list[Atom]) -> dict[int, str]:
    """Return what each tall bracket of a row is written as, by the id of its atom.

    Raises Unreadable where one side is missing.
    """
    if sum(a.latex in OPENING for a in main) != sum(a.latex in CLOSING for a in main):
        raise Unreadable("brackets that do not match")
    tall = [atom for atom in main if atom.kind is AtomKind.FENCE]
    bars = [atom for atom in tall if atom.latex in BARS]
    if len(bars) > 1 and len(bars) % 2:
        raise Unreadable("an odd number of tall bars")
    written = {id(a): rf"\left{a.latex}" for a in tall if a.latex in OPENING}
    written |= {id(a): rf"\right{a.latex}" for a in tall if a.latex in CLOSING}
    written |= {id(bar): (r"\left", r"\right")[i % 2] + bar.latex for i, bar in enumerate(bars)}
    depth = 0
    for atom in tall:
        if bars == [atom]:
            written[id(atom)] = rf"\middle{atom.latex}" if depth else rf"\Big{atom.latex}"
        depth += (atom.latex in OPENING) - (atom.latex in CLOSING)
        if depth < 0:
            raise Unreadable("a tall bracket that nothing opens")
    if depth:
        raise Unreadable("a tall bracket that nothing closes")
    return written


def bar_sign(latex: str, gap: float, size: float) -> str:
    """Return a bar as a relation where it stands free by `gap` px on both sides, else as it is."""
    return _RELATIONS.get(latex, latex) if gap > MID_EM * size else latex
