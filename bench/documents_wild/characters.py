"""Characters of an answer that no reader would have written: what an encoding or a font left behind."""

import re

REPLACEMENT = "\ufffd"
# A spacing accent before or after a letter, as TeX's fonts of 7 bits draw it: `J´an`, `e ́`. A caret or a
# grave accent alone is punctuation of code and of formulas, and is none.
_DETACHED = re.compile(r"[^\W\d_] ?[´¨¸˜ˇ˘˙˚˝¯ˆ](?=[^\W\d_]|\b)|[´¨¸˜ˇ˘˝ˆ] ?[^\W\d_]|(?:^| )[\u0300-\u036f]")


def replacement_characters(answer: str) -> int:
    """Count characters whose meaning nobody knew."""
    return answer.count(REPLACEMENT)


def detached_accents(answer: str) -> int:
    """Count accents that stand apart from their letter."""
    return len(_DETACHED.findall(answer))
