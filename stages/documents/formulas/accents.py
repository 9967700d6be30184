"""Accents of a formula, put on the atoms that they stand over."""

import re
from collections.abc import Callable
from dataclasses import replace

from vlcorpus.stages.documents.formulas.atoms import Atom, AtomKind, composed, without
from vlcorpus.stages.documents.formulas.signs import Unreadable

OVER_EM = 0.45  # ours: the most between an accent and its base; TeX leaves less than 0.3
INTO_EM = 0.15  # ours: an accent may reach so far into its base; one that crosses it makes another letter
UNDER_EM = 2.0  # ours: the most from a wide accent to the middle of what it covers, with its scripts
WIDE_EM = 0.55  # ours: a wider accent may cover several atoms
_WIDE = {r"\hat": r"\widehat", r"\tilde": r"\widetilde"}
_LETTER = re.compile(r"[^\W_]|\\(?:[a-z]+\{.*\}|[a-zA-Z]+)")


def put_accents(atoms: list[Atom], latex_of: Callable[[list[Atom]], str]) -> list[Atom]:
    """Make one atom of each accent and its base, the lowest accent first. `latex_of` writes a row."""
    for accent in sorted((a for a in atoms if a.kind is AtomKind.ACCENT), key=lambda a: -a.y):
        wide = accent.latex in _WIDE and accent.x2 - accent.x1 > WIDE_EM * accent.size
        is_under = _is_covered if wide else _is_under
        under = [a for a in atoms if a is not accent and is_under(a, accent)]
        if any(a.latex.startswith(r"\vec{") for a in under):
            raise Unreadable("pieces of a long arrow")
        if len(under) == 1 and _LETTER.fullmatch(under[0].latex):
            made = replace(
                under[0], latex=f"{accent.latex}{{{under[0].latex}}}", y1=min(accent.y1, under[0].y1)
            )
        elif len(under) > 1 and wide:
            base = max(under, key=lambda a: a.size)
            latex = f"{_WIDE[accent.latex]}{{{latex_of(under)}}}"
            made = composed([accent, *under], latex, size=base.size, baseline=base.baseline)
        else:
            raise Unreadable("an accent without its base")
        made.kind = AtomKind.GLYPH
        atoms = [*without(atoms, [accent, *under]), made]
    return atoms


def _is_covered(atom: Atom, accent: Atom) -> bool:
    return accent.x1 < atom.x < accent.x2 and 0 < atom.y - accent.y < UNDER_EM * atom.size


def _is_under(atom: Atom, accent: Atom) -> bool:
    over = atom.x1 <= accent.x <= atom.x2 or accent.x1 <= atom.x <= accent.x2
    gap = atom.y1 - accent.y2
    return over and accent.y < atom.y and -INTO_EM * atom.size < gap < OVER_EM * atom.size
