"""Display formulas as LaTeX, from the places of their glyphs and bars, where these leave no doubt.

Fractions and roots are composed from the inside out, then arrays in brackets; what remains is a row, or
several that are aligned. The glyphs come from the file, so the characters are never guessed; what does not
fit is left to a reader of regions: a wrong formula is worse than none.
"""

import re

from vlcorpus.schemas.documents.document import Drawing, Glyph
from vlcorpus.stages.documents.formulas.arrays import aligned_rows, compose_arrays
from vlcorpus.stages.documents.formulas.atoms import Atom, AtomKind, atoms_of
from vlcorpus.stages.documents.formulas.bars import bars_of, compose_bar
from vlcorpus.stages.documents.formulas.latex_symbols import OPERATIONS, RELATIONS
from vlcorpus.stages.documents.formulas.row import row
from vlcorpus.stages.documents.formulas.signs import Unreadable

_OPEN = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(RELATIONS | OPERATIONS - {',', ';'})))})\Z")


def formula_latex(glyphs: list[Glyph], drawings: list[Drawing]) -> str | None:
    """Return the LaTeX of a formula, without delimiters; None where its structure is in doubt."""
    try:
        return compose(glyphs, drawings) if glyphs else None
    except Unreadable:
        return None


def compose(glyphs: list[Glyph], drawings: list[Drawing]) -> str:
    """Return the LaTeX of a formula. Raises Unreadable, with the reason, where its structure is in doubt."""
    atoms = atoms_of(glyphs)
    bars = bars_of(glyphs, drawings)
    for i, bar in enumerate(bars):
        atoms = compose_bar(atoms, bar, bars[i + 1 :])
    if any(atom.kind is AtomKind.ROOT_SIGN for atom in atoms):
        raise Unreadable("a root without its bar")
    latex = _rows(compose_arrays(atoms))
    if _OPEN.search(latex):
        raise Unreadable("a formula that goes on elsewhere")
    return latex


def _rows(atoms: list[Atom]) -> str:
    try:
        return row(atoms)
    except Unreadable as doubt:
        try:
            return aligned_rows(atoms)
        except Unreadable:
            raise doubt from None
