"""Measure a page's text layer; filters decide (`filters/documents/page.py`)."""

import re
import unicodedata
from collections.abc import Iterable

from vlcorpus.schemas.documents.document import PageMeasures, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.scripts import script_counts
from vlcorpus.stages.documents.page.boxes import area
from vlcorpus.stages.documents.page.fonts import is_math_font, is_sign_font

_CID = re.compile(r"\(cid:\d+\)")  # what some producers write for a glyph without a character
_TURNED_LIGATURE = re.compile("ا[أإآ]ل")  # alef, hamza, lam for alef, lam, hamza; no Arabic word has it
# Letters of one of these never stand in one word with Latin letters, except where a font lies about its
# glyphs.
_FOREIGN = frozenset(("cyrillic", "arabic", "hebrew"))
_MIN_WORD = 4


def measure_text(
    lines: Iterable[TextLine], image_boxes: list[BoxPx], n_drawings: int, width_px: int, height_px: int
) -> PageMeasures:
    n_chars = n_invisible = n_garbled = n_math = 0
    words: list[str] = []
    text_area = 0.0
    for line in lines:
        for span in line.spans:
            n = sum(map(len, span.text.split()))
            if not span.visible:
                n_invisible += n
                continue
            n_chars += n
            is_sign = n == 1 and is_sign_font(span.font)  # a bullet needs no code that means something
            n_garbled += 0 if is_sign else count_garbled(span.text)
            n_math += n if is_math_font(span.font) else 0
        words += "".join(span.text for span in line.spans if span.visible).split()
        text_area += area(line.box)
    page_area = width_px * height_px
    long_words = [word for word in words if len(word) >= _MIN_WORD]
    return PageMeasures(
        n_chars=n_chars,
        n_invisible_chars=n_invisible,
        garbled_fraction=min(1.0, n_garbled / n_chars) if n_chars else 0.0,
        odd_word_fraction=sum(map(is_odd_word, long_words)) / len(long_words) if long_words else 0.0,
        math_fraction=n_math / n_chars if n_chars else 0.0,
        text_area_fraction=min(1.0, text_area / page_area),
        # Added up, because scanners cut a page into strips.
        image_area_fraction=min(1.0, sum(map(area, image_boxes)) / page_area),
        n_drawings=n_drawings,
    )


def count_garbled(text: str) -> int:
    """Return the number of characters without meaning: U+FFFD, private, control, unassigned, `(cid:7)`.

    Three for each Arabic article before a hamza whose ligature was taken apart in the wrong order: a font
    that does so does it with every lam-alef, and most of those cannot be told.
    """
    if text.isascii() and text.isprintable():
        return sum(map(len, _CID.findall(text))) if "(cid:" in text else 0
    return 3 * len(_TURNED_LIGATURE.findall(text)) + sum(
        char == "\ufffd" or (unicodedata.category(char) in ("Cc", "Co", "Cn") and not char.isspace())
        for char in text
    )


def is_odd_word(word: str) -> bool:
    """Say whether a word is none: mostly symbols (but not all the same), or of scripts that never mix."""
    n_alnum = sum(map(str.isalnum, word))
    if 2 * n_alnum < len(word):
        return len(set(word)) > 2
    if word.isascii():
        return False
    scripts = script_counts(word)
    return "latin" in scripts and not _FOREIGN.isdisjoint(scripts)
