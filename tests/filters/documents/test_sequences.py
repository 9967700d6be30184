"""Limits on sequences of pages: both sides of each."""

import pytest

from vlcorpus.filters.documents.sequences import (
    elements_uniform,
    figures_missing,
    figures_unaligned,
    pages_missing,
    sequence_too_short,
    too_few_images_for_length,
    too_few_pages_for_length,
)
from vlcorpus.schemas.documents.sequence import BookMeasures
from vlcorpus.schemas.reasons import Reason


def book(**values) -> BookMeasures:
    return BookMeasures(
        **{
            "n_pages": 20,
            "n_missing_pages": 0,
            "n_block_kinds": 4,
            "word_recall": 1.0,
            "n_text_tokens": 30_000,
            "n_vision_tokens": 6_000,
            "n_figures": 10,
            "n_captioned": 10,
            "n_referred": 0,
            "n_near_prose": 0,
            "alignment_fraction": 1.0,
            "image_text_ratio": 0.2,
            **values,
        }
    )


@pytest.mark.parametrize(
    ("accept", "values", "reason"),
    [
        (sequence_too_short, {"n_pages": 1}, Reason.SEQUENCE_TOO_SHORT),
        (sequence_too_short, {"n_pages": 2}, None),
        (pages_missing, {"n_missing_pages": 20}, None),
        (pages_missing, {"n_missing_pages": 21}, Reason.PAGES_MISSING),
        (elements_uniform, {"n_block_kinds": 1}, Reason.ELEMENTS_UNIFORM),
        (elements_uniform, {"n_block_kinds": 2}, None),
        (figures_missing, {"n_figures": 0}, Reason.FIGURES_MISSING),
        (figures_missing, {"n_figures": 1}, None),
        (figures_unaligned, {"alignment_fraction": 0.49}, Reason.FIGURES_UNALIGNED),
        (figures_unaligned, {"alignment_fraction": 0.5}, None),
        (too_few_pages_for_length, {"n_pages": 15}, Reason.TOO_FEW_PAGES_FOR_LENGTH),
        (too_few_pages_for_length, {"n_pages": 16}, None),
        (too_few_pages_for_length, {"n_pages": 2, "n_vision_tokens": 2768}, None),
        (too_few_pages_for_length, {"n_pages": 2, "n_vision_tokens": 2769}, Reason.TOO_FEW_PAGES_FOR_LENGTH),
        (too_few_images_for_length, {"image_text_ratio": 0.019}, Reason.TOO_FEW_IMAGES_FOR_LENGTH),
        (too_few_images_for_length, {"image_text_ratio": 0.02}, None),
        (too_few_images_for_length, {"image_text_ratio": 0.0, "n_vision_tokens": 2768}, None),
    ],
)
def test_both_sides_of_the_limit(accept, values, reason):
    assert accept(book(**values)) == reason
