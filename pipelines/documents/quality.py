"""Which parses go on: the configuration's `quality.*`. What fails is a reject; nothing is mended here."""

from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.filters.documents.parse import (
    boxes_empty,
    boxes_overlap,
    ink_uncovered,
    order_disagrees,
    table_overlapped,
    table_runs_on,
    table_sparse,
    text_lost,
)
from vlcorpus.stages.keep import Keep


class QualityConfig(BaseModel):
    """The parse against the text layer, its order, and the page's ink. Evidence: `filters/documents`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    min_word_recall: float = Field(
        0.9, ge=0, le=1, description="ours: of the text layer's words, in the parse"
    )
    max_figure_text: float = Field(0.5, ge=0, le=1, description="ours: of the characters, left to figures")
    max_overlap_fraction: float = Field(0.1, ge=0, le=1, description="ours: of the blocks' area")
    min_order_agreement: float = Field(
        0.6, ge=0, le=1, description="ours: with the text layer's order; 1 % of real pages are below 0.81"
    )
    min_ink_covered: float = Field(
        0.9, ge=0, le=1, description="ours: of the printed cells, in a block; 5 % of real pages: below 0.96"
    )
    max_empty_boxes: float = Field(0.1, ge=0, le=1, description="ours: of the blocks, without ink")
    min_table_fill: float = Field(
        0.5, ge=0, le=1, description="ours: of a table's cells, with text; right ones have 0.58"
    )
    max_table_run_on: float = Field(
        0.15, ge=0, le=1, description="ours: of a table's cells, in mid-sentence; right ones have 0.03"
    )
    max_table_overlap: float = Field(
        0.3, ge=0, le=1, description="ours: of a table and a block upon it; right ones share 0.08"
    )

    def keep(self) -> Keep:
        return Keep(
            partial(text_lost, min_word_recall=self.min_word_recall, max_figure_text=self.max_figure_text),
            partial(boxes_overlap, max_overlap_fraction=self.max_overlap_fraction),
            partial(order_disagrees, min_order_agreement=self.min_order_agreement),
            partial(ink_uncovered, min_ink_covered=self.min_ink_covered),
            partial(boxes_empty, max_empty_boxes=self.max_empty_boxes),
            partial(table_sparse, min_table_fill=self.min_table_fill),
            partial(table_runs_on, max_table_run_on=self.max_table_run_on),
            partial(table_overlapped, max_table_overlap=self.max_table_overlap),
        )
