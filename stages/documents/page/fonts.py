"""Fonts whose names say what their characters are: formulas, and signs such as bullets."""

import re
from functools import lru_cache

NO_CHARACTER = "\ufffd"  # the character of a glyph that the file ties to none
SLASH = "\u0338"  # a stroke through the next character, as TeX draws it
_SPACES = " \u00a0\t\n\u2002\u2003\u2009\u200b\u2061\u2062\u2063\ufeff"
NO_INK = frozenset(_SPACES) | frozenset(map(chr, range(0xFE00, 0xFE10)))  # and selectors of variants
# Computer Modern and its heirs, AMS, Latin Modern, STIX; Cambria Math, MathType; KaTeX, MathJax; TX, PX, Kp
_FORMULAS = re.compile(
    r"CMMI|CMSY|CMEX|CMBSY|MSAM|MSBM|EUFM|EUSM|RSFS|LMMath|Math|MTMI|MTSY|MTEX|Symbol|KaTeX|MJX|STIXSize"
    r"|\b(?:New)?(?:tx|px)(?:sy|mi|ex|b)|Kp--M-|StandardSymL|esint",
    re.I,
)
_SIGNS = re.compile(r"Wingding|Webding|Dingbat|ZaDb|Marlett|Symbol", re.I)


@lru_cache(maxsize=4096)
def is_sign_font(name: str) -> bool:
    return bool(_SIGNS.search(name))


@lru_cache(maxsize=4096)
def is_math_font(name: str) -> bool:
    return bool(_FORMULAS.search(name))
