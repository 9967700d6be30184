"""Marks within text: superscripts, subscripts, and formulas that stand in a line.

A marked part opens with one of Unicode's noncharacters, which no text of a file means anything by, and ends
with another: so text needs no escaping, and stays what a reader sees where the marks are taken out. Each
format writes them in its own way. Parts do not nest: a script of a script is a formula.
"""

import re
from collections.abc import Iterator
from enum import StrEnum


class Inline(StrEnum):
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    FORMULA = "formula"  # LaTeX of one row, without delimiters


_OPENING = {Inline.SUPERSCRIPT: "\ufdd0", Inline.SUBSCRIPT: "\ufdd1", Inline.FORMULA: "\ufdd2"}
_END = "\ufdd3"
MARKS = "\ufdd0\ufdd1\ufdd2\ufdd3"
_KINDS = {char: kind for kind, char in _OPENING.items()}
_ANY = re.compile(f"[{MARKS}]")
_PART = re.compile(f"([{MARKS[:3]}])([^{MARKS}]*){_END}")
# Of a formula: signs that would end it, or the row or the cell that it stands in
_NO_ROW = re.compile(r"[$&\n]|\\\\")


def marked(kind: Inline, text: str) -> str:
    """Return `text` as a marked part. Raises ValueError where it is empty, or no row of LaTeX."""
    part = f"{_OPENING[kind]}{text}{_END}"
    check_marks(part)
    return part


def has_marks(text: str) -> bool:
    return not text.isascii() and _ANY.search(text) is not None


def unmarked(text: str) -> str:
    """Return the text without its marks; formulas stay as LaTeX."""
    return text if text.isascii() else _ANY.sub("", text)


def blank_formulas(text: str) -> str:
    """Return the text with every character of its formulas as a mark, so that no rule takes it for text."""
    mark = _OPENING[Inline.FORMULA]
    return (
        text
        if mark not in text
        else _PART.sub(lambda part: mark * len(part.group()) if part.group(1) == mark else part.group(), text)
    )


def parts_of(text: str) -> Iterator[tuple[Inline | None, str]]:
    """Yield the parts of a text, which are None where they are plain. The marks must be well-formed."""
    if text.isascii():
        yield None, text
        return
    start = 0
    for part in _PART.finditer(text):
        if part.start() > start:
            yield None, text[start : part.start()]
        yield _KINDS[part.group(1)], part.group(2)
        start = part.end()
    if start < len(text):
        yield None, text[start:]


def check_marks(text: str) -> None:
    """Raise ValueError unless every mark opens or ends a part with content, and no part holds another."""
    if not has_marks(text):
        return
    for kind, part in parts_of(text):
        if kind is None and has_marks(part):
            raise ValueError(f"a mark that opens or ends nothing in {unmarked(text)[:60]!r}")
        if kind is not None and (part != part.strip() or not part or "\n" in part):
            raise ValueError(f"a {kind} that is empty, broken or padded in {unmarked(text)[:60]!r}")
        if kind is Inline.FORMULA and _NO_ROW.search(part):
            raise ValueError(f"a formula that is no row: {part[:60]!r}")
