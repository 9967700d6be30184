"""Whether a parse reads the page in the order in which the file draws its text.

Most files draw text in reading order, some whole blocks in any order, some words out of line: a right order
agrees with the stream in the large or in the small. Columns that were read across agree in neither.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import groupby, pairwise

from vlcorpus.schemas.page import BlockKind, PageTree
from vlcorpus.stages.documents.page.lines import Line
from vlcorpus.stages.documents.quality.find_words import find_words

# What stands in the page's flow. Furniture, notes and figures are drawn when the producer likes, and the
# cells of a table row by row or column by column.
ORDERED = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.LIST, BlockKind.CAPTION, BlockKind.CODE})
MIN_WORDS = 20  # ours: fewest words that occur once; fewer tell no order


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
