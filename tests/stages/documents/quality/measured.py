"""Pages whose parse a test makes wrong, and measures."""

from dataclasses import replace

from tests.stages.documents.drawing import write
from vlcorpus.schemas.documents.document import ParsedPage
from vlcorpus.schemas.page import PageTree
from vlcorpus.stages.documents.page.lines import page_lines
from vlcorpus.stages.documents.quality.measure_parse import measure_parse

WORDS = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]


def measured(row: ParsedPage) -> ParsedPage:
    """Measure the row's tree as it is."""
    lines, _ = page_lines(row)
    parse = measure_parse(row, row.tree, row.boxes_px, lines, figure_lines=[], formula_lines=[])
    return replace(row, parse=parse)


def column(first, n_lines=10):
    """Return lines of three words that occur nowhere else."""
    at = iter(WORDS[first:])
    return [" ".join(next(at) for _ in range(3)) for _ in range(n_lines)]


def two_columns(canvas):
    write(canvas, 60, 700, *column(0))
    write(canvas, 320, 700, *column(30))


def with_texts(row, texts):
    blocks = tuple(replace(row.tree.blocks[0], text=words) for words in texts)
    return replace(row, tree=PageTree(blocks), boxes_px=row.boxes_px[:1] * len(blocks))
