"""Upright letters of a formula as words: names of functions, units, text."""

from dataclasses import replace

from vlcorpus.stages.documents.formulas.atoms import Atom, AtomKind
from vlcorpus.stages.documents.formulas.latex_symbols import FUNCTIONS, LIMIT_WORDS

WORD_GAP_EM = 0.15  # ours: letters of one word are nearer
TEXT_GAP_EM = 1.0  # ours: words of one text are nearer
LEVEL_EM = 0.1
_TWO_WORDS = {"lim sup": "limsup", "lim inf": "liminf"}  # what LaTeX prints of \limsup and \liminf


def join_words(atoms: list[Atom]) -> list[Atom]:
    """Make one atom of upright letters that follow each other."""
    out: list[Atom] = []
    for atom in sorted(atoms, key=lambda atom: (atom.x1, atom.x2)):
        is_letter = atom.kind is AtomKind.LETTER
        index = next((i for i in reversed(range(len(out))) if is_letter and _is_level(out[i], atom)), None)
        if index is not None and _goes_on(out[index], atom, atoms):
            out[index] = _joined(out[index], atom)
        else:
            out.append(atom)
    return [_named(atom) if atom.kind is AtomKind.LETTER else atom for atom in out]


def _is_level(a: Atom, b: Atom) -> bool:
    same = abs(a.baseline - b.baseline) < LEVEL_EM * b.size and abs(a.size - b.size) < 0.1 * b.size
    return same and a.kind is AtomKind.LETTER


def _goes_on(word: Atom, letter: Atom, atoms: list[Atom]) -> bool:
    gap = letter.x1 - word.x2
    if word.style != letter.style or not -WORD_GAP_EM * letter.size < gap < TEXT_GAP_EM * letter.size:
        return False
    if any(word.x2 < other.x < letter.x1 for other in atoms):
        return False
    ends = word.latex in FUNCTIONS and gap > WORD_GAP_EM * letter.size
    return not ends or any(pair.startswith(f"{word.latex} {letter.latex}") for pair in _TWO_WORDS)


def _joined(word: Atom, letter: Atom) -> Atom:
    space = " " if letter.x1 - word.x2 > WORD_GAP_EM * letter.size else ""
    y1, y2 = min(word.y1, letter.y1), max(word.y2, letter.y2)
    return replace(word, latex=word.latex + space + letter.latex, x2=letter.x2, y1=y1, y2=y2)


def _named(atom: Atom) -> Atom:
    """Write a word as LaTeX does."""
    word = _TWO_WORDS.get(atom.latex, atom.latex)
    if atom.style:
        return replace(atom, latex=rf"\{atom.style}{{{word}}}", kind=AtomKind.GLYPH)
    if word in FUNCTIONS:
        latex = rf"\{word}"
    elif word in LIMIT_WORDS:
        latex = rf"\operatorname*{{{word}}}"
    else:
        latex = rf"\text{{{word}}}" if len(word) > 2 else rf"\mathrm{{{word}}}"
    return replace(atom, latex=latex, kind=AtomKind.OPERATOR if word in LIMIT_WORDS else AtomKind.GLYPH)
