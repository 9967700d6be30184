"""Limits on spam: both sides of each."""

import pytest

from tests.filters.documents.worded_page import page
from vlcorpus.filters.documents.spam import links_dense, text_repeated
from vlcorpus.schemas.reasons import Reason


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
    ],
)
def test_both_sides_of_the_limit(accept, values, reason):
    assert accept(page(**values)) == reason
