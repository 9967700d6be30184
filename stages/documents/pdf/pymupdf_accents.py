"""Accents that are drawn apart become one character with their letter: TeX's fonts of 7 bits have no `á`.

An accent stands over its letter, whichever is drawn first; one that stands beside it is none: `it´s`.
"""

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from vlcorpus.stages.documents.page.fonts import NO_INK, is_math_font
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf

_COMBINING = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}
_ACCENT = re.compile(f"[{''.join(_COMBINING)}\u0300-\u0330]")
REACH_EM = 0.02  # ours: the middle of an accent may be so far beside its letter: rounding
FREE_REACH_EM = 0.2  # ours: that of a combining one, whose box is where the pen is

_mupdf = pymupdf.mupdf


def has_accents(text: str) -> bool:
    return _ACCENT.search(text) is not None


def compose_accents(layer: "pymupdf.mupdf.FzStextPage") -> None:
    """Put the accents of structured text into their letters, where Unicode has a character for both."""
    for block in layer:
        if block.m_internal.type == _mupdf.FZ_STEXT_BLOCK_TEXT:
            for line in block:
                if line.m_internal.dir.x > 0.99:
                    _compose(line.m_internal)


def _compose(line: Any) -> None:
    chars = list(chars_of(line))
    gone: set[int] = set()
    for i, accent in enumerate(chars):
        text = chr(accent.c)
        if _ACCENT.match(text) is None:
            continue
        for j in (_inked(chars, i, 1), _inked(chars, i, -1)):
            whole = "" if j is None or j in gone else _whole(chars[j], accent)
            if j is not None and whole:
                chars[j].c = ord(whole)
                gone.update(range(i, j) if i < j else range(j + 1, i + 1))
                break
    if gone:
        _link(line, [char for i, char in enumerate(chars) if i not in gone])


def chars_of(line: Any) -> Iterator[Any]:
    char = line.first_char
    while char:
        yield char
        char = char.next


def _inked(chars: list[Any], start: int, step: int) -> int | None:
    """Return the index of the next character, or the one before, that is no space; None where none is."""
    i = start + step
    while 0 <= i < len(chars) and chr(chars[i].c) in NO_INK:
        i += step
    return i if 0 <= i < len(chars) else None


def _whole(letter: Any, accent: Any) -> str:
    """Return letter and accent as one character; empty where the accent is not over it, or there is none."""
    mark = chr(accent.c)
    reach = (REACH_EM if mark in _COMBINING else FREE_REACH_EM) * letter.size
    middle = (accent.quad.ll.x + accent.quad.lr.x) / 2
    if not letter.quad.ll.x - reach <= middle <= letter.quad.lr.x + reach:
        return ""
    if is_math_font(_mupdf.ll_fz_font_name(letter.font)):
        return ""  # an accent of a formula
    base = chr(letter.c)
    whole = normalize("NFC", _DOTLESS.get(base, base) + _COMBINING.get(mark, mark))
    return whole if base.isalpha() and len(whole) == 1 else ""


def _link(line: Any, chars: list[Any]) -> None:
    """Make a line of these of its characters."""
    line.first_char, line.last_char = chars[0], chars[-1]
    for char, following in zip(chars, [*chars[1:], None], strict=True):
        char.next = following
