"""Limits on spam and empty forms: both sides of each."""

import pytest

from tests.stages.documents.pages import prose_page
from vlcorpus.filters.documents.forms import form_blank, is_blank_line
from vlcorpus.filters.documents.spam import links_dense, text_repeated
from vlcorpus.schemas.documents.document import WordMeasures
from vlcorpus.schemas.reasons import Reason


def page(**values):
    row = prose_page(1)
    row.words = WordMeasures(
        **{
            "n_words": 300,
            "top_bigram_fraction": 0.02,
            "top_trigram_fraction": 0.01,
            "top_fourgram_fraction": 0.01,
            "repeated_line_fraction": 0.0,
            "n_links": 0,
            "link_fraction": 0.0,
            "blank_line_fraction": 0.0,
            "n_prose_chars": 1500,
            **values,
        }
    )
    return row


@pytest.mark.parametrize(
    ("accept", "values", "reason"),
    [
        (text_repeated, {"top_bigram_fraction": 0.2}, None),
        (text_repeated, {"top_bigram_fraction": 0.21}, Reason.TEXT_REPEATED),
        (text_repeated, {"top_trigram_fraction": 0.18}, None),
        (text_repeated, {"top_trigram_fraction": 0.19}, Reason.TEXT_REPEATED),
        (text_repeated, {"top_fourgram_fraction": 0.16}, None),
        (text_repeated, {"top_fourgram_fraction": 0.17}, Reason.TEXT_REPEATED),
        (text_repeated, {"top_fourgram_fraction": 0.17, "n_words": 100}, Reason.TEXT_REPEATED),
        (text_repeated, {"top_fourgram_fraction": 0.17, "n_words": 99}, None),
        (text_repeated, {"repeated_line_fraction": 0.5}, None),
        (text_repeated, {"repeated_line_fraction": 0.51}, Reason.TEXT_REPEATED),
        (links_dense, {"link_fraction": 0.51, "n_links": 10}, Reason.LINKS_DENSE),
        (links_dense, {"link_fraction": 0.51, "n_links": 9}, None),
        (links_dense, {"link_fraction": 0.5, "n_links": 10}, None),
        (form_blank, {"blank_line_fraction": 0.41, "n_prose_chars": 199}, Reason.FORM_BLANK),
        (form_blank, {"blank_line_fraction": 0.41, "n_prose_chars": 200}, None),
        (form_blank, {"blank_line_fraction": 0.4, "n_prose_chars": 0}, None),
    ],
)
def test_both_sides_of_the_limit(accept, values, reason):
    assert accept(page(**values)) == reason


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("Name:", True),
        ("姓名：", True),
        ("Date ____________", True),
        ("Signed .....................", True),
        ("☐ yes  ☐ no", True),
        ("[ ] I agree", True),
        ("Contents .......... 7", False),  # a table of contents has a number behind its dots
        ("Introduction .................... 12", False),
        ("The following were there at the time of the flood:", False),
        ("a[i] = b[](c)", False),
        ("The river rose.", False),
        ("", False),
    ],
)
def test_what_asks_to_be_filled_in(line, blank):
    assert is_blank_line(line) is blank
