"""The atoms of a formula: glyphs, and what was composed of them, with their places and their LaTeX."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from vlcorpus.schemas.documents.document import Glyph
from vlcorpus.stages.documents.formulas.latex_symbols import ACCENTS, BIG_OPERATORS, FENCES, INTEGRALS, symbol
from vlcorpus.stages.documents.formulas.signs import Unreadable, whole_signs

AXIS_EM = 0.25  # fractions and operators are centred on the axis, so far above the baseline (TeXbook, app. G)
X_HEIGHT_EM = 0.43  # cmmi10; a minus has less ink, and takes up as much
TALL_EM = 1.1  # ours: height of ink; a bracket of the text has 1.0, TeX's next one 1.2

_CALLIGRAPHIC = re.compile(r"Caligraphic|CMSY|CMBSY|MathSymbols|RSFS|Script|eusm|txsy|Math-Cal", re.I)
_BLACKBOARD = re.compile(r"MSBM|AMS-|_AMS|txsyb|BlackBoard", re.I)
_FRAKTUR = re.compile(r"EUFM|Fraktur", re.I)
_BOLD = re.compile(r"CMBX|CMMIB|CMBSY|Bold|-Bd|-Bol|-Medi(?:Ital)?\b|Kp-+(?:M-)?Medium", re.I)
_SANS = re.compile(r"CMSS|LMSans|SansSerif", re.I)
_ITALIC = re.compile(r"CMMI|CMTI|MTMI|txmi|Math-?It|Math-Letters|Ital|Obli|Slant|-It\b", re.I)
_SYMBOLS = re.compile(r"(?:CM|CMB|MT|tx|px)sy|Sy[abcs]?\b|Sym|Kp--M-Reg", re.I)
_TURNED_PHI = re.compile(r"Kp-|Fourier|Symbol|StandardSym", re.I)  # fonts in which ϕ is the curly phi
_STYLES = (
    ("SCRIPT", "mathcal"),
    ("FRAKTUR", "mathfrak"),
    ("BLACK-LETTER", "mathfrak"),
    ("DOUBLE-STRUCK", "mathbb"),
    ("SANS-SERIF", "mathsf"),
    ("BOLD", "mathbf"),
)


class AtomKind(StrEnum):
    GLYPH = "glyph"
    LETTER = "letter"  # upright: one of a word
    ACCENT = "accent"
    OPERATOR = "operator"  # its limits stand above and below it
    INTEGRAL = "integral"
    FENCE = "fence"  # a bracket, taller than those of the text
    ROOT_SIGN = "root_sign"
    COMPOSED = "composed"  # a fraction, a root, an array


# Kinds that are centred on the axis of their row.
CENTRED = frozenset({AtomKind.OPERATOR, AtomKind.INTEGRAL, AtomKind.FENCE, AtomKind.COMPOSED})


@dataclass(slots=True)
class Atom:
    """`x1 … y2` px are its place: its ink, and no less than an x from the baseline up."""

    x1: float
    y1: float
    x2: float
    y2: float
    size: float  # size of the font, px
    baseline: float  # baseline of its row, as a y
    latex: str
    kind: AtomKind = AtomKind.GLYPH
    style: str = ""  # the LaTeX style of a letter, such as mathbf; empty for a plain one

    @property
    def axis(self) -> float:
        """Return the y on which fractions of the row are centred."""
        return self.baseline - AXIS_EM * self.size

    @property
    def x(self) -> float:
        return (self.x1 + self.x2) / 2

    @property
    def y(self) -> float:
        return (self.y1 + self.y2) / 2


def atoms_of(glyphs: list[Glyph]) -> list[Atom]:
    """Raises Unreadable for a character that no LaTeX command prints."""
    return [_atom(glyph) for glyph in whole_signs(glyphs)]


def composed(parts: list[Atom], latex: str, *, size: float, baseline: float) -> Atom:
    """Make one atom of what has become one."""
    x1, y1 = min(a.x1 for a in parts), min(a.y1 for a in parts)
    x2, y2 = max(a.x2 for a in parts), max(a.y2 for a in parts)
    return Atom(x1, y1, x2, y2, size, baseline, latex, AtomKind.COMPOSED)


def without(atoms: list[Atom], gone: list[Atom]) -> list[Atom]:
    """Return the atoms that are not among `gone`; equal ones are told apart."""
    ids = set(map(id, gone))
    return [atom for atom in atoms if id(atom) not in ids]


def _atom(glyph: Glyph) -> Atom:
    kind = _kind(glyph)
    box, size, baseline = glyph.box, glyph.size_px, glyph.baseline_px
    y1, y2 = box.y1, box.y2
    if kind in CENTRED:
        baseline = (y1 + y2) / 2 + AXIS_EM * size
    elif kind not in (AtomKind.ROOT_SIGN, AtomKind.ACCENT):
        y1, y2 = min(y1, baseline - X_HEIGHT_EM * size), max(y2, baseline)
    atom = Atom(box.x1, y1, box.x2, y2, size, baseline, "", kind)
    if kind is AtomKind.ACCENT:
        atom.latex = ACCENTS[glyph.char]
    elif kind is AtomKind.LETTER:
        atom.latex, atom.style = glyph.char, _style(glyph.font)
    elif kind is not AtomKind.ROOT_SIGN:
        atom.latex = _latex(glyph)
    return atom


def _kind(glyph: Glyph) -> AtomKind:
    char = glyph.char
    if char in BIG_OPERATORS:
        return AtomKind.OPERATOR
    if char in INTEGRALS:
        return AtomKind.INTEGRAL
    if char == "√":
        return AtomKind.ROOT_SIGN
    if char in ACCENTS and char not in "~^":
        return AtomKind.ACCENT
    if char in FENCES and glyph.box.y2 - glyph.box.y1 > TALL_EM * glyph.size_px:
        return AtomKind.FENCE
    return AtomKind.LETTER if is_upright(char, glyph.font) else AtomKind.GLYPH


def is_italic(font: str) -> bool:
    return bool(_ITALIC.search(font))


def is_upright(char: str, font: str) -> bool:
    """Say whether a letter is one of a word. Fonts with all of Unicode have italic letters of their own."""
    if not char.isalpha() or _alphabet(char, font) or _ITALIC.search(font) or _SYMBOLS.search(font):
        return False
    return char.isascii() or (
        symbol(char) is None and not unicodedata.decomposition(char).startswith("<font>")
    )


def _style(font: str) -> str:
    return "mathbf" if _BOLD.search(font) else "mathsf" if _SANS.search(font) else ""


def _alphabet(char: str, font: str) -> str:
    """Return the command of an alphabet that a font of TeX's holds at the places of plain letters."""
    if not (char.isascii() and char.isalpha()):
        return ""
    if _FRAKTUR.search(font):
        return "mathfrak"
    if char.isupper() and _BLACKBOARD.search(font):
        return "mathbb"
    return "mathcal" if char.isupper() and _CALLIGRAPHIC.search(font) else ""


