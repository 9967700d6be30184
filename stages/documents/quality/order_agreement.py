"""Whether a parse reads the page in the order in which the file draws its text, or in columns that are whole.

Most files draw text in reading order, some whole blocks in any order, some words out of line: a right order
agrees with the stream in the large or in the small. Where the stream itself jumps, the page is asked: no
white channel runs down through a paragraph. Columns that were read across agree with none of these.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import groupby, pairwise
from statistics import median

from vlcorpus.schemas.documents.document import Word
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, PageTree
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.page.lines import Line
from vlcorpus.stages.documents.quality.find_words import find_words

# What stands in the page's flow. Furniture, notes and figures are drawn when the producer likes, and the
# cells of a table row by row or column by column.
ORDERED = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.LIST, BlockKind.CAPTION, BlockKind.CODE})
MIN_WORDS = 20  # ours: fewest words that occur once; fewer tell no order
MIN_ROWS = 3  # ours: fewest rows of print that show whether white runs through all of them
ROW_CHARS = 25  # ours: letters and digits of a row of prose, in the mean; labels and entries are shorter
CHANNEL = 0.4  # ours: of the words' height, width of the white between columns


def order_agreement(tree: PageTree, lines: list[Line]) -> float | None:
    """Return 0..1 by the words that occur once in both, the better of two shares; None with too few of them.

    In the large: of the words, the longest sequence that both have in the same order. In the small: of the
    steps from line to line, those that go to the next one in the stream. `lines` are in the stream's order.
    """
    stream = [(word, index) for index, line in enumerate(lines) for word in find_words(line.text)]
    parsed = [word for block in tree.blocks if block.kind in ORDERED for word in find_words(block.text)]
    once, once_drawn = _once(parsed), _once(word for word, _ in stream)
    places = {word: (place, line) for place, (word, line) in enumerate(stream) if word in once_drawn}
    found = [places[word] for word in parsed if word in once and word in places]
    if len(found) < MIN_WORDS:
        return None
    in_large = _longest_rise([place for place, _ in found]) / len(found)
    return max(in_large, _next_line_fraction([line for _, line in found]))


def whole_prose_fraction(tree: PageTree, boxes_px: list[BoxPx], words: list[Word]) -> float:
    """Return 0..1: the share of the text's characters that stand in paragraphs of one column.

    Paragraphs of a row or two, and those of short rows, show nothing: they count as others do.
    """
    n_whole = n_chars = 0
    for block, box in zip(tree.blocks, boxes_px, strict=True):
        if block.kind in ORDERED:
            n_chars += len(block.text)
            n_whole += len(block.text) if _is_one_column([w for w in words if contains(box, w.box)]) else 0
    return n_whole / n_chars if n_chars else 0.0


def _is_one_column(words: list[Word]) -> bool:
    """Say whether words are rows of prose through which no white runs from the first row to the last."""
    if not words:
        return False
    height = median(word.box.y2 - word.box.y1 for word in words)
    rows = _n_rows(words, height)
    if rows < MIN_ROWS or sum(len(word.text) for word in words) < ROW_CHARS * rows:
        return False
    ordered = sorted(words, key=lambda word: word.box.x1)
    right = ordered[0].box.x2
    for at, word in enumerate(ordered):
        beside = word.box.x1 - right >= CHANNEL * height
        if beside and min(_n_rows(ordered[:at], height), _n_rows(ordered[at:], height)) >= MIN_ROWS:
            return False
        right = max(right, word.box.x2)
    return True


def _n_rows(words: list[Word], height: float) -> int:
    middles = sorted((word.box.y1 + word.box.y2) / 2 for word in words)
    return 1 + sum(b - a > height / 2 for a, b in pairwise(middles))


def _once(words: Iterable[str]) -> set[str]:
    return {word for word, n in Counter(words).items() if n == 1}


def _longest_rise(values: list[int]) -> int:
    """Return the length of the longest rising subsequence, by patience sorting."""
    ends: list[int] = []  # the lowest end of a rise of each length
    for value in values:
        at = bisect_left(ends, value)
        ends[at : at + 1] = [value]
    return len(ends)


def _next_line_fraction(lines: list[int]) -> float:
    rank = {line: rank for rank, line in enumerate(sorted(set(lines)))}
    visits = [rank[line] for line, _ in groupby(lines)]
    steps = list(pairwise(visits))
    return sum(b == a + 1 for a, b in steps) / len(steps) if steps else 1.0
