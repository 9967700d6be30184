"""Accents that are drawn apart become one character with their letter: TeX's fonts of 7 bits have no `á`.

The accent is drawn first, and the letter beneath it; where a letter follows beside, the accent is none: `it´s`.
"""

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from vlcorpus.stages.documents.page.fonts import is_math_font
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf

_SPACING = dict(zip("`´ˆ˜¯˘˙¨˚˝ˇ¸˛", "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328", strict=True))
_DOTLESS = {"ı": "i", "ȷ": "j"}
_ACCENTS = re.compile(f"[{''.join(_SPACING)}\u0300-\u0330]")

_mupdf = pymupdf.mupdf
