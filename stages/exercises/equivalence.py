"""Do two answers say the same? Letters, numbers, expressions, intervals, sets, matrices; LaTeX or words.

Math-Verify compares the mathematics (Hugging Face, Apache-2.0); what stands here decides what it is given: a
letter is compared as a letter, and a bare `x + y = 2` as the formula that it is, not by its last number.
Runs in a sandbox's child: a formula of strangers may keep SymPy busy for ever.
"""

from __future__ import annotations

import re

LETTERS = "A-H"
_LETTER = re.compile(rf"[(（]?([{LETTERS}])[)）]?[.．:：、]?")
# "The answer is (C)", "答案：B", "故选 B"; a letter that a text begins with, or one in a box.
_CUES = (
    re.compile(
        rf"\b(?:answer|option|choice)\s*(?:is|:)?\s*(?:for sure\s*)?[(（]?([{LETTERS}])\b", re.IGNORECASE
    ),
    re.compile(rf"(?:答案|故选|应选|选)(?:是|为)?\s*[:：∶]?\s*[(（]?([{LETTERS}])(?![A-Za-z])"),
    re.compile(rf"^\s*[(（]?([{LETTERS}])(?:[)）.．。:：、,，]|不|$)"),
    re.compile(rf"\n\s*[(（]([{LETTERS}])[)）]"),
    re.compile(rf"\\boxed\{{\s*(?:\\text\{{)?\(?([{LETTERS}])\)?\}}?\s*\}}"),
)
# `$\text{B}$`, `$B$`: a letter set as a formula.
_SET_LETTER = re.compile(rf"\$\s*(?:\\(?:text|rm|mathrm)\s*\{{?)?\s*([{LETTERS}])\s*\}}?\s*\$")
_DOLLAR = re.compile(r"(?<!\\)\$")
_FORMULA = re.compile(r"(?<!\\)\$|\\\(|\\\[|\\boxed|\\begin")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:[, ]\d{3})+|\d*)(?:[.,]\d+)?%?")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}(?![A-Za-z{])|[\u4e00-\u9fff]")
_BETWEEN_SCRIPTS = re.compile(r"(?<=[0-9])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9])")


def are_equal(gold: str, given: str, *, digits: int = 6) -> bool:
    """Say whether `given` answers what `gold` answers. What cannot be read is equal to nothing.

    `digits` are those behind the point to which decimals are compared.
    """
    wanted, chosen = option_of(gold), option_of(given)
    if wanted is not None:
        return option_in(given) == wanted
    if chosen is not None:
        return option_in(gold) == chosen
    return _are_equal_formulas(gold, given, digits)


def option_of(text: str) -> str | None:
    """Return the letter of the option that a text is, with nothing beside it: `C`, `(C)`, `C.`"""
    found = _LETTER.fullmatch(text.strip())
    return found[1] if found else None


def option_in(text: str) -> str | None:
    """Return the letter of the option that a text chooses, None where it chooses none."""
    text = _SET_LETTER.sub(r"\1", text)
    if (alone := option_of(text)) is not None:
        return alone
    for cue in _CUES:
        if found := cue.findall(text):
            return str(found[-1]).upper()
    return None


def _are_equal_formulas(gold: str, given: str, digits: int) -> bool:
    from math_verify import parse, verify

    wanted, found = (parse(_as_formula(text), parsing_timeout=None) for text in (gold, given))
    if not wanted or not found:
        return bool(gold.strip()) and gold.strip() == given.strip()
    return bool(
        verify(wanted, found, float_rounding=digits, allow_set_relation_comp=True, timeout_seconds=None)
    )


def _as_formula(text: str) -> str:
    """Return a text so that its formula is found: one that is nothing else stands between `$`."""
    text = text.strip().removeprefix("\\$")
    if len(_DOLLAR.findall(text)) % 2:
        text = _DOLLAR.sub(" ", text)  # money
    if _FORMULA.search(text) or _NUMBER.fullmatch(text):
        return text
    if _WORD.search(text):
        return _BETWEEN_SCRIPTS.sub(" ", text)
    return f"${text}$"
