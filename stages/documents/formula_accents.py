"""Accents of a formula, put on the atoms that they stand over."""

import re
from collections.abc import Callable
from dataclasses import replace

from stages.documents.formula_atoms import Atom, AtomKind, composed, without
from stages.documents.formula_signs import Unreadable

OVER_EM = 0.45  # ours: from an accent down to its base; TeX leaves less than 0.3
WIDE_EM = 0.55  # ours: what is wider may cover several atoms
_WIDE = {r"\hat": r"\widehat", r"\tilde": r"\widetilde"}
_LETTER = re.compile(r"[^\W_]|\\(?:[a-z]+\{.*\}|[a-zA-Z]+)")


def put_accents(atoms: list[Atom], latex_of: Callable[[list[Atom]], str]) -> list[Atom]:
    """Make one atom of each accent and its base, the lowest accent first. `latex_of` writes a row."""
    for accent in sorted((a for a in atoms if a.kind is AtomKind.ACCENT), key=lambda a: -a.y):
        under = [a for a in atoms if a is not accent and _is_under(a, accent)]
        if accent.latex == r"\vec" and any(a.latex.startswith(accent.latex + "{") for a in under):
            raise Unreadable("pieces of a long arrow")
        if len(under) == 1 and _LETTER.fullmatch(under[0].latex):
            (base,) = under
            made = replace(base, latex=f"{accent.latex}{{{base.latex}}}", y1=min(accent.y1, base.y1))
            made.kind = AtomKind.GLYPH if base.kind is AtomKind.LETTER else base.kind
        elif len(under) > 1 and accent.latex in _WIDE and accent.x2 - accent.x1 > WIDE_EM * accent.size:
            latex = f"{_WIDE[accent.latex]}{{{latex_of(under)}}}"
            made = composed([accent, *under], latex, size=under[0].size, baseline=under[0].baseline)
            made.kind = AtomKind.GLYPH
        else:
            raise Unreadable("an accent without its base")
        atoms = [*without(atoms, [accent, *under]), made]
    return atoms


def _is_under(atom: Atom, accent: Atom) -> bool:
    over = atom.x1 <= accent.x <= atom.x2 or accent.x1 <= atom.x <= accent.x2
    return over and accent.y < atom.y and atom.y1 - accent.y2 < OVER_EM * atom.size
