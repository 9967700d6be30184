"""Limits on pages in a row: what is no document to read as a whole, and no book to learn from.

Pure predicates on `schemas/documents/sequence.py`; bind thresholds with `bind`.
Source: Qwen3-VL report §3.2.1 (books: pure-text and low-alignment segments are dropped, ultra-long ones
need pages and images) and §3.2.3 (long documents of good quality). It gives no number.
"""

from vlcorpus.schemas.documents.sequence import BookMeasures, SequenceMeasures
from vlcorpus.schemas.reasons import Reason


def sequence_too_short(sequence: SequenceMeasures, *, min_pages: int = 2) -> Reason | None:
    """`min_pages` = 2, ours: one page is a page sample already."""
    return Reason.SEQUENCE_TOO_SHORT if sequence.n_pages < min_pages else None


def pages_missing(sequence: SequenceMeasures, *, max_missing_fraction: float = 0.5) -> Reason | None:
    """`max_missing_fraction` = 0.5, ours: of the pages from first to last; above it most are not there."""
    n_spanned = sequence.n_pages + sequence.n_missing_pages
    return Reason.PAGES_MISSING if sequence.n_missing_pages > max_missing_fraction * n_spanned else None


def elements_uniform(sequence: SequenceMeasures, *, min_block_kinds: int = 2) -> Reason | None:
    """`min_block_kinds` = 2, ours: pages on which nothing but paragraphs was found teach no structure."""
    return Reason.ELEMENTS_UNIFORM if sequence.n_block_kinds < min_block_kinds else None


def figures_missing(book: BookMeasures) -> Reason | None:
    """Pure text: an interleaved sequence needs an image."""
    return Reason.FIGURES_MISSING if book.n_figures == 0 else None


def figures_unaligned(book: BookMeasures, *, min_alignment_fraction: float = 0.5) -> Reason | None:
    """`min_alignment_fraction` = 0.5, ours: the mean of an image beside prose that no word of it names."""
    return Reason.FIGURES_UNALIGNED if book.alignment_fraction < min_alignment_fraction else None


def too_few_pages_for_length(
    book: BookMeasures, *, ultra_long_tokens: int = 32_768, min_pages: int = 16
) -> Reason | None:
    """`ultra_long_tokens` = 32,768: only the report's last stage takes more (docs/formats.md §9).

    `min_pages` = 16, ours: fewer hold more than 2,048 tokens each, which is tables and not a book's page.
    """
    too_few = _tokens(book) > ultra_long_tokens and book.n_pages < min_pages
    return Reason.TOO_FEW_PAGES_FOR_LENGTH if too_few else None


def too_few_images_for_length(
    book: BookMeasures, *, ultra_long_tokens: int = 32_768, min_image_text_ratio: float = 0.02
) -> Reason | None:
    """`min_image_text_ratio` = 0.02, ours: one image of 200 tokens per 10,000 tokens, some 12 pages."""
    too_few = _tokens(book) > ultra_long_tokens and book.image_text_ratio < min_image_text_ratio
    return Reason.TOO_FEW_IMAGES_FOR_LENGTH if too_few else None


def _tokens(sequence: SequenceMeasures) -> int:
    return sequence.n_text_tokens + sequence.n_vision_tokens
