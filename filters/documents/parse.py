"""Limits on a parsed page: what the parse says must be what the page shows.

Predicates on `ParsedPage.parse`; bind thresholds with `bind`. A measure that was not taken
(None) rejects nothing. Evidence "on real pages": 391 pages of 205 public PDFs, looked at where a limit is
near.
"""

from vlcorpus.schemas.documents.document import ParsedPage
from vlcorpus.schemas.reasons import Reason


def text_lost(
    page: ParsedPage, *, min_word_recall: float = 0.9, max_figure_text: float = 0.5
) -> Reason | None:
    """The parse says too little of what the page says.

    `min_word_recall` = 0.9, ours: two hyphenated words in a short paragraph are 5 %.
    `max_figure_text` = 0.5, ours: a page that is mostly a labelled drawing is a figure.
    """
    parse = page.parse
    lost = parse.word_recall < min_word_recall or parse.figure_text_fraction > max_figure_text
    return Reason.TEXT_LOST if lost else None


def boxes_overlap(page: ParsedPage, *, max_overlap_fraction: float = 0.1) -> Reason | None:
    """`max_overlap_fraction` = 0.1, ours: neighbours' line boxes touch by 2 %; more is a wrong grouping."""
    return Reason.BOXES_OVERLAP if page.parse.overlap_fraction > max_overlap_fraction else None


def order_disagrees(page: ParsedPage, *, min_order_agreement: float = 0.6) -> Reason | None:
    """The parse reads in an order that the file's text has neither in the large nor in the small.

    `min_order_agreement` = 0.6, ours: on real pages 1 % are below 0.81; columns read across have 0.5 in the
    median. A stream whose blocks were shuffled keeps 0.8: whole blocks in a wrong order are not found.
    """
    agreement = page.parse.order_agreement
    return Reason.ORDER_DISAGREES if agreement is not None and agreement < min_order_agreement else None


def ink_uncovered(page: ParsedPage, *, min_ink_covered: float = 0.9) -> Reason | None:
    """Too much of what is printed lies in no block: a figure or a text that the parse does not know of.

    `min_ink_covered` = 0.9, ours: on real pages 5 % are below 0.96, for ornaments and small logos; from 0.9
    down a figure is missing.
    """
    covered = page.parse.ink_covered_fraction
    return Reason.INK_UNCOVERED if covered is not None and covered < min_ink_covered else None


def boxes_empty(page: ParsedPage, *, max_empty_boxes: float = 0.1) -> Reason | None:
    """`max_empty_boxes` = 0.1, ours: of the blocks; on real pages one is empty where its print is pale."""
    empty = page.parse.empty_box_fraction
    return Reason.BOXES_EMPTY if empty is not None and empty > max_empty_boxes else None


def table_sparse(page: ParsedPage, *, min_table_fill: float = 0.5) -> Reason | None:
    """`min_table_fill` = 0.5, ours: of a table's cells; right tables of the benchmark have 0.58 or more."""
    filled = page.parse.table_fill_fraction
    return Reason.TABLE_SPARSE if filled is not None and filled < min_table_fill else None


def table_runs_on(page: ParsedPage, *, max_table_run_on: float = 0.15) -> Reason | None:
    """Rows of a table that are lines of prose, or lines of one row.

    `max_table_run_on` = 0.15, ours: right tables of the benchmark have 0.03 or less, prose 0.2 to 0.8.
    """
    running = page.parse.table_run_on_fraction
    return Reason.TABLE_RUNS_ON if running is not None and running > max_table_run_on else None


def table_overlapped(page: ParsedPage, *, max_table_overlap: float = 0.2) -> Reason | None:
    """`max_table_overlap` = 0.2, ours: right tables share 0.08 with a neighbour, wrong ones 0.8."""
    shared = page.parse.table_overlap_fraction
    return Reason.TABLE_OVERLAPPED if shared is not None and shared > max_table_overlap else None
