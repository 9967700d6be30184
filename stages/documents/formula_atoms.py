"""The atoms of a formula: glyphs, and what was composed of them, with size, baseline and LaTeX."""

import re
from dataclasses import dataclass
from enum import StrEnum

from schemas.document import Glyph
from stages.documents.latex_symbols import ACCENTS, BIG_OPERATORS, FUNCTIONS, INTEGRALS, LIMIT_WORDS, symbol
from stages.documents.math_fonts import is_math_font

AXIS_EM = 0.25  # fractions and operators are centred on the axis, so far above the baseline (TeXbook, app. G)
WORD_GAP_EM = 0.15  # ours: letters of one word are nearer
TEXT_GAP_EM = 1.0  # ours: words of one text are nearer

_CALLIGRAPHIC = re.compile(r"Caligraphic|CMSY|CMBSY|RSFS|Script|eusm", re.I)
_BLACKBOARD = re.compile(r"MSBM|AMS-|_AMS", re.I)
_FRAKTUR = re.compile(r"EUFM|Fraktur", re.I)
_BOLD = re.compile(r"CMBX|CMMIB|Bold|-Bd", re.I)
_ITALIC = re.compile(r"CMMI|CMTI|CMBSY|MTMI|Math-?It|Italic|Oblique|LMMathItalic|-It\b", re.I)


NO_CHARACTER, SLASH = "\ufffd", "\u0338"
_STRUCK = {
    (NO_CHARACTER, "→"): r"\mapsto",
    (SLASH, "="): r"\neq",
    (SLASH, "∈"): r"\notin",
    (SLASH, "⊂"): r"\not\subset",
    (SLASH, "≡"): r"\not\equiv",
    (SLASH, "∼"): r"\not\sim",
    (SLASH, "∃"): r"\nexists",
}


class Unreadable(Exception):
    """The places of the glyphs leave a doubt about the formula's structure."""


class AtomKind(StrEnum):
    GLYPH = "glyph"
    LETTER = "letter"  # upright: one of a word
    ACCENT = "accent"
    OPERATOR = "operator"  # its limits stand above and below it
    INTEGRAL = "integral"
    ROOT_SIGN = "root_sign"
    COMPOSED = "composed"  # a fraction or a root: `baseline` is that of the row it stands in


@dataclass(slots=True)
class Atom:
    x1: float
    x2: float
    size: float
    baseline: float
    latex: str
    kind: AtomKind = AtomKind.GLYPH

    @property
    def middle(self) -> float:
        """Return the height of the axis, on which the atom is centred, px."""
        return self.baseline - AXIS_EM * self.size

    @property
    def x(self) -> float:
        return (self.x1 + self.x2) / 2


def atoms_of(glyphs: list[Glyph]) -> list[Atom]:
    """Raises Unreadable for a character that no LaTeX command prints."""
    atoms: list[Atom] = []
    strokes = [glyph for glyph in glyphs if glyph.char in (NO_CHARACTER, SLASH)]
    for glyph in glyphs:
        if glyph.char in (NO_CHARACTER, SLASH):
            continue
        stroke = next((s for s in strokes if _is_struck(s, glyph)), None)
        atom = _atom(glyph)
        if stroke is not None:
            strokes.remove(stroke)
            atom.x1 = min(atom.x1, stroke.box.x1)
            atom.latex = _STRUCK.get((stroke.char, glyph.char), "")
            if not atom.latex:
                raise Unreadable(f"{glyph.char!r} with a stroke")
        atoms.append(atom)
    if strokes:
        raise Unreadable("a glyph without a character")
    return atoms


def _is_struck(stroke: Glyph, glyph: Glyph) -> bool:
    """Say whether TeX has put a stroke and a glyph on each other, as it makes \\mapsto and \\neq."""
    level = abs(stroke.baseline_px - glyph.baseline_px) < 0.1 * glyph.size_px
    return level and -0.1 * glyph.size_px <= glyph.box.x1 - stroke.box.x1 < 0.35 * glyph.size_px


