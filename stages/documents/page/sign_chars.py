"""Signs that a file ties to letters, by their fonts: a "4" of ZapfDingbats is drawn as ✔.

Those that mark items and states are known here. Source: Unicode's table of ZapfDingbats (zdingbat.txt), and
what Unicode took from Wingdings and Wingdings 2 (proposal L2/11-052).
"""

import re
from functools import lru_cache

PRIVATE = 0xF000  # a symbolic font's codes from here on, where nothing ties them to Unicode
_ZAPF_DINGBATS = str.maketrans("34578Hlmnopqru", "✓✔✕✗✘★●❍■❏❐❑❒◆")
_CHECKS = str.maketrans("oxûüýþ¨", "☐☒✗✓☒☑☐")
_WINGDINGS = str.maketrans("lnqv§Ø", "●■❑❖▪➢") | _CHECKS
_WINGDINGS_2 = str.maketrans("OPR£", "✗✓☑☐")


def _with_private(table: dict[int, int], codes: dict[int, int]) -> dict[int, int]:
    return table | {PRIVATE + code: sign for code, sign in codes.items()}


# Before an item, any private code is a bullet (`lines.py`); a state is one anywhere.
_TABLES = (
    (re.compile(r"Dingbat|ZaDb", re.I), _ZAPF_DINGBATS),
    (re.compile(r"Wingdings ?-?2", re.I), _with_private(_WINGDINGS_2, _WINGDINGS_2)),
    (re.compile(r"Wingdings(?! ?-?[23])", re.I), _with_private(_WINGDINGS, _CHECKS)),
)


@lru_cache(maxsize=4096)
def _table(font: str) -> dict[int, int] | None:
    return next((table for names, table in _TABLES if names.search(font)), None)


def sign_text(text: str, font: str) -> str:
    """Return the text as it is drawn; that of other fonts is as it is."""
    table = _table(font)
    return text.translate(table) if table else text
