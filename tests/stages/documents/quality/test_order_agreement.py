"""Columns read across disagree with the file's text; what is drawn in another order may still be right."""

import random

import pytest

from tests.stages.documents.drawing import parse, pdf, write
from tests.stages.documents.quality.measured import WORDS, column, measured, two_columns, with_texts
from vlcorpus.filters.documents.parse import order_disagrees
from vlcorpus.schemas.documents.document import TextSource
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.page.boxes import cover


def test_columns_in_their_order_agree():
    assert parse(pdf(two_columns)).parse.order_agreement == 1.0


def test_columns_read_across_disagree():
    rows = [" ".join(pair) for pair in zip(column(0), column(30), strict=True)]
    row = measured(with_texts(parse(pdf(two_columns)), rows))
    assert row.parse.order_agreement == pytest.approx(0.55, abs=0.02)
    assert order_disagrees(row) == "order_disagrees"


def test_blocks_that_the_file_draws_in_any_order_agree_in_the_small():
    def draw(canvas):
        for y, first in ((300, 90), (700, 0), (450, 60), (580, 30)):
            write(canvas, 60, y, *column(first, 8))

    assert 0.85 < parse(pdf(draw)).parse.order_agreement < 1


LEFT, RIGHT = ([" ".join(WORDS[n : n + 5]) for n in range(at, at + 100, 5)] for at in (0, 100))


def scattered(canvas):
    """Draw the lines of two columns in an order of their own."""
    lines = [
        (x, 700 - 13 * n, words) for x, side in ((60, LEFT), (340, RIGHT)) for n, words in enumerate(side)
    ]
    random.Random(0).shuffle(lines)
    for x, y, words in lines:
        write(canvas, x, y, words)


def test_a_stream_that_jumps_tells_nothing_of_columns_that_are_whole():
    row = parse(pdf(scattered))
    assert len(row.tree.blocks) == 2
    assert row.parse.order_agreement == 1.0


def test_columns_read_across_disagree_though_the_stream_jumps():
    row = parse(pdf(scattered))
    box = cover(row.boxes_px)
    row = with_texts(row, [" ".join(" ".join(pair) for pair in zip(LEFT, RIGHT, strict=True))])
    row.boxes_px = [box]
    assert order_disagrees(measured(row)) == "order_disagrees"


def test_words_drawn_out_of_line_agree_in_the_large():
    def draw(canvas):
        for line, words in enumerate(column(0, 12)):
            write(canvas, 60, 700 - 13 * line, words)
        for line in range(12):
            write(canvas, 250, 700 - 13 * line, WORDS[100 + line])

    assert parse(pdf(draw)).parse.order_agreement >= 0.6


def test_furniture_may_be_drawn_at_any_time():
    def draw(canvas):
        write(canvas, 72, 30, "foot of the page")
        write(canvas, 60, 700, *column(0, 20))
        write(canvas, 72, 815, "head of the page")

    row = parse(pdf(draw))
    assert [block.kind for block in row.tree.blocks] == [BlockKind.HEADER, BlockKind.TEXT, BlockKind.FOOTER]
    assert row.parse.order_agreement == 1.0


def test_too_few_words_and_ocr_tell_no_order():
    assert parse(pdf(lambda canvas: write(canvas, 60, 700, *column(0, 6)))).parse.order_agreement is None
    row = parse(pdf(two_columns))
    row.text_source = TextSource.OCR
    assert measured(row).parse.order_agreement is None
