"""TeX's extension fonts: tall brackets, operators and roots, at codes that no name ties to Unicode.

Source: The TeXbook, appendix F, figure 5; LaTeX calls the encoding OMX. A `_` has no character of its own.
"""

import re

from vlcorpus.stages.documents.page.fonts import NO_CHARACTER

_NAME = re.compile(
    r"CMEX|LMMathExt|tx-?exa?s?\b|txexas|pxexa?\b|NewTXE|Kp--M-Exa?|Math-Exten|MTEX|esint", re.I
)
_CODES = (
    r"()[]⌊⌋⌈⌉{}⟨⟩|‖/\ ()()[]⌊⌋⌈⌉{}⟨⟩/\ ()[]⌊⌋⌈⌉{}⟨⟩/\/\ ⎛⎞⎡⎤⎣⎦⎢⎥⎧⎫⎩⎭⎨⎬⎪⏐ "
    r"⎝⎠⎜⎟⟨⟩⨆⨆∮∮⨀⨀⨁⨁⨂⨂ ∑∏∫⋃⋂⨄⋀⋁∑∏∫⋃⋂⨄⋀⋁ ∐∐ˆˆˆ˜˜˜[]⌊⌋⌈⌉{} √√√√⎷⏐┌_________"
).replace(" ", "")
N_CODES = len(_CODES)
# Pieces of brackets, from U+F8EB on, by the names that Adobe gave them
_ADOBE = dict(zip(range(0xF8EB, 0xF8FF), "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭", strict=True))


def is_extension(font: str) -> bool:
    return bool(_NAME.search(font))


def extension_char(code: str) -> str:
    """Return the character at a code of an extension font, whatever its height; U+FFFD where none is."""
    char = _CODES[ord(code)] if ord(code) < N_CODES else standard_char(code)
    return NO_CHARACTER if char == "_" else char


def standard_char(char: str) -> str:
    """Return the character that Unicode has for a piece of a bracket; every other one as it is."""
    return _ADOBE.get(ord(char), char)
