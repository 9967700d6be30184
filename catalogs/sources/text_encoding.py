"""How bytes become text: as UTF-8, or in the encoding that the user states. None is guessed: what a wrong
guess makes of a text is a text, too.

A byte that is no text in it becomes a surrogate (PEP 383), by which a text is known that must not be used.
Bytes of another encoding may be UTF-8 by accident: "cat" is in Chinese, by GBK, 0.6 % of all texts of three
signs are. So where the user states nothing, no line vouches for itself: what is beside it must be UTF-8, too
(`catalogs/sources/text_table.py`), and what stands alone must not mix alphabets.
"""

import codecs
import unicodedata
from itertools import pairwise

UTF_8 = "utf-8"
BOM = codecs.BOM_UTF8
# Encodings in which ASCII does not stand for itself make something else of one of these.
_ASCII = bytes(sign for sign in range(128) if sign != ord("\\")) + rb"\n\u0041+AGE-~~" + b"\x1b$B!!"

_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "HEBREW", "ARABIC", "SYRIAC", "THAANA", "NKO")


def known_encoding(name: str) -> str:
    """Return Python's name of an encoding.

    Raises ValueError for one that Python does not know, and for one in which the signs of ASCII do not stand
    for themselves (UTF-16, UTF-7, ISO 2022): lines and commas could not be found in it.
    """
    try:
        codec = codecs.lookup(name).name
        keeps_ascii = _ASCII.decode(codec) == _ASCII.decode("ascii")
    except LookupError:
        raise ValueError(
            f"no text encoding is called {name!r}. Such are utf-8, gb18030, big5, cp1252, latin-1"
        ) from None
    except UnicodeError:
        keeps_ascii = False
    if not keeps_ascii:
        raise ValueError(f"{codec} is not read: ASCII does not stand for itself in it. Write UTF-8")
    return codec


def decoded(content: bytes, encoding: str | None = None) -> str:
    """Return the text; a byte that is none is a surrogate. A byte order mark says that it is UTF-8."""
    if content.startswith(BOM):
        content, encoding = content.removeprefix(BOM), UTF_8
    return content.decode(encoding or UTF_8, "surrogateescape")


def decoded_alone(content: bytes, encoding: str | None = None) -> str:
    """Return a text that is a file of its own, as `decoded` does.

    Where nothing states its encoding and it mixes alphabets, its bytes beyond ASCII are surrogates.
    """
    text = decoded(content, encoding)
    if encoding is None and not content.startswith(BOM) and mixes_alphabets(text):
        return content.decode("ascii", "surrogateescape")
    return text


def mixes_alphabets(text: str) -> bool:
    """Say whether letters of two alphabets stand side by side: U+04BB U+05BB U+00E8, GBK's three signs for
    "a cat", are Cyrillic, Hebrew and Latin. Letters of ASCII count for none: formulas have them beside Greek.
    """
    if text.isascii():
        return False
    return any(a and b and a != b for a, b in pairwise(map(_alphabet, text)))


def first_fault(text: str) -> int | None:
    """Return the byte at which a text of `decoded` is none, or has half of a surrogate pair; None if nowhere.

    It is counted as UTF-8 has bytes.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return len(text[: error.start].encode())
    return None


def _alphabet(sign: str) -> str | None:
    """Return the alphabet of a sign that UTF-8 writes in two bytes; None for signs of none."""
    if not "\x80" <= sign <= "\u07ff" or not unicodedata.category(sign).startswith(("L", "M")):
        return None
    alphabet = unicodedata.name(sign, "").partition(" ")[0]
    return alphabet if alphabet in _ALPHABETS else None
