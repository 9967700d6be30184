"""Measure a parse against the page's text layer; filters decide (`filters/documents.py`)."""

import re
from collections import Counter
from collections.abc import Iterable

from schemas.document import ParseMeasures
from schemas.geometry import BoxPx
from schemas.page import PageTree
from stages.documents.lines import Line
from stages.documents.measures import area, shared_area

# Scripts without spaces count by the character: a line's end is no word's end there.
_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")


def measure_parse(
    tree: PageTree,
    boxes_px: list[BoxPx],
    lines: list[Line],
    figure_lines: list[Line],
    formula_lines: list[Line],
) -> ParseMeasures:
    """Compare the tree with all visible lines. Lines inside drawn figures and formulas are counted apart."""
    apart = {id(line) for line in (*figure_lines, *formula_lines)}
    text_lines = [line for line in lines if id(line) not in apart]
    wanted = _words(line.text for line in text_lines)
    found = _words(_texts(tree))
    n_wanted = sum(wanted.values())
    n_chars = sum(len(line.text) for line in lines)
    return ParseMeasures(
        word_recall=(wanted & found).total() / n_wanted if n_wanted else 1.0,
        overlap_fraction=_overlap(boxes_px),
        figure_text_fraction=sum(len(n.text) for n in figure_lines) / n_chars if n_chars else 0.0,
        inline_math_fraction=_math_fraction(text_lines),
    )


def _math_fraction(lines: list[Line]) -> float:
    n_chars = sum(len(line.text) for line in lines)
    return sum(line.math * len(line.text) for line in lines) / n_chars if n_chars else 0.0


def _texts(tree: PageTree) -> Iterable[str]:
    for block in tree.blocks:
        yield block.text
        if block.table is not None:
            yield from (cell.text for cell in block.table.cells)


def _words(texts: Iterable[str]) -> Counter[str]:
    words: Counter[str] = Counter()
    for text in texts:
        words.update(_WORD.findall(text))
    return words


def _overlap(boxes: list[BoxPx]) -> float:
    """Return the area that two boxes share, of the area of all."""
    total = sum(map(area, boxes))
    shared = 0.0
    ordered = sorted(boxes, key=lambda box: box.y1)
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            if b.y1 >= a.y2:
                break
            shared += shared_area(a, b)
    return min(1.0, shared / total) if total else 0.0
