"""What stands beside the text area, and what only seems to."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.stages.documents.layout.margins import split_margins

WIDTH = 1000.0
BODY = [line(100, 300 + 20 * i, "water under the old bridge ran on and on") for i in range(12)]
RIGHT = 950  # x of the page's right margin


def margins(*found, body=BODY):
    area, margins = split_margins([*found, *body], SIZE, WIDTH)
    assert len(area) + sum(map(len, margins)) == len(found) + len(body)
    return [[line.text for line in margin] for margin in margins]


def column(x, *texts):
    return [line(x, 300 + 40 * i, text) for i, text in enumerate(texts)]


def test_numbers_of_lines_and_stamps_stand_beside():
    assert margins(*column(20, "5", "10", "15")) == [["5", "10", "15"]]
    assert margins(*column(RIGHT, "v2", "2023")) == [["v2", "2023"]]
    assert margins(*column(20, "5", "10"), *column(RIGHT, "v2", "2023")) == [["5", "10"], ["v2", "2023"]]


@pytest.mark.parametrize(
    "found",
    [
        column(20, "5"),  # one alone
        column(20, "1.", "2."),  # the numbers of items
        column(20, "•", "•"),
        column(78, "5", "10"),  # no white space between
        column(20, "under the old bridge ran on", "and on and on it ran and ran"),  # text
        column(90, "5", "10"),  # too far in
        column(20, *map(str, range(13))),  # more than there is text
        [line(20, 300, "5"), line(20, 340, "10"), line(10, 400, "the old bridge ran on and on")],
    ],
)
def test_what_is_no_margin(found):
    assert margins(*found) == []


def test_large_type_is_no_margin():
    found = column(20, "A", "B")
    for one in found:
        one.size = 2 * SIZE
    assert margins(*found) == []


def test_a_page_of_nothing_else_has_none():
    assert margins(*column(20, "5", "10"), body=[]) == []
