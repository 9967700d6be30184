"""What is furniture: the outermost rows, by place, size, wording and the white space inside of them."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.furniture import furniture_blocks, is_page_number, split_furniture

HEIGHT = 1000.0
BODY = [line(100, 300 + 20 * i, "water under the old bridge ran on and on") for i in range(12)]


def furniture(*found, body=BODY):
    _, furniture = split_furniture([*found, *body], SIZE, HEIGHT)
    return [(line.text, str(kind)) for line, kind in furniture]


def test_head_foot_and_number_are_told_by_place():
    head, foot, number = line(100, 40, "On rivers"), line(100, 960, "Printed in May"), line(500, 960, "7")
    assert furniture(head, foot, number) == [
        ("On rivers", "header"),
        ("Printed in May", "footer"),
        ("7", "page_number"),
    ]


def test_pieces_of_one_row_are_furniture_together():
    assert len(furniture(line(100, 40, "COLLEGE"), line(600, 42, "BIO 181"))) == 2


@pytest.mark.parametrize(
    "found",
    [
        line(100, 110, "On rivers"),  # deeper than an eighth of the page
        line(100, 40, "The river rose in the night."),
        line(100, 40, "Table 3: Floods"),
        line(100, 40, "• an item"),
        line(100, 40, "5 Rivers", bold=True),
        line(100, 960, "3 This note says more about rivers."),
        line(100, 40, "water under the old bridge ran on and"),  # the end of a paragraph
    ],
    ids=lambda found: found.text,
)
def test_what_reads_as_body_is_body(found):
    assert furniture(found) == []


def test_a_bold_line_at_the_foot_is_no_heading():
    assert furniture(line(100, 960, "Chapter 5: Rivers 213", bold=True)) == [
        ("Chapter 5: Rivers 213", "footer")
    ]


def test_a_large_line_at_the_top_is_a_title():
    head = line(100, 40, "On rivers")
    head.size = 1.31 * SIZE
    assert furniture(head) == []
    head.size = 1.3 * SIZE
    assert furniture(head) != []


def test_without_white_space_there_is_no_furniture():
    body = [line(100, 40 + 20 * i, "water under the old bridge") for i in range(30)]
    assert furniture(body=body) == []


def test_a_lone_number_may_stand_further_in():
    assert furniture(line(300, 830, "7")) == [("7", "page_number")]
    assert furniture(line(300, 790, "7")) == []


@pytest.mark.parametrize("text", ["7", "- 7 -", "Page 7 of 9", "xiv", "A-3", "第 7 页"])
def test_page_numbers(text):
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["On rivers", "7 rivers", "2024-25-01-02"])
def test_other_texts_are_no_page_numbers(text):
    assert not is_page_number(text)


def test_stacked_lines_are_one_block():
    lines = [line(100, 40, "On rivers"), line(100, 58, "and floods"), line(600, 40, "May")]
    blocks = furniture_blocks([(n, BlockKind.HEADER) for n in lines], SIZE)
    assert sorted(block.text for block in blocks) == ["May", "On rivers and floods"]
