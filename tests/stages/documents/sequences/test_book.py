"""What is no book, and what a book tells of its figures."""

import pytest

from tests.stages.documents.pages import figure_page, image, page, prose_page, text
from tests.stages.documents.sequences.books import made


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ([prose_page(1), prose_page(2)], "figures_missing"),
        ([page(image(300), number=1), page(image(300), text(900), number=2)], "figures_unaligned"),
    ],
)
def test_what_is_no_book(pages, reason):
    (row,) = made(*pages)
    assert (row.reason, row.image.bytes) == (reason, pages[0].image)


def test_scores_tell_the_evidence():
    beside = page(text(240), image(320), number=2)
    (sample,) = made(figure_page(1), beside)
    scores = {score.name: score.value for score in sample.scores}
    assert (scores["n_figures"], scores["n_captioned"], scores["n_near_prose"]) == (2, 1, 1)
    assert scores["alignment_fraction"] == pytest.approx(0.75)
    assert scores["image_text_ratio"] == pytest.approx(sample.n_vision_tokens / sample.n_text_tokens)
