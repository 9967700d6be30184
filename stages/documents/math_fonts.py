"""Fonts that hold formulas, by their names: TeX's, Office's and the web's."""

import re
from functools import lru_cache

# Computer Modern and its heirs, AMS, Latin Modern, STIX; Cambria Math, MathType; KaTeX, MathJax
_NAME = re.compile(
    r"CMMI|CMSY|CMEX|CMBSY|MSAM|MSBM|EUFM|EUSM|RSFS|LMMath|Math|MTMI|MTSY|MTEX|Symbol|KaTeX|MJX|STIXSize|txsy|txmi|pxsy|pxmi",
    re.I,
)


@lru_cache(maxsize=4096)
def is_math_font(name: str) -> bool:
    return bool(_NAME.search(name))
