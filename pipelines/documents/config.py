"""What a user may say of documents: sizes, readers, thresholds; each with its reason."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from vlcorpus.pipelines.config import InputConfig
from vlcorpus.schemas.documents.document_type import DocumentType
from vlcorpus.schemas.qwenvl.html import HtmlClasses
from vlcorpus.stages.documents.document_types.score_types import MIN_LEAD, MIN_SCORE
from vlcorpus.stages.documents.pdf.reader import LayoutMode
from vlcorpus.stages.documents.sequences.long_document import FORMATS
from vlcorpus.stages.documents.sequences.to_sequences import MAX_TOKENS

INTERLEAVED = "interleaved"
SEQUENCES = (*FORMATS, INTERLEAVED)


class QualityConfig(BaseModel):
    """The parse against the text layer, its order, and the page's ink. Evidence: `filters/documents`."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    min_word_recall: float = Field(
        default=0.9, ge=0, le=1, description="ours: share of the text layer's words that the parse must hold"
    )
    max_figure_text: float = Field(
        default=0.5, ge=0, le=1, description="ours: share of the characters that may stay inside figures"
    )
    max_overlap_fraction: float = Field(
        default=0.1, ge=0, le=1, description="ours: share of the blocks' area that may be covered twice"
    )
    min_order_agreement: float = Field(
        default=0.6,
        ge=0,
        le=1,
        description="ours: how far the reading order must agree with that of the text layer; 1 % of real "
        "pages are below 0.81",
    )
    min_ink_covered: float = Field(
        default=0.9,
        ge=0,
        le=1,
        description="ours: share of the printed area that must lie in a block; 5 % of real pages are below "
        "0.96",
    )
    max_empty_boxes: float = Field(
        default=0.1, ge=0, le=1, description="ours: share of the blocks that may lie where nothing is printed"
    )
    min_table_fill: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: share of a table's cells that must hold text; tables that are right have 0.58 or "
        "more",
    )
    max_table_run_on: float = Field(
        default=0.15,
        ge=0,
        le=1,
        description="ours: share of a table's cells that may go on with the sentence above; tables that are "
        "right have up to 0.03",
    )
    max_table_overlap: float = Field(
        default=0.2,
        ge=0,
        le=1,
        description="ours: share of a table that a block may cover; tables that are right share up to 0.08",
    )
    max_broken_lines: float = Field(
        default=0.03,
        ge=0,
        le=1,
        description="ours: share of the lines of print that may stand in no block at their place; one of 35 "
        "is chance",
    )
    max_lost_numbers: float = Field(
        default=0.1,
        ge=0,
        le=1,
        description="ours: share of a table's numbers that its grid may lack; tables that are right lack up "
        "to 0.05",
    )
    max_misplaced_numbers: float = Field(
        default=0.05,
        ge=0,
        le=1,
        description="ours: share of a table's numbers that may be printed in another row or column; tables "
        "that are right have up to 0.02",
    )
    max_fused_cells: float = Field(
        default=0.1,
        ge=0,
        le=1,
        description="ours: share of a table's cells with numbers that may hold those of several rows or "
        "columns; tables that are right have up to 0.02",
    )


class SanityConfig(BaseModel):
    """Pages made for search engines, and forms that nobody has filled in."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    min_words: int = Field(
        default=100, ge=1, description="ours: on a page of fewer words, repetition is not judged"
    )
    max_ngram_fractions: tuple[float, float, float] = Field(
        default=(0.20, 0.18, 0.16),
        description="share of the text that the most frequent 2, 3 and 4 words in a row may be; Gopher's "
        "values",
    )
    max_repeated_line_fraction: float = Field(
        default=0.5, ge=0, le=1, description="ours: share of the printed lines that may be repeated"
    )
    max_link_fraction: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: share of the prose that may be links; a list of references has a third",
    )
    min_links: int = Field(
        default=10,
        ge=1,
        description="ours: a page with fewer links is not judged by them; a page of contacts has some",
    )
    max_blank_line_fraction: float = Field(
        default=0.4, ge=0, le=1, description="ours: share of the lines that may be blanks to fill in"
    )
    min_prose_chars: int = Field(
        default=200,
        ge=0,
        description="ours: a form with more prose is kept; two lines of instructions are worth reading",
    )


class TypesConfig(BaseModel):
    """The kind of a document: told from its first pages, and written into every sample."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    kept: tuple[DocumentType, ...] = Field(
        default=(), description="only documents of these kinds go on; an empty list: all"
    )
    look_ahead_pages: int = Field(
        default=5, ge=1, description="ours: the kind is told from this many accepted pages, the first ones"
    )
    min_score: float = Field(
        default=MIN_SCORE,
        ge=0,
        description="ours: score below which a kind is unknown; one strong cue, or two weak ones, reach it",
    )
    min_lead: float = Field(
        default=MIN_LEAD,
        ge=0,
        description="ours: how far the best kind must be ahead of the second; one weak cue",
    )


