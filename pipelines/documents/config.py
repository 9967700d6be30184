"""What a user may say of documents: sizes, readers, thresholds; each with its reason."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from vlcorpus.filters.documents.types import MIN_LEAD, MIN_SCORE
from vlcorpus.pipelines.config import PipelineConfig
from vlcorpus.schemas.documents.document_type import DocumentType
from vlcorpus.stages.documents.pdf.reader import LayoutMode
from vlcorpus.stages.documents.sequences.long_document import WRITERS
from vlcorpus.stages.documents.sequences.to_sequences import MAX_TOKENS

INTERLEAVED = "interleaved"
SEQUENCES = (*WRITERS, INTERLEAVED)


class QualityConfig(BaseModel):
    """The parse against the text layer, its order, and the page's ink. Evidence: `filters/documents`."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    min_word_recall: float = Field(
        default=0.9, ge=0, le=1, description="ours: of the text layer's words, in the parse"
    )
    max_figure_text: float = Field(
        default=0.5, ge=0, le=1, description="ours: of the characters, left to figures"
    )
    max_overlap_fraction: float = Field(default=0.1, ge=0, le=1, description="ours: of the blocks' area")
    min_order_agreement: float = Field(
        default=0.6,
        ge=0,
        le=1,
        description="ours: with the text layer's order; 1 % of real pages are below 0.81",
    )
    min_ink_covered: float = Field(
        default=0.9,
        ge=0,
        le=1,
        description="ours: of the printed cells, in a block; 5 % of real pages: below 0.96",
    )
    max_empty_boxes: float = Field(default=0.1, ge=0, le=1, description="ours: of the blocks, without ink")
    min_table_fill: float = Field(
        default=0.5, ge=0, le=1, description="ours: of a table's cells, with text; right ones have 0.58"
    )
    max_table_run_on: float = Field(
        default=0.15,
        ge=0,
        le=1,
        description="ours: of a table's cells, in mid-sentence; right ones have 0.03",
    )
    max_table_overlap: float = Field(
        default=0.3, ge=0, le=1, description="ours: of a table and a block upon it; right ones share 0.08"
    )


class SanityConfig(BaseModel):
    """Pages made for search engines, and forms that nobody has filled in."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    min_words: int = Field(default=100, ge=1, description="ours: on a shorter page, repetition is not judged")
    max_ngram_fractions: tuple[float, float, float] = Field(
        default=(0.20, 0.18, 0.16), description="Gopher's, of the most frequent 2, 3 and 4 words in a row"
    )
    max_repeated_line_fraction: float = Field(
        default=0.5, ge=0, le=1, description="ours: of the printed lines"
    )
    max_link_fraction: float = Field(
        default=0.5, ge=0, le=1, description="ours: of the prose; references are a third"
    )
    min_links: int = Field(default=10, ge=1, description="ours: fewer are a page of contacts")
    max_blank_line_fraction: float = Field(
        default=0.4, ge=0, le=1, description="ours: of the lines, of an empty form"
    )
    min_prose_chars: int = Field(
        default=200, ge=0, description="ours: two lines of instructions are worth reading"
    )


class TypesConfig(BaseModel):
    """The kind of a document: told from its first pages, and written into every sample."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    kept: tuple[DocumentType, ...] = Field(default=(), description="only these kinds go on; none: all")
    look_ahead_pages: int = Field(default=5, ge=1, description="ours: of the accepted pages, the first")
    min_score: float = Field(default=MIN_SCORE, ge=0, description="ours: one strong cue, or two weak ones")
    min_lead: float = Field(default=MIN_LEAD, ge=0, description="ours: ahead of the second, one weak cue")


