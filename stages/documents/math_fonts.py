"""Fonts whose names say what their characters are: formulas, and signs such as bullets."""

import re
from functools import lru_cache

# Computer Modern and its heirs, AMS, Latin Modern, STIX; Cambria Math, MathType; KaTeX, MathJax
_FORMULAS = re.compile(
    r"CMMI|CMSY|CMEX|CMBSY|MSAM|MSBM|EUFM|EUSM|RSFS|LMMath|Math|MTMI|MTSY|MTEX|Symbol|KaTeX|MJX|STIXSize|txsy|txmi|pxsy|pxmi",
    re.I,
)


_SIGNS = re.compile(r"Wingding|Webding|Dingbat|ZaDb|Marlett|Symbol", re.I)


@lru_cache(maxsize=4096)
def is_sign_font(name: str) -> bool:
    return bool(_SIGNS.search(name))


@lru_cache(maxsize=4096)
def is_math_font(name: str) -> bool:
    return bool(_FORMULAS.search(name))