class SequencesConfig(BaseModel):
    """Long documents (`longdoc_html`, `longdoc_markdown`) and books (`interleaved`)."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    max_tokens: int = Field(
        default=MAX_TOKENS,
        ge=1024,
        le=MAX_TOKENS,
        description="tokens of a sequence; those of the report's last training stage",
    )
    min_pages: int = Field(
        default=2,
        ge=2,
        description="ours: a sequence of fewer pages is a reject; one page has a sample of its own",
    )
    max_missing_fraction: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: share of the pages, from the first to the last, that may have been rejected",
    )

    page_max_side_px: int = Field(default=1500, ge=32, description="Qwen3-VL's long-document cookbook")
    page_min_pixels: int = Field(default=512 * 32 * 32, gt=0, description="Qwen3-VL's long-document cookbook")
    page_max_pixels: int = Field(default=730 * 32 * 32, gt=0, description="Qwen3-VL's long-document cookbook")
    min_block_kinds: int = Field(
        default=2,
        ge=1,
        description="ours: kinds of blocks that a long document must have; paragraphs alone teach no form",
    )

    max_book_missing_fraction: float = Field(
        default=0.2,
        ge=0,
        le=1,
        description="ours: share of a book's pages that may have been rejected; without every fourth page a "
        "text does not go on",
    )
    max_gap_pages: int = Field(
        default=1,
        ge=0,
        description="ours: rejected pages in a row over which a book goes on: a blank page, a plate",
    )
    min_alignment_fraction: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: how well a book's figures must be spoken of, a mean: 1 with a caption or a "
        "reference, 0.5 beside prose, else 0",
    )
    ultra_long_tokens: int = Field(
        default=32_768,
        ge=1,
        description="tokens above which a book is ultra-long; only the report's last training stage takes "
        "more",
    )
    min_ultra_long_pages: int = Field(
        default=16,
        ge=1,
        description="ours: pages that an ultra-long book must have; on fewer, each holds 2,048 tokens, as "
        "tables do",
    )
    min_image_text_ratio: float = Field(
        default=0.02,
        ge=0,
        description="ours: visual tokens per text token that an ultra-long book must have; an image per 12 "
        "pages",
    )


class DocumentsConfig(InputConfig):
    patterns: tuple[str, ...] = Field(
        default=("*.pdf",), description="which files of a folder are read, by their names"
    )
    dpi: float = Field(
        default=144,
        gt=0,
        description="resolution at which pages become images; Qwen3-VL's long-document cookbook",
    )
    min_pixels: int = Field(
        default=512 * 32 * 32,
        gt=0,
        description="least size of a page image, 512 tokens; Qwen3-VL's document cookbooks",
    )
    max_pixels: int = Field(
        default=2048 * 32 * 32,
        gt=0,
        description="greatest size of a page image, 2,048 tokens; Qwen3-VL's document cookbooks",
    )
    jpeg_quality: int = Field(
        default=90, ge=1, le=100, description="ours: quality of page images; no ringing that the eye finds"
    )
    formats: tuple[
        Literal["doc_html", "doc_markdown", "longdoc_html", "longdoc_markdown", "interleaved"], ...
    ] = Field(
        # ours: a second parse of whole documents would show the same images again
        default=("doc_html", "doc_markdown", "longdoc_html", "interleaved"),
        min_length=1,
        description="formats to make: doc_* of each page, the others of each document of several pages",
    )
    classes: HtmlClasses = Field(
        default=HtmlClasses.QWEN,
        description="of QwenVL-HTML: qwen (text, table, image and formula, as Qwen3-VL writes by itself: "
        "headings, captions and lists are text) or full (a class for each kind of block, and the level of "
        "headings; prompts of its own ask for them)",
    )
    sequences: SequencesConfig = Field(default=SequencesConfig(), description="samples of several pages")
    furniture: bool = Field(
        default=True, description="ours: whether running heads, feet and page numbers are part of the answer"
    )
    tokenizer: str | None = Field(
        default=None,
        description="a tokenizer.json that counts text tokens; without one the counts are estimates",
    )

    layout: LayoutMode = Field(
        default=LayoutMode.ROUTED,
        description="where a layout model looks: geometry (nowhere; 20 pages/s of a core), routed (where "
        "tables may be that geometry does not read), model (at every page; 3 pages/s)",
    )
    layout_by_role: bool = Field(
        default=False,
        description="ask the model of the role layout for every page, in place of the reader's own",
    )
    max_pages: int = Field(
        default=1_000, ge=1, description="ours: pages that are read of a file; a long book has so many"
    )
    cpu_s_per_page: float = Field(
        default=0.5,
        gt=0,
        description="ours: CPU seconds that each page adds to its file's; twice what the dearest usual page "
        "takes, layout model included",
    )
    file_cpu_s: float = Field(
        default=12,
        gt=0,
        description="ours: CPU seconds to read a file, beyond those of its pages, restarts of the reader "
        "included",
    )
    page_cpu_s: float = Field(default=4, gt=0, description="ours: CPU seconds to read one page")
    page_wall_s: float = Field(
        default=120,
        gt=0,
        description="ours: seconds by the clock for one page; beyond them the reader is stuck, not slow",
    )
    memory_bytes: int = Field(
        default=1_400_000_000, gt=0, description="ours: bytes of memory that the reader may have"
    )

    ocr: Literal["none", "tesseract", "rapidocr"] = Field(
        default="none",
        description="engine that reads pages without a trustworthy text layer; none: they are rejected",
    )
    ocr_second: Literal["same", "none", "tesseract", "rapidocr"] = Field(
        default="same",
        description="engine that reads them again; a page is accepted where both readings agree",
    )
    ocr_languages: tuple[str, ...] = Field(
        default=("en",),
        min_length=1,
        description="languages to read, ISO 639-1; those in the script of the first are tried first",
    )
    ocr_dpi: float = Field(
        default=200, gt=0, description="ours: resolution for OCR; 150 loses small print, 300 reads no better"
    )
    min_ocr_confidence: float = Field(
        default=0.75, ge=0, le=1, description="ours: confidence of a page that the OCR engine must state"
    )
    min_ocr_agreement: float = Field(
        default=0.9, ge=0, le=1, description="ours: agreement of the two readings, 1 - character error rate"
    )

    min_side_pt: float = Field(
        default=72,
        ge=1,
        description="ours: least side of a page in points, one inch; smaller is a figure or a stamp",
    )
    min_chars: int = Field(default=20, ge=1, description="ours: least characters of a page; three words")
    max_garbled_fraction: float = Field(
        default=0.02, ge=0, le=1, description="ours: share of the characters that may have no Unicode meaning"
    )
    unread_regions: Literal["reject", "image"] = Field(
        default="reject",
        description="ours: a page with a region that nobody reads (a formula whose structure is in doubt) "
        "is rejected; or the region stays an image",
    )
    max_inline_math_fraction: float = Field(
        default=0.0,
        ge=0,
        le=1,
        description="ours: share of the text's characters that may be in formulas within lines whose "
        "structure is in doubt; they are written without it",
    )
    quality: QualityConfig = Field(default=QualityConfig(), description="what a parse must keep of its page")
    sanity: SanityConfig = Field(default=SanityConfig(), description="spam and empty forms")
    types: TypesConfig = Field(default=TypesConfig(), description="kinds of documents")

    @field_validator("formats")
    @classmethod
    def _a_page_format(cls, formats: tuple[str, ...]) -> tuple[str, ...]:
        if set(formats) <= set(SEQUENCES):
            raise ValueError("name doc_html or doc_markdown too: a page without a sample would be lost")
        return formats
