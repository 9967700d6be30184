"""Columns read across disagree with the file's text; what is drawn in another order may still be right."""

import pytest

from tests.stages.documents.drawing import parse, pdf, write
from tests.stages.documents.quality.measured import WORDS, column, measured, two_columns, with_texts
from vlcorpus.filters.documents.parse import order_disagrees
from vlcorpus.schemas.documents.document import TextSource
from vlcorpus.schemas.page import BlockKind


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
