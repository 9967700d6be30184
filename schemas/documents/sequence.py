"""What is known of pages in a row before they become one sample; `filters/documents/sequences.py` decides."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class SequenceMeasures:
    """Numbers on consecutive pages of one document. Tokens are those of the sample."""

    n_pages: int
    n_missing_pages: int  # between the first and the last page: rejected before
    n_block_kinds: int  # different kinds of blocks on all pages, page furniture left out
    word_recall: float  # 0..1, mean over the pages
    n_text_tokens: int
    n_vision_tokens: int


@dataclass(slots=True, kw_only=True)
class BookMeasures(SequenceMeasures):
    """Numbers on text with its figures. Each figure counts once, under its best evidence."""

    n_figures: int
    n_captioned: int  # a caption stands at the figure
    n_referred: int  # no caption, but the page's text speaks of a figure
    n_near_prose: int  # nothing but prose beside it
    alignment_fraction: float  # 0..1, mean over figures of what their evidence is worth; 0 without figures
    image_text_ratio: float  # vision tokens per text token
