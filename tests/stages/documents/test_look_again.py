"""A page looked at once more: right parses pass, wrong ones are rejected with their place."""

from dataclasses import replace

import pytest

from tests.stages.documents.drawing import parse, pdf, prose, ruled, write
from tests.stages.documents.quality.measured import column, two_columns, with_texts
from vlcorpus.schemas.documents.document import TextSource
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.page import BlockKind, Cell, PageTree, TableGrid
from vlcorpus.stages.documents.look_again import LookAgain

NUMBERS = [[str(100 * row + col) for col in range(1, 5)] for row in range(1, 7)]


def a_table(canvas):
    write(canvas, 72, 780, "What was sold in these years, in thousands of pieces")
    ruled(canvas, [72, 172, 272, 372, 472], [700 - 20 * n for n in range(7)])
    for row, texts in enumerate(NUMBERS):
        for col, text in enumerate(texts):
            write(canvas, 80 + 100 * col, 687 - 20 * row, text)


def with_grid(row, *texts):
    """Put another grid in place of the table of a page."""
    cells = [Cell(r, c, text) for r, its in enumerate(texts) for c, text in enumerate(its)]
    grid = TableGrid(len(texts), len(texts[0]), tuple(cells))
    blocks = tuple(
        replace(one, table=grid) if one.kind is BlockKind.TABLE else one for one in row.tree.blocks
    )
    return replace(row, tree=PageTree(blocks))


def rejected(row) -> Reject:
    with pytest.raises(Reject) as caught:
        LookAgain().each(row)
    return caught.value


@pytest.mark.parametrize("draw", [prose, two_columns, a_table])
def test_a_right_parse_passes_as_it_is(draw):
    row = parse(pdf(draw))
    assert LookAgain().each(row) is row


def test_columns_read_across_are_broken_lines():
    across = [" ".join(pair) for pair in zip(column(0), column(30), strict=True)]
    wrong = with_texts(parse(pdf(two_columns)), ["\n".join(across)])
    reject = rejected(wrong)
    assert reject.reason == "lines_broken"
    assert "of 20 lines: 'wordbe wordbf wordbg' at x1" in reject.detail


@pytest.mark.parametrize(
    ("grid", "reason"),
    [
        (NUMBERS[:4], "numbers_lost"),
        ([*NUMBERS[:4], NUMBERS[5], NUMBERS[4]], "numbers_misplaced"),
        (
            [[" ".join(pair) for pair in zip(*NUMBERS[at : at + 2], strict=True)] for at in (0, 2, 4)],
            "cells_fused",
        ),
    ],
)
def test_a_wrong_table_is_rejected_with_its_place(grid, reason):
    row = parse(pdf(a_table))
    assert any(one.kind is BlockKind.TABLE for one in row.tree.blocks)
    reject = rejected(with_grid(row, *grid))
    assert reject.reason == reason
    assert "of the table at x1 14" in reject.detail


def test_numbers_read_apart_from_their_words_are_torn():
    def draw(canvas):
        write(
            canvas, 72, 700, *[f"Item number {name} of the list" for name in ("one", "two", "three", "four")]
        )
        write(canvas, 400, 700, "11.50", "12.60", "13.70", "14.80")

    row = parse(pdf(draw))
    words, table = row.boxes_px[0], row.tree.blocks[0]
    text = replace(table, kind=BlockKind.TEXT, table=None, text="Item number one of the list")
    torn = replace(
        row,
        tree=PageTree((text, replace(text, text="11.50"))),
        boxes_px=[words._replace(x2=600.0), words._replace(x1=700.0)],
    )
    look = LookAgain(max_broken_lines=1.0)
    with pytest.raises(Reject, match=r"rows_torn: 4 lines of numbers: '11\.50' at x1"):
        look.each(torn)


def test_what_ocr_has_read_is_not_looked_at():
    row = replace(with_texts(parse(pdf(prose)), ["something else"]), text_source=TextSource.OCR)
    assert LookAgain().each(row) is row


def test_a_character_without_meaning_is_not_kept():
    row = parse(pdf(prose))
    (first, *others) = row.lines
    span = first.spans[0]._replace(text="a \ufffd key", font="Keys")
    row = replace(row, lines=[first._replace(spans=(span,)), *others])
    with pytest.raises(Reject, match=r"text_garbled.*Keys in 'a \ufffd key'"):
        LookAgain().each(with_texts(row, ["a \ufffd key"]))


def test_a_table_on_its_side_is_looked_at_from_there():
    def draw(canvas):
        for row in range(30):
            write(canvas, 72, 780 - 14 * row, "a line of prose that reads as the page does")
        canvas.rotate(90)
        ruled(canvas, [100, 180, 260, 340, 420], [-460 - 20 * row for row in range(7)])
        for row, its in enumerate(NUMBERS):
            for col, text in enumerate(its):
                write(canvas, 105 + 80 * col, -475 - 20 * row, text)

    row = parse(pdf(draw))
    assert sum(block.table is not None for block in row.tree.blocks) == 1
    assert LookAgain().each(row) is row
    assert rejected(with_grid(row, *NUMBERS[:4])).reason == "numbers_lost"
