"""Measure a parse against what did not make it: the text layer, its order, the ink of the page image.

Filters decide (`filters/documents/parse.py`).
"""

from collections import Counter
from collections.abc import Iterable

from vlcorpus.schemas.documents.document import PageRow, ParseMeasures, TextSource
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import PageTree
from vlcorpus.stages.documents.page.boxes import area, shared_area
from vlcorpus.stages.documents.page.lines import Line, page_frame
from vlcorpus.stages.documents.quality.find_words import find_words
from vlcorpus.stages.documents.quality.ink_cover import empty_box_fraction, ink_covered_fraction
from vlcorpus.stages.documents.quality.order_agreement import order_agreement, whole_prose_fraction
from vlcorpus.stages.documents.quality.table_regularity import (
    table_fill_fraction,
    table_overlap_fraction,
    table_run_on_fraction,
)
from vlcorpus.stages.documents.second_look.printed_lines import shown_words

SURE_ORDER = 0.8  # ours: agreement with the file's order above which the print is not asked


def measure_parse(
    row: PageRow,
    tree: PageTree,
    boxes_px: list[BoxPx],
    lines: list[Line],
    *,
    figure_lines: list[Line],
    formula_lines: list[Line],
) -> ParseMeasures:
    """Compare the tree with all visible lines. Those in figures and formulas are counted apart."""
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
        inline_math_fraction=_unread_fraction(text_lines),
        order_agreement=_order_agreement(row, tree, boxes_px, lines),
        ink_covered_fraction=ink_covered_fraction(row, boxes_px),
        empty_box_fraction=empty_box_fraction(row, tree, boxes_px),
        table_fill_fraction=table_fill_fraction(tree),
        table_run_on_fraction=table_run_on_fraction(tree),
        table_overlap_fraction=table_overlap_fraction(tree, boxes_px),
    )


def _order_agreement(row: PageRow, tree: PageTree, boxes_px: list[BoxPx], lines: list[Line]) -> float | None:
    """Ask the print only where the file's own order disagrees: it costs as much as all else here."""
    if row.text_source is not TextSource.TEXT_LAYER:
        return None  # what OCR has read comes in the order of its engine's own layout: no file's
    agreement = order_agreement(tree, lines)
    if agreement is None or agreement >= SURE_ORDER:
        return agreement
    frame = page_frame(row)
    boxes = [BoxPx(*frame.of(box)) for box in boxes_px]
    return max(agreement, whole_prose_fraction(tree, boxes, shown_words(row, frame)))


def _unread_fraction(lines: list[Line]) -> float:
    n_chars = sum(len(line.text) for line in lines)
    return sum(line.unread for line in lines) / n_chars if n_chars else 0.0


def _texts(tree: PageTree) -> Iterable[str]:
    for block in tree.blocks:
        yield block.text
        if block.table is not None:
            yield from (cell.text for cell in block.table.cells)


def _words(texts: Iterable[str]) -> Counter[str]:
    words: Counter[str] = Counter()
    for text in texts:
        words.update(find_words(text))
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
