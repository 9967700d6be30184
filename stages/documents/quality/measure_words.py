"""Measure what a page repeats, links to and leaves blank, for the filters of spam and of forms.

Repetition is measured as Gopher's filters do it (Rae et al. 2021, arXiv:2112.11446), in prose alone: cells of
a table repeat each other with good reason.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from vlcorpus.filters.documents.forms import is_blank_line
from vlcorpus.schemas.documents.document import MeasuredPage, ParsedPage, WordMeasures
from vlcorpus.schemas.page import BlockKind
from vlcorpus.schemas.row import fields_of
from vlcorpus.stages.stage import RowStage

PROSE = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.LIST, BlockKind.CAPTION})
MIN_LINE_LETTERS = 15  # ours: shorter lines are labels and cells
MIN_PROSE_CHARS = 60  # ours: fewest characters of a block of prose; shorter ones are labels and addresses
# Scripts without spaces: each of their characters counts as a word.
_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_LETTERS = re.compile(rf"[{_WIDE}]|[^\W\d_{_WIDE}]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.I)


@dataclass(frozen=True)
class MeasureWords(RowStage[ParsedPage, MeasuredPage]):
    """Fill `words` of a parsed page."""

    version: ClassVar[str] = "2"

    def each(self, row: ParsedPage) -> MeasuredPage:
        prose = [block.text for block in row.tree.blocks if block.kind in PROSE]
        words = [word.lower() for text in prose for word in _LETTERS.findall(_LINK.sub(" ", text))]
        lines = [line.text.strip() for line in row.lines if line.text.strip()]
        text = " ".join(prose)
        links = _LINK.findall(text)
        measures = WordMeasures(
            n_words=len(words),
            top_bigram_fraction=top_ngram_fraction(words, 2),
            top_trigram_fraction=top_ngram_fraction(words, 3),
            top_fourgram_fraction=top_ngram_fraction(words, 4),
            repeated_line_fraction=repeated_line_fraction(lines),
            n_links=len(links),
            link_fraction=sum(map(len, links)) / len(text) if text else 0.0,
            blank_line_fraction=sum(map(is_blank_line, lines)) / len(lines) if lines else 0.0,
            n_prose_chars=sum(sum(map(str.isalnum, text)) for text in prose if len(text) >= MIN_PROSE_CHARS),
        )
        return MeasuredPage(**fields_of(ParsedPage, row), words=measures)


def top_ngram_fraction(words: Sequence[str], n: int) -> float:
    """Return the characters in occurrences of the most frequent n words in a row, of all characters.

    Occurrences may overlap: one word again and again is above 1, and counts as 1. What occurs once is 0.
    """
    n_chars = sum(map(len, words))
    counts = Counter(zip(*(words[start:] for start in range(n)), strict=False))
    if not counts or not n_chars:
        return 0.0
    top, times = max(counts.items(), key=lambda item: (item[1] * sum(map(len, item[0])), item[0]))
    return min(1.0, times * sum(map(len, top)) / n_chars) if times > 1 else 0.0


def repeated_line_fraction(lines: Sequence[str]) -> float:
    """Return the characters in lines that were shown before, of those in all lines that are no labels."""
    seen: set[str] = set()
    n_chars = n_repeated = 0
    for line in lines:
        if sum(map(str.isalpha, line)) < MIN_LINE_LETTERS:
            continue
        n_chars += len(line)
        n_repeated += len(line) if line.lower() in seen else 0
        seen.add(line.lower())
    return n_repeated / n_chars if n_chars else 0.0
