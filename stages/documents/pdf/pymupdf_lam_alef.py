"""Lam and alef of a ligature, in the order in which they are read.

The file says both letters of one glyph. MuPDF turns the characters of an Arabic word one by one, these two as
well: the second one, which has no width, comes first.
"""

import re
from itertools import pairwise

from vlcorpus.stages.documents.pdf.pymupdf_accents import chars_of
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf

_ALEFS, _LAM = "اأإآٱ", "ل"
_TURNED = re.compile(f"[{_ALEFS}]{_LAM}")  # so begins every article, too
NO_WIDTH_EM = 0.02  # ours: rounding

_mupdf = pymupdf.mupdf


def may_have_lam_alef(text: str) -> bool:
    return _TURNED.search(text) is not None


def turn_lam_alef(layer: "pymupdf.mupdf.FzStextPage") -> None:
    """Put the lam of each ligature before its alef in structured text."""
    for block in layer:
        for line in block if block.m_internal.type == _mupdf.FZ_STEXT_BLOCK_TEXT else ():
            chars = list(chars_of(line.m_internal))
            for alef, lam in pairwise(chars):
                near = NO_WIDTH_EM * lam.size
                is_part = alef.quad.lr.x - alef.quad.ll.x < near < lam.quad.lr.x - lam.quad.ll.x
                if is_part and chr(alef.c) in _ALEFS and chr(lam.c) == _LAM:
                    alef.c, lam.c = lam.c, alef.c
