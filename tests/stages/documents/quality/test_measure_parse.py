"""Each measure of a parse tells a right one from a wrong one."""

from dataclasses import replace

import pytest

from tests.stages.documents.drawing import PARSE_FILTERS, parse, pdf, picture, prose, read, ruled, write
from tests.stages.documents.pages import image, page, text
from vlcorpus.filters.documents.parse import ink_uncovered, order_disagrees, table_overlapped, table_runs_on
from vlcorpus.schemas.documents.document import TextSource
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, Cell, PageTree, TableGrid
from vlcorpus.stages.documents.page.lines import page_lines
from vlcorpus.stages.documents.quality.measure_parse import measure_parse
from vlcorpus.stages.documents.to_samples import ToSamples

WORDS = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]


def measured(row):
    """Measure the row's tree as it is."""
    lines, _ = page_lines(row)
    row.parse = measure_parse(row, lines, [], [])
    return row


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


# ---- order


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


# ---- ink


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


def test_a_picture_under_the_whole_page_leaves_the_ink_unmeasured():
    def draw(canvas):
        canvas.drawImage(picture(), 0, 0, 595, 842)
        two_columns(canvas)

    assert parse(pdf(draw)).parse.ink_covered_fraction is None


def test_a_box_without_ink_is_empty():
    row = parse(pdf(two_columns))
    row.boxes_px[1] = BoxPx(100, 1500, 300, 1540)
    assert measured(row).parse.empty_box_fraction == 0.5


def test_pages_without_pixels_or_print_are_not_measured():
    row = measured(page(text(100), image(300)))
    assert (row.parse.ink_covered_fraction, row.parse.empty_box_fraction) == (None, None)
    (blank,) = read(pdf(lambda canvas: None))
    blank.tree = PageTree()
    measured(blank)
    assert (blank.parse.ink_covered_fraction, blank.parse.empty_box_fraction) == (None, None)


# ---- tables


def table(*rows, box=(100, 100, 700, 400)):
    cells = tuple(
        Cell(row, col, text, header=row == 0)
        for row, texts in enumerate(rows)
        for col, text in enumerate(texts)
    )
    grid = TableGrid(len(rows), len(rows[0]), cells)
    return replace(text(100)[0], kind=BlockKind.TABLE, text="", table=grid), BoxPx(*box)


GOOD = table(("Year", "Note"), ("1990", "A long note of many words"), ("1991", "another of them."))
PROSE = table(
    ("It was late", "They had waited"),
    ("The river rose in the night", "on the bridge that was closed"),
    ("before the morning train came", "In the station of the town"),
    ("where nobody had been there", "it was cold as ever before"),
)


def test_pages_without_tables_have_no_measures_of_them():
    found = measured(page(text(100))).parse
    assert found.table_fill_fraction is found.table_run_on_fraction is found.table_overlap_fraction is None


def test_the_emptiest_table_counts():
    sparse = table(("a", "", ""), ("", "b", ""), box=(100, 500, 700, 600))
    assert measured(page(GOOD, sparse)).parse.table_fill_fraction == pytest.approx(1 / 3)
    assert measured(page(GOOD)).parse.table_fill_fraction == 1.0


def test_lines_of_prose_run_on_in_their_columns():
    assert measured(page(GOOD)).parse.table_run_on_fraction == 0.0
    row = measured(page(PROSE))
    assert row.parse.table_run_on_fraction == pytest.approx(3 / 8)
    assert table_runs_on(row) == "table_runs_on"


@pytest.mark.parametrize(
    ("column", "n_running"),
    [
        (("Words that go on and", "on in the next row and", "in the third"), 2),
        (("Words that go on and", "on in the next row."), 0),  # once is chance
        (("words that go on and", "on in the next row and", "in the third"), 0),  # all begin small: a style
        (("Words that have an end.", "so have these of it.", "and these"), 0),
        (("Short label", "lower case", "third case"), 0),
    ],
)
def test_a_cell_runs_on_where_a_long_one_above_it_is_open_and_it_begins_small(column, n_running):
    rows = [("Head",), *((text,) for text in column)]
    assert measured(page(table(*rows))).parse.table_run_on_fraction == pytest.approx(n_running / len(rows))


def test_a_block_within_a_table_overlaps_it_whole_and_a_picture_by_its_share():
    inside = text(150, x=200, width=100)
    row = measured(page(GOOD, inside))
    assert row.parse.table_overlap_fraction == 1.0
    assert table_overlapped(row) == "table_overlapped"
    logo = image(150, x=200, width=60, height=60)
    assert measured(page(GOOD, logo)).parse.table_overlap_fraction == pytest.approx(0.02)
    assert measured(page(GOOD, text(600))).parse.table_overlap_fraction == 0.0


def test_a_good_page_passes_every_limit_and_its_measures_are_scores():
    def draw(canvas):
        two_columns(canvas)
        ruled(canvas, [72, 200, 400], [300, 320, 340, 360])
        for row in range(3):
            write(canvas, 80, 346 - 20 * row, f"key {row}")
            write(canvas, 210, 346 - 20 * row, f"value {row}")

    row = parse(pdf(draw))
    assert [accept(row) for accept in PARSE_FILTERS] == [None] * len(PARSE_FILTERS)
    scores = {score.name: score.value for score in next(ToSamples()([row])).scores}
    assert scores["order_agreement"] == scores["ink_covered_fraction"] == scores["table_fill_fraction"] == 1
    (bare, *_) = ToSamples()([parse(pdf(prose))])
    assert "table_fill_fraction" not in {score.name for score in bare.scores}
