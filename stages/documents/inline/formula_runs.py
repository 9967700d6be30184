"""Where formulas stand in a line of text: runs of signs that belong together, one at least of a formula.

A run begins at a letter of a formula's font, at an operator, a root or a letter with scripts, and goes on
over what belongs to a formula in any font: digits, relations, brackets that match, names of functions.
Relations and operations at its ends, and commas outside its brackets, are left to the text, which says them
as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vlcorpus.schemas.documents.document import Glyph
from vlcorpus.stages.documents.formulas.atoms import is_italic, is_upright
from vlcorpus.stages.documents.formulas.latex_symbols import (
    BIG_OPERATORS,
    FUNCTIONS,
    INTEGRALS,
    LIMIT_WORDS,
    SIGNS_OF_RELATIONS,
    SIGNS_OF_SCRIPTS,
    symbol,
)
from vlcorpus.stages.documents.inline.scripts import FRACTION
from vlcorpus.stages.documents.page.fonts import NO_CHARACTER, is_math_font

MAX_NAME = 2  # ours: the most italic letters in a row that are factors; more are an italic word
SPACE_EM = 0.15  # ours: as in lines of text; TeX leaves 0.17 around an operator's name, 0.22 and 0.28 else
_OPERATIONS = frozenset("+−±∓×÷·⋅∪∩⊎⊔⊓∨∧∖⊕⊖⊗⊙∗∘◦⋆/\\")
_OPENING = frozenset("([{⟨⌊⌈")
_SIDES = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉"}
_NAMES = FUNCTIONS | LIMIT_WORDS | {"mod"}


class Role(StrEnum):
    SIGN = "sign"  # a sign that only formulas have
    NAME = "name"  # an italic letter or two: of a formula, if others are beside them
    NUMBER = "number"
    FUNCTION = "function"
    OPERATION = "operation"
    RELATION = "relation"
    OPENING = "opening"
    CLOSING = "closing"
    BAR = "bar"
    COMMA = "comma"
    WORD = "word"  # what ends a formula


_REACHING = BIG_OPERATORS | INTEGRALS | {"√"}  # signs that something follows, over any space
_OF_SEVERAL = frozenset({Role.WORD, Role.NUMBER, Role.NAME})
_SIGNS = frozenset({Role.OPERATION, Role.RELATION})


@dataclass(slots=True)
class Unit:
    """One or several signs of a line that are never parted, with their scripts."""

    role: Role
    start: int  # its first sign
    end: int  # the one after its last
    spaced: bool  # whether white space is before it
    text: str
    has_scripts: bool = False
    is_seed: bool = False  # whether only formulas have such a thing


def formula_runs(
    glyphs: Sequence[Glyph], sides: Sequence[int], spaced: Sequence[bool]
) -> list[tuple[int, int]]:
    """Return the first sign of each run, and the one after its last.

    `sides` says which signs are scripts, `spaced` before which white space stands.
    """
    units = _units(glyphs, sides, spaced)
    pairs = _pairs(units)
    depth = [sum(a < i <= b for a, b in pairs) for i in range(len(units))]
    matched = {i for pair in pairs for i in pair}
    for i, unit in enumerate(units):
        if unit.role in (Role.OPENING, Role.CLOSING) and i not in matched:
            unit.role = Role.WORD
    runs: list[list[int]] = []
    for i, unit in enumerate(units):
        if unit.role is Role.WORD:
            continue
        joined = runs and runs[-1][-1] == i - 1 and (depth[i] > 0 or _join(units[i - 1], unit))
        runs[-1].append(i) if joined else runs.append([i])
    return [
        (units[run[0]].start, units[run[-1]].end)
        for found in runs
        if (run := _trimmed(found, units)) and any(units[i].is_seed for i in run)
    ]


def _units(glyphs: Sequence[Glyph], sides: Sequence[int], spaced: Sequence[bool]) -> list[Unit]:
    units: list[Unit] = []
    for i, glyph in enumerate(glyphs):
        last = units[-1] if units else None
        if sides[i] == FRACTION:
            if i and sides[i - 1] == FRACTION and last is not None:
                last.end = i + 1
            else:
                units.append(Unit(Role.SIGN, i, i + 1, spaced[i], "", is_seed=True))
            continue
        if last is not None and (sides[i] or (glyph.char in SIGNS_OF_SCRIPTS and not spaced[i])):
            last.end = i + 1
            last.has_scripts = True
            _look_at_script(last, glyphs[last.start : i + 1], glyph)
            continue
        role = _role(glyph, spaced[i])
        if last is None or spaced[i] or last.has_scripts:
            units.append(Unit(role, i, i + 1, spaced[i], glyph.char))
            continue
        if role is Role.COMMA and _is_decimal(last.role, glyphs[i : i + 2], spaced[i + 1 : i + 2]):
            role = Role.NUMBER
        if role is last.role and role in _OF_SEVERAL:
            last.end, last.text = i + 1, last.text + glyph.char
        else:
            units.append(Unit(role, i, i + 1, spaced=False, text=glyph.char))
    for unit in units:
        if unit.role is Role.WORD and unit.text in _NAMES:
            unit.role = Role.FUNCTION
        elif unit.role is Role.NAME and len(unit.text) > MAX_NAME:
            unit.role = Role.WORD
        unit.is_seed |= unit.role is Role.SIGN or (unit.role is Role.NAME and unit.has_scripts)
    return units


def _look_at_script(unit: Unit, glyphs: Sequence[Glyph], script: Glyph) -> None:
    """Make a seed of what has a script that only formulas have. Marks of footnotes are in such fonts too."""
    levels = {round(glyph.size_px) for glyph in glyphs}
    of_formula = is_math_font(script.font) and script.char.isalnum()
    if unit.role in (Role.NUMBER, Role.CLOSING, Role.NAME, Role.FUNCTION) and is_math_font(script.font):
        of_formula = of_formula or script.char in "−+"
    if len(levels) > 2 or (of_formula and unit.role is not Role.WORD):
        unit.is_seed = True


def _is_decimal(before: Role, signs: Sequence[Glyph], spaced: Sequence[bool]) -> bool:
    """Say whether a point or a comma stands within a number."""
    return before is Role.NUMBER and len(signs) == 2 and signs[1].char.isdecimal() and not any(spaced)


def _role(glyph: Glyph, spaced: bool) -> Role:
    char, in_math = glyph.char, is_math_font(glyph.font)
    if char in _OPENING:
        return Role.OPENING
    if char in _SIDES.values():
        return Role.CLOSING
    if char in "|‖∣∥":
        return Role.BAR
    if char in SIGNS_OF_RELATIONS or (char == ":" and spaced):
        return Role.RELATION
    if char in _OPERATIONS or (char in "-*" and in_math):
        return Role.OPERATION
    if char in ".,;:":
        return Role.COMMA
    if char.isdecimal() and char.isascii():
        return Role.NUMBER
    if char in _REACHING or (char == NO_CHARACTER and in_math):
        return Role.SIGN
    if in_math and (char.isalpha() or (not char.isascii() and symbol(char) is not None)):
        return Role.WORD if is_upright(char, glyph.font) else _seed_or_sign(char)
    if char.isalpha() and char.isascii() and is_italic(glyph.font):
        return Role.NAME
    return Role.WORD


def _seed_or_sign(char: str) -> Role:
    return Role.WORD if char in "•†‡□■∎✓" else Role.SIGN


def _pairs(units: list[Unit]) -> list[tuple[int, int]]:
    """Return the brackets that match, where no word stands between them."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for i, unit in enumerate(units):
        if unit.role is Role.WORD:
            opened.clear()
        elif unit.role is Role.OPENING:
            opened.append(i)
        elif unit.role is Role.CLOSING:
            if opened and _SIDES[units[opened[-1]].text] == unit.text:
                pairs.append((opened.pop(), i))
            else:
                opened.clear()
    return pairs


def _join(a: Unit, b: Unit) -> bool:
    """Say whether two neighbours outside brackets are of one formula."""
    if Role.COMMA in (a.role, b.role):
        return False
    if not b.spaced or a.text in _REACHING:
        return True
    return a.role in _SIGNS or b.role in _SIGNS or Role.FUNCTION in (a.role, b.role)


def _trimmed(run: list[int], units: list[Unit]) -> list[int]:
    """Leave out what says nothing without the other side."""
    loose = _SIGNS | {Role.COMMA, Role.BAR}
    while (
        run
        and units[run[-1]].role in loose
        and not (units[run[-1]].role is Role.BAR and sum(units[i].role is Role.BAR for i in run) % 2 == 0)
    ):
        run = run[:-1]
    while run and units[run[0]].role in loose and not _is_prefix(run, units):
        run = run[1:]
    return run


def _is_prefix(run: list[int], units: list[Unit]) -> bool:
    first = units[run[0]]
    if first.role is Role.BAR:
        return sum(units[i].role is Role.BAR for i in run) % 2 == 0
    return first.text in "−±∼≈" and len(run) > 1 and not units[run[1]].spaced
