"""Which pages are mathematical: by the fonts that the file sets them in, not by what the parser says."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

MIN_FRACTION = 0.03  # ours: prose with a symbol here and there has less
MIN_CHARS = 100
# TeX's mathematical fonts, those of AMS, MathTime, Euler, STIX, MathType, Word, and the sets of symbols.
_FONT = re.compile(
    r"(?i)\b(cm(mi|sy|ex|bsy|mib)|lm(math|mi|sy|ex)|ms[ab]m|mt(mi|sy|ex|2)|eu[fsr][mb]|rsfs|esint|wasy|stmary"
    r"|stix.*math|.*math|symbol|mathematicalpi|mt-?extra)"
)


def is_mathematical(page: "pymupdf.Page") -> bool:
    n_chars = n_formula = 0
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                n = len(span["text"].replace(" ", ""))
                n_chars += n
                n_formula += n if _is_formula_font(span["font"]) else 0
    return n_chars >= MIN_CHARS and n_formula >= MIN_FRACTION * n_chars


@cache
def _is_formula_font(name: str) -> bool:
    return bool(_FONT.match(name.split("+")[-1]))