def _atom(glyph: Glyph) -> Atom:
    """Raises Unreadable for a character that no LaTeX command prints."""
    char, font = glyph.char, glyph.font
    kind = AtomKind.GLYPH
    if char in BIG_OPERATORS:
        kind = AtomKind.OPERATOR
    elif char in INTEGRALS:
        kind = AtomKind.INTEGRAL
    elif char == "√":
        return Atom(glyph.box.x1, glyph.box.x2, glyph.size_px, glyph.baseline_px, "", AtomKind.ROOT_SIGN)
    elif char in ACCENTS and char not in "~^":
        kind = AtomKind.ACCENT
        return Atom(glyph.box.x1, glyph.box.x2, glyph.size_px, glyph.baseline_px, ACCENTS[char], kind)
    latex = r"\setminus" if char == "\\" and _CALLIGRAPHIC.search(font) else symbol(char)
    if latex is None and char.isalpha() and not is_math_font(font):
        latex, kind = char, AtomKind.LETTER  # ü in a word among the symbols
    if latex is None:
        raise Unreadable(f"no command for {char!r}")
    if char.isascii() and char.isalpha():
        latex, kind = _letter(char, font)
    elif char.isdigit() and _BOLD.search(font):
        latex = rf"\mathbf{{{char}}}"
    return Atom(glyph.box.x1, glyph.box.x2, glyph.size_px, glyph.baseline_px, latex, kind)


def _letter(char: str, font: str) -> tuple[str, AtomKind]:
    if char.isupper() and _CALLIGRAPHIC.search(font):
        return rf"\mathcal{{{char}}}", AtomKind.GLYPH
    if _BLACKBOARD.search(font):
        return rf"\mathbb{{{char}}}", AtomKind.GLYPH
    if _FRAKTUR.search(font):
        return rf"\mathfrak{{{char}}}", AtomKind.GLYPH
    if _BOLD.search(font):
        return rf"\mathbf{{{char}}}", AtomKind.GLYPH
    return char, AtomKind.GLYPH if _ITALIC.search(font) else AtomKind.LETTER


def join_words(atoms: list[Atom]) -> list[Atom]:
    """Make one atom of upright letters that follow each other: a function's name, a unit, a word of text."""
    out: list[Atom] = []
    for atom in sorted(atoms, key=lambda atom: (atom.x1, atom.x2)):
        last = next((a for a in reversed(out) if _is_level(a, atom)), None)
        gap = atom.x1 - last.x2 if last else 0.0
        if (
            atom.kind is last_kind(last) is AtomKind.LETTER
            and -WORD_GAP_EM * atom.size < gap < TEXT_GAP_EM * atom.size
            and last.latex not in FUNCTIONS
            and not any(last.x2 < other.x < atom.x1 for other in atoms)
        ):
            last.latex += (" " if gap > WORD_GAP_EM * atom.size else "") + atom.latex
            last.x2 = atom.x2
        else:
            out.append(atom)
    return [_named(atom) for atom in out]


def last_kind(atom: Atom | None) -> AtomKind | None:
    return atom and atom.kind


def _is_level(a: Atom, b: Atom) -> bool:
    return abs(a.baseline - b.baseline) < 0.1 * b.size and abs(a.size - b.size) < 0.1 * b.size


def _named(atom: Atom) -> Atom:
    """Write a word as LaTeX does."""
    if atom.kind is AtomKind.LETTER:
        word = atom.latex
        if word in FUNCTIONS:
            atom.latex = rf"\{word}"
        else:
            atom.latex = rf"\text{{{word}}}" if len(word) > 2 else rf"\mathrm{{{word}}}"
        atom.kind = AtomKind.OPERATOR if word in LIMIT_WORDS else AtomKind.GLYPH
    return atom
