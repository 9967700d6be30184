"""A page that waits to be filled in: both sides of each limit, and the lines that ask."""

import pytest

from tests.filters.documents.worded_page import page
from vlcorpus.filters.documents.forms import form_blank, is_blank_line
from vlcorpus.schemas.reasons import Reason


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"blank_line_fraction": 0.41, "n_prose_chars": 199}, Reason.FORM_BLANK),
        ({"blank_line_fraction": 0.41, "n_prose_chars": 200}, None),
        ({"blank_line_fraction": 0.4, "n_prose_chars": 0}, None),
    ],
)
def test_both_sides_of_the_limit(values, reason):
    assert form_blank(page(**values)) == reason


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("Name:", True),
        ("姓名：", True),
        ("Date ____________", True),
        ("Signed .....................", True),
        ("☐ yes  ☐ no", True),
        ("yes ☐", True),
        ("☐", False),  # a part of the line of its words
        ("☑ yes", False),
        ("[ ] I agree", True),
        ("Contents .......... 7", False),  # a table of contents has a number behind its dots
        ("Introduction .................... 12", False),
        ("The following were there at the time of the flood:", False),
        ("a[i] = b[](c)", False),
        ("Date ___", False),  # three underscores are a gap in a text
        ("x" * 39 + ":", True),
        ("x" * 40 + ":", False),
        ("The river rose.", False),
        ("", False),
    ],
)
def test_what_asks_to_be_filled_in(line, blank):
    assert is_blank_line(line) is blank