def _latex(glyph: Glyph) -> str:
    """Raises Unreadable for a character that no LaTeX command prints."""
    char, style = (glyph.char, "") if symbol(glyph.char) else _plain(glyph.char)
    if char.isascii() and char.isalpha() and _SYMBOLS.search(glyph.font) and not _alphabet(char, glyph.font):
        raise Unreadable(f"a letter in {glyph.font}")
    if char in "φϕ" and _TURNED_PHI.search(glyph.font):
        char = "φϕ"["ϕφ".index(char)]
    latex = r"\setminus" if char == "\\" and _CALLIGRAPHIC.search(glyph.font) else symbol(char)
    if latex is None:
        raise Unreadable(f"no command for {char!r}")
    style = style or _alphabet(char, glyph.font) or (_style(glyph.font) if char.isalnum() else "")
    if style in ("", "italic"):
        return latex
    return rf"\{style if char.isascii() or style != 'mathbf' else 'boldsymbol'}{{{latex}}}"


def _plain(char: str) -> tuple[str, str]:
    """Return a letter, and the style that Unicode has for it: 𝐱 is x, mathbf."""
    name = unicodedata.name(char, "")
    if char in ("ℎ", "𝓁"):
        return {"ℎ": "h", "𝓁": "ℓ"}[char], "italic"
    if not name.startswith(("MATHEMATICAL ", "SCRIPT CAPITAL ", "BLACK-LETTER ", "DOUBLE-STRUCK ")):
        return char, ""
    style = next((command for word, command in _STYLES if word in name), "italic")
    # One step only: NFKC would go on from ϕ to φ.
    return chr(int(unicodedata.decomposition(char).removeprefix("<font> "), 16)), style