class SequencesConfig(BaseModel):
    """Long documents (`longdoc_html`, `longdoc_markdown`) and books (`interleaved`)."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    max_tokens: int = Field(
        default=MAX_TOKENS, ge=1024, le=MAX_TOKENS, description="Qwen3-VL's last stage: 262,144"
    )
    min_pages: int = Field(default=2, ge=2, description="ours: one page is a page sample already")
    max_missing_fraction: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: of the pages from the first to the last, those rejected before",
    )

    page_max_side_px: int = Field(default=1500, ge=32, description="Qwen3-VL's long-document cookbook")
    page_min_pixels: int = Field(default=512 * 32 * 32, gt=0, description="Qwen3-VL's long-document cookbook")
    page_max_pixels: int = Field(default=730 * 32 * 32, gt=0, description="Qwen3-VL's long-document cookbook")
    min_block_kinds: int = Field(
        default=2,
        ge=1,
        description="ours: of a long document; pages of nothing but paragraphs teach no structure",
    )

    max_book_missing_fraction: float = Field(
        default=0.2,
        ge=0,
        le=1,
        description="ours: of a book's pages; text without every fourth page does not go on",
    )
    max_gap_pages: int = Field(
        default=1, ge=0, description="ours: a book goes on behind a blank page or a plate"
    )
    min_alignment_fraction: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: mean over figures; 1 with a caption or a word about one, 0.5 beside prose, else 0",
    )
    ultra_long_tokens: int = Field(default=32_768, ge=1, description="only Qwen3-VL's last stage takes more")
    min_ultra_long_pages: int = Field(
        default=16, ge=1, description="ours: fewer hold 2,048 tokens each: tables"
    )
    min_image_text_ratio: float = Field(
        default=0.02,
        ge=0,
        description="ours: vision per text tokens of an ultra-long book, an image per 12 pages",
    )


class DocumentsConfig(PipelineConfig):
    patterns: tuple[str, ...] = Field(default=("*.pdf",), description="of the names of a folder's files")
    dpi: float = Field(
        default=144, gt=0, description="Qwen3-VL's long-document cookbook: PDF pages at 144 dpi"
    )
    min_pixels: int = Field(
        default=512 * 32 * 32, gt=0, description="of a page image; Qwen3-VL's document cookbooks: 512 tokens"
    )
    max_pixels: int = Field(
        default=2048 * 32 * 32,
        gt=0,
        description="of a page image; Qwen3-VL's document cookbooks: 2,048 tokens",
    )
    jpeg_quality: int = Field(default=90, ge=1, le=100, description="ours: no ringing that the eye finds")
    formats: tuple[
        Literal["doc_html", "doc_markdown", "longdoc_html", "longdoc_markdown", "interleaved"], ...
    ] = Field(
        # ours: a second parse of whole documents would show the same images again
        default=("doc_html", "doc_markdown", "longdoc_html", "interleaved"),
        min_length=1,
        description="one sample for each: of a page (doc_*), of a document of several pages (the others)",
    )
    sequences: SequencesConfig = Field(default=SequencesConfig(), description="of several pages")
    furniture: bool = Field(
        default=True, description="ours: running heads, feet and page numbers are in the answer"
    )
    tokenizer: str | None = Field(
        default=None, description="a tokenizer.json; without one, counts are estimates"
    )

    layout: LayoutMode = Field(
        default=LayoutMode.ROUTED,
        description="where a layout model looks: geometry (nowhere; 30 pages/s of a core), routed (where "
        "tables may be that geometry does not read), model (at every page; 3 pages/s)",
    )
    layout_by_role: bool = Field(
        default=False,
        description="ask the model of the role layout for every page, in place of the reader's own",
    )
    max_pages: int = Field(default=1_000, ge=1, description="ours: of a file; a long book")
    cpu_s_per_page: float = Field(
        default=0.5,
        gt=0,
        description="ours: CPU seconds, twice what the dearest usual page takes, model included",
    )
    file_cpu_s: float = Field(
        default=12,
        gt=0,
        description="ours: CPU seconds to read a file, beyond those of its pages; restarts included",
    )
    page_cpu_s: float = Field(
        default=4, gt=0, description="ours: CPU seconds to read a page; two may be lost"
    )
    page_wall_s: float = Field(default=120, gt=0, description="ours: a stuck reader, not a slow one")
    memory_bytes: int = Field(default=1_400_000_000, gt=0, description="ours: address space of the reader")

    ocr: Literal["none", "tesseract", "rapidocr"] = Field(
        default="none",
        description="what reads pages without a text layer to believe; none: they are rejected",
    )
    ocr_second: Literal["same", "none", "tesseract", "rapidocr"] = Field(
        default="same", description="what reads them again: a page is accepted where both agree"
    )
    ocr_languages: tuple[str, ...] = Field(
        default=("en",),
        min_length=1,
        description="ISO 639-1; those of the first one's script are tried first",
    )
    ocr_dpi: float = Field(default=200, gt=0, description="ours: 150 loses small print, 300 reads no better")
    min_ocr_confidence: float = Field(default=0.75, ge=0, le=1, description="ours: as the engine states it")
    min_ocr_agreement: float = Field(default=0.9, ge=0, le=1, description="ours: 1 - CER of the two readings")

    min_side_pt: float = Field(default=72, ge=1, description="ours: one inch; smaller is a figure or a stamp")
    min_chars: int = Field(default=20, ge=1, description="ours: three words")
    max_garbled_fraction: float = Field(default=0.02, ge=0, le=1, description="ours: of the characters")
    unread_regions: Literal["reject", "image"] = Field(
        default="reject",
        description="ours: a page with a region that nobody reads (a formula whose structure is in doubt) "
        "is rejected; or the region stays an image",
    )
    max_inline_math_fraction: float = Field(
        default=0.08,
        ge=0,
        le=1,
        description="ours: of the text's characters, in fonts of formulas; in prose 5 %",
    )
    quality: QualityConfig = Field(default=QualityConfig(), description="the parse against the page")
    sanity: SanityConfig = Field(default=SanityConfig(), description="spam and empty forms")
    types: TypesConfig = Field(default=TypesConfig(), description="kinds of documents")

    @field_validator("formats")
    @classmethod
    def _a_page_format(cls, formats: tuple[str, ...]) -> tuple[str, ...]:
        if set(formats) <= set(SEQUENCES):
            raise ValueError("name doc_html or doc_markdown too: a page without a sample would be lost")
        return formats
