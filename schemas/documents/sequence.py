"""What is known of pages in a row before they become one sample; `filters/documents/sequences.py` decides."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class SequenceMeasures:
    """Numbers on consecutive pages of one document. Tokens are those of the sample."""

    n_pages: int
    n_missing_pages: int  # number of pages between the first and the last that were rejected
    n_block_kinds: int  # number of different kinds of blocks on the pages, page furniture left out
    word_recall: float  # mean over the pages of `ParseMeasures.word_recall`, 0..1
    n_text_tokens: int
    n_vision_tokens: int


@dataclass(slots=True, kw_only=True)
class BookMeasures(SequenceMeasures):
    """Numbers on text with its figures. Each figure counts once, under its best evidence."""

    n_figures: int
    n_captioned: int  # number of figures at which a caption stands
    n_referred: int  # number of figures without a caption of which the page's text speaks
    n_near_prose: int  # number of figures with nothing but prose beside them
    alignment_fraction: float  # mean worth of the figures' evidence, 0..1; 0 without figures
    image_text_ratio: float  # number of vision tokens per text token
