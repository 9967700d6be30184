"""How pages of a document become sequences: the configuration's `sequences.*`, and the formats made of it."""

from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.filters.documents.sequences import (
    elements_uniform,
    figures_missing,
    figures_unaligned,
    pages_missing,
    sequence_too_short,
    too_few_images_for_length,
    too_few_pages_for_length,
)
from vlcorpus.stages.documents.sequences.book import Book
from vlcorpus.stages.documents.sequences.long_document import WRITERS, LongDocument, PageSize
from vlcorpus.stages.documents.sequences.sequence import SequenceFormat
from vlcorpus.stages.documents.sequences.to_sequences import MAX_TOKENS, ToSequences

INTERLEAVED = "interleaved"
SEQUENCES = (*WRITERS, INTERLEAVED)


class SequencesConfig(BaseModel):
    """Long documents (`longdoc_html`, `longdoc_markdown`) and books (`interleaved`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_tokens: int = Field(MAX_TOKENS, ge=1024, le=MAX_TOKENS, description="Qwen3-VL's last stage: 262,144")
    min_pages: int = Field(2, ge=2, description="ours: one page is a page sample already")
    max_missing_fraction: float = Field(
        0.5, ge=0, le=1, description="ours: of the pages from the first to the last, those rejected before"
    )

    page_max_side_px: int = Field(1500, ge=32, description="Qwen3-VL's long-document cookbook")
    page_min_pixels: int = Field(512 * 32 * 32, gt=0, description="Qwen3-VL's long-document cookbook")
    page_max_pixels: int = Field(730 * 32 * 32, gt=0, description="Qwen3-VL's long-document cookbook")
    min_block_kinds: int = Field(
        2, ge=1, description="ours: of a long document; pages of nothing but paragraphs teach no structure"
    )

    max_book_missing_fraction: float = Field(
        0.2, ge=0, le=1, description="ours: of a book's pages; text without every fourth page does not go on"
    )
    max_gap_pages: int = Field(1, ge=0, description="ours: a book goes on behind a blank page or a plate")
    min_alignment_fraction: float = Field(
        0.5,
        ge=0,
        le=1,
        description="ours: mean over figures; 1 with a caption or a word about one, 0.5 beside prose, else 0",
    )
    ultra_long_tokens: int = Field(32_768, ge=1, description="only Qwen3-VL's last stage takes more")
    min_ultra_long_pages: int = Field(16, ge=1, description="ours: fewer hold 2,048 tokens each: tables")
    min_image_text_ratio: float = Field(
        0.02, ge=0, description="ours: vision per text tokens of an ultra-long book, a picture per 12 pages"
    )


def to_sequences(
    formats: tuple[str, ...],
    cfg: SequencesConfig,
    *,
    furniture: bool,
    jpeg_quality: int,
    seed: int,
    tokenizer: str | None,
) -> ToSequences:
    """Return the stage that makes those of `formats` that are sequences."""
    made: list[SequenceFormat] = [
        _long_document(name, cfg, furniture, jpeg_quality) for name in formats if name in WRITERS
    ]
    if INTERLEAVED in formats:
        made.append(_book(cfg, jpeg_quality))
    return ToSequences(tuple(made), max_tokens=cfg.max_tokens, seed=seed, tokenizer_path=tokenizer)


def _long_document(name: str, cfg: SequencesConfig, furniture: bool, jpeg_quality: int) -> LongDocument:
    return LongDocument(
        name,
        PageSize(cfg.page_max_side_px, cfg.page_min_pixels, cfg.page_max_pixels, jpeg_quality),
        furniture=furniture,
        filters=(
            partial(sequence_too_short, min_pages=cfg.min_pages),
            partial(pages_missing, max_missing_fraction=cfg.max_missing_fraction),
            partial(elements_uniform, min_block_kinds=cfg.min_block_kinds),
        ),
    )


def _book(cfg: SequencesConfig, jpeg_quality: int) -> Book:
    long = cfg.ultra_long_tokens
    return Book(
        jpeg_quality=jpeg_quality,
        max_gap_pages=cfg.max_gap_pages,
        filters=(
            partial(sequence_too_short, min_pages=cfg.min_pages),
            partial(pages_missing, max_missing_fraction=cfg.max_book_missing_fraction),
            figures_missing,
            partial(figures_unaligned, min_alignment_fraction=cfg.min_alignment_fraction),
            partial(too_few_pages_for_length, ultra_long_tokens=long, min_pages=cfg.min_ultra_long_pages),
            partial(
                too_few_images_for_length,
                ultra_long_tokens=long,
                min_image_text_ratio=cfg.min_image_text_ratio,
            ),
        ),
    )
