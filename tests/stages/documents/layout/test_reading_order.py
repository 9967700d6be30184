"""Items are read by columns inside bands; cells of rows are read across."""

from dataclasses import dataclass

import pytest

from vlcorpus.stages.documents.layout.reading_order import reading_order

EM = 10.0
PROSE = "a line of prose that is long enough for a column"


@dataclass
class Placed:
    name: str
    x1: float
    y1: float
    x2: float
    y2: float
    text: str = PROSE
    size: float = EM


def column(
    name: str, x: float, n: int, *, top: float = 0, width: float = 200, text: str = PROSE
) -> list[Placed]:
    """Return `n` lines of a column, 12 px from one to the next."""
    return [Placed(f"{name}{i}", x, top + 12 * i, x + width, top + 12 * i + 10, text) for i in range(n)]


def order(items: list[Placed]) -> list[str]:
    """Return the names as they are read: flows one after the other, from top to bottom, then across."""
    flows = reading_order(items, EM)
    return [i.name for flow in flows for i in sorted(flow.items, key=lambda i: (i.y1, i.x1))]


def names(*columns: list[Placed]) -> list[str]:
    return [item.name for column in columns for item in column]


def test_a_column_is_read_before_the_one_beside_it():
    left, right = column("l", 0, 5), column("r", 220, 5)
    assert order([*right, *left]) == names(left, right)


def test_a_heading_across_is_read_before_both():
    heading = [Placed("h", 0, 0, 420, 10)]
    left, right = column("l", 0, 5, top=30), column("r", 220, 5, top=30)
    assert order([*left, *right, *heading]) == names(heading, left, right)


def test_a_figure_across_parts_the_columns_above_from_those_below():
    above = column("a", 0, 4), column("b", 220, 4)
    figure = [Placed("f", 0, 60, 420, 150, text="", size=0)]
    below = column("c", 0, 4, top=170), column("d", 220, 4, top=170)
    assert order([i for part in (*below, figure, *above) for i in part]) == names(*above, figure, *below)


def test_white_space_at_one_height_does_not_cut_the_columns():
    left = column("l", 0, 4) + column("m", 0, 4, top=90)
    right = column("r", 220, 4) + column("s", 220, 4, top=90)
    assert order([*left, *right]) == names(left, right)


def test_short_cells_at_one_height_are_rows():
    cells = column("a", 0, 4, width=60, text="cell"), column("b", 220, 4, width=60, text="cell")
    assert order([*cells[0], *cells[1]]) == ["a0", "b0", "a1", "b1", "a2", "b2", "a3", "b3"]


@pytest.mark.parametrize(("gap", "apart"), [(5.0, True), (4.9, False)])
def test_both_sides_of_the_narrowest_gutter(gap, apart):
    left, right = column("l", 0, 4), column("r", 200 + gap, 4)
    flows = reading_order([*left, *right], EM)
    assert (len(flows) > 1) is apart


@pytest.mark.parametrize(("white", "apart"), [(3.1, True), (2.9, False)])
def test_what_stands_far_below_a_row_is_no_part_of_its_columns(white, apart):
    buttons = [Placed(f"b{i}", 200 * i, 0, 200 * i + 80, 10, text="Press") for i in range(3)]
    figure = Placed("f", 0, 10 + white * EM, 60, 100, text="", size=0)
    assert (order([*buttons, figure]) == ["b0", "b1", "b2", "f"]) is apart


def test_nothing_has_no_order():
    assert reading_order([], EM) == []


def test_every_item_is_read_once():
    items = [
        *column("a", 0, 7),
        *column("b", 220, 5, top=6),
        *column("c", 440, 9),
        Placed("f", 100, 50, 300, 90),
    ]
    assert sorted(order(items)) == sorted(names(items))


def test_heads_in_the_margin_are_read_before_the_paragraphs_they_head():
    heads = [Placed(f"h{n}", 0, 60 * n, 60, 60 * n + 10, "Head") for n in range(3)]
    text = [column(f"p{n}", 100, 4, top=60 * n) for n in range(3)]
    assert order([*heads, *(line for part in text for line in part)]) == [
        name for head, part in zip(heads, text, strict=True) for name in (head.name, *names(part))
    ]


def test_a_column_that_begins_a_line_above_the_first_is_read_after_it():
    left, right = column("l", 0, 6, top=12), column("r", 220, 7)
    assert order([*right, *left]) == names(left, right)
