"""Limits on a parse: both sides of each, and a measure that was not taken rejects nothing."""

import pytest

from tests.stages.documents.pages import prose_page
from vlcorpus.filters.documents import parse as limits
from vlcorpus.schemas.documents.document import ParseMeasures

TAKEN = {
    "word_recall": 1.0,
    "overlap_fraction": 0.0,
    "figure_text_fraction": 0.0,
    "inline_math_fraction": 0.0,
}


def page(**measured):
    row = prose_page(1)
    row.parse = ParseMeasures(**(TAKEN | measured))
    return row


@pytest.mark.parametrize(
    ("accept", "measured", "reason"),
    [
        (limits.text_lost, {"word_recall": 0.89}, "text_lost"),
        (limits.text_lost, {"word_recall": 0.9}, None),
        (limits.text_lost, {"figure_text_fraction": 0.51}, "text_lost"),
        (limits.text_lost, {"figure_text_fraction": 0.5}, None),
        (limits.boxes_overlap, {"overlap_fraction": 0.11}, "boxes_overlap"),
        (limits.boxes_overlap, {"overlap_fraction": 0.1}, None),
        (limits.order_disagrees, {"order_agreement": 0.59}, "order_disagrees"),
        (limits.order_disagrees, {"order_agreement": 0.6}, None),
        (limits.order_disagrees, {"order_agreement": None}, None),
        (limits.ink_uncovered, {"ink_covered_fraction": 0.89}, "ink_uncovered"),
        (limits.ink_uncovered, {"ink_covered_fraction": 0.9}, None),
        (limits.ink_uncovered, {"ink_covered_fraction": None}, None),
        (limits.boxes_empty, {"empty_box_fraction": 0.11}, "boxes_empty"),
        (limits.boxes_empty, {"empty_box_fraction": 0.1}, None),
        (limits.boxes_empty, {"empty_box_fraction": None}, None),
        (limits.table_sparse, {"table_fill_fraction": 0.49}, "table_sparse"),
        (limits.table_sparse, {"table_fill_fraction": 0.5}, None),
        (limits.table_sparse, {"table_fill_fraction": None}, None),
        (limits.table_runs_on, {"table_run_on_fraction": 0.16}, "table_runs_on"),
        (limits.table_runs_on, {"table_run_on_fraction": 0.15}, None),
        (limits.table_runs_on, {"table_run_on_fraction": None}, None),
        (limits.table_overlapped, {"table_overlap_fraction": 0.21}, "table_overlapped"),
        (limits.table_overlapped, {"table_overlap_fraction": 0.2}, None),
        (limits.table_overlapped, {"table_overlap_fraction": None}, None),
    ],
)
def test_both_sides_of_the_limit(accept, measured, reason):
    assert accept(page(**measured)) == reason
