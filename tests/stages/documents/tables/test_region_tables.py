"""Tables that a model sees beside those of geometry, and tables of pages that stand on their side."""

import pytest

from tests.stages.documents.drawing import pdf, read, ruled, write
from tests.stages.documents.tables.drawing import texts
from vlcorpus.schemas.documents.document import Region
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.page.lines import page_lines
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.tables.region_tables import page_tables


def words(canvas, rows=4, columns=("Genes", "Shape", "Taste"), fill="round"):
    """Draw a table without rules, numbers or caption: geometry alone does not dare."""
    for row in range(rows):
        for col, head in enumerate(columns):
            write(canvas, 72 + 150 * col, 700 - 18 * row, head if row == 0 else f"{fill} {head.lower()}")


def tables(draw, grow=4.0, kind=BlockKind.TABLE, seen=True):
    (page,) = read(pdf(draw))[:1]
    boxes = [line.box for line in page.lines]
    box = boxes[0]._replace(
        x1=min(b.x1 for b in boxes) - grow,
        y1=min(b.y1 for b in boxes) - grow,
        x2=max(b.x2 for b in boxes) + grow,
        y2=max(b.y2 for b in boxes) + grow,
    )
    page.regions = [Region(kind, box)] if seen else None
    return page_tables(page, *page_lines(page))


def test_a_table_that_only_the_model_sees_is_read():
    assert tables(words, seen=False) == []
    (table,) = tables(words)
    assert texts(table.grid)[:2] == [
        ["Genes", "Shape", "Taste"],
        ["round genes", "round shape", "round taste"],
    ]


def test_labels_over_fields_are_no_table():
    def form(canvas):
        for row, label in enumerate(("Name:", "Birthday:", "Address:", "Gender:")):
            write(canvas, 72, 700 - 18 * row, label)
        for x in (200, 300):
            write(canvas, x, 700 - 18 * 3, "Female")

    assert tables(form) == []


def test_a_region_of_another_kind_is_none():
    assert tables(words, kind=BlockKind.TEXT) == []


@pytest.mark.parametrize("values", [{"rows": 1}, {"columns": ("Genes",)}, {"fill": "round ........"}])
def test_what_is_no_grid_is_no_table(values):
    assert tables(lambda canvas: words(canvas, **values)) == []


def test_a_table_that_geometry_finds_is_read_once():
    def draw(canvas):
        ruled(canvas, [60, 210, 360], [600, 630, 660])
        for x, y, text in ((70, 640, "a"), (220, 640, "b"), (70, 610, "c"), (220, 610, "d")):
            write(canvas, x, y, text)

    (table,) = tables(draw)
    assert texts(table.grid) == [["a", "b"], ["c", "d"]]


def test_a_table_on_its_side_is_read_and_boxed_where_it_stands():
    def draw(canvas):
        canvas.rotate(90)
        ruled(canvas, [100, 250, 400], [-200, -150, -100])
        for x, y, text in (
            (110, -130, "left"),
            (260, -130, "right"),
            (110, -180, "below"),
            (260, -180, "last"),
        ):
            write(canvas, x, y, text)

    (page,) = read(pdf(draw))
    (page,) = ParseLayout()([page])
    (block,) = [block for block in page.tree.blocks if block.table]
    assert texts(block.table) == [["left", "right"], ["below", "last"]]
    box = page.boxes_px[page.tree.blocks.index(block)]
    assert box.y2 - box.y1 > 2 * (box.x2 - box.x1)


@pytest.mark.parametrize(("n_rows", "n"), [(4, 1), (3, 0)])
def test_a_table_on_its_side_of_a_page_that_is_not(n_rows, n):
    def draw(canvas):
        for row in range(30):
            write(canvas, 72, 780 - 14 * row, "a line of prose that reads as the page does")
        canvas.rotate(90)
        ruled(canvas, [100, 180, 260, 340], [-500 - 20 * row for row in range(n_rows + 1)])
        for row in range(n_rows):
            for col in range(3):
                write(canvas, 105 + 80 * col, -515 - 20 * row, f"r{row}c{col}")

    (page,) = ParseLayout()(read(pdf(draw)))
    found = [texts(block.table) for block in page.tree.blocks if block.table]
    assert found == [[[f"r{row}c{col}" for col in range(3)] for row in range(n_rows)]] * n
