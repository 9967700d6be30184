"""Ink without a block, and blocks without ink."""

from dataclasses import replace

import pytest

from tests.stages.documents.drawing import drawn_image, parse, pdf, write
from tests.stages.documents.pages import image, page, text
from tests.stages.documents.quality.measured import column, measured, two_columns
from vlcorpus.filters.documents.parse import ink_uncovered
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, PageTree


def test_all_print_lies_in_boxes():
    row = parse(pdf(two_columns))
    assert (row.parse.ink_covered_fraction, row.parse.empty_box_fraction) == (1.0, 0.0)


def test_print_without_a_block_is_uncovered():
    row = parse(pdf(two_columns))
    right = measured(replace(row, tree=PageTree(row.tree.blocks[:1]), boxes_px=row.boxes_px[:1]))
    assert right.parse.ink_covered_fraction == pytest.approx(0.5, abs=0.05)
    assert ink_uncovered(right) == "ink_uncovered"


def test_a_drawing_that_no_block_covers_is_uncovered():
    def draw(canvas):
        write(canvas, 60, 700, *column(0, 4))
        for n in range(3):  # fewer shapes than a figure has
            canvas.circle(300, 400, 60 + 8 * n)

    row = parse(pdf(draw))
    assert [block.kind for block in row.tree.blocks] == [BlockKind.TEXT]
    assert ink_uncovered(row) == "ink_uncovered"


def test_rules_frames_and_crop_marks_need_no_block():
    def draw(canvas):
        write(canvas, 72, 700, *column(0))
        canvas.line(60, 730, 540, 730)
        canvas.rect(40, 500, 500, 280)
        canvas.line(10, 20, 10, 50)

    assert parse(pdf(draw)).parse.ink_covered_fraction > 0.97


def test_an_image_under_the_whole_page_leaves_the_ink_unmeasured():
    def draw(canvas):
        canvas.drawImage(drawn_image(), 0, 0, 595, 842)
        two_columns(canvas)

    assert parse(pdf(draw)).parse.ink_covered_fraction is None


def test_a_box_without_ink_is_empty():
    row = parse(pdf(two_columns))
    row.boxes_px[1] = BoxPx(100, 1500, 300, 1540)
    assert measured(row).parse.empty_box_fraction == 0.5


def test_a_stamp_in_the_margin_may_be_pale():
    row = parse(pdf(two_columns))
    row.boxes_px[1] = BoxPx(100, 1500, 300, 1540)
    pale = replace(row.tree.blocks[1], kind=BlockKind.HEADER)
    assert measured(replace(row, tree=PageTree((row.tree.blocks[0], pale)))).parse.empty_box_fraction == 0.0


def test_pages_without_pixels_or_print_are_not_measured():
    row = measured(page(text(100), image(300)))
    assert (row.parse.ink_covered_fraction, row.parse.empty_box_fraction) == (None, None)
    blank = parse(pdf(lambda canvas: None))
    assert blank.tree == PageTree()
    assert (blank.parse.ink_covered_fraction, blank.parse.empty_box_fraction) == (None, None)
