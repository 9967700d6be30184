"""Documents: PDFs → pages with a text layer, or read by OCR → QwenVL-HTML and QwenVL-Markdown with boxes.

Source: Qwen3-VL report §3.2.3 for the two formats; a first cut of its document pipeline that asks no model.
Pages that nobody of the run can read (scans without an OCR engine, formulas) are rejected with their reason.
"""

from functools import partial
from typing import Literal

from pydantic import Field, field_validator

from vlcorpus.filters.documents.page import (
    formulas_inline,
    ocr_disagrees,
    ocr_uncertain,
    page_empty,
    page_scanned,
    page_size_invalid,
    page_too_small,
    text_garbled,
    text_invisible,
    text_too_short,
)
from vlcorpus.pipelines.config import PipelineConfig
from vlcorpus.pipelines.documents.quality import QualityConfig
from vlcorpus.pipelines.documents.sanity import SanityConfig, TypesConfig
from vlcorpus.pipelines.documents.sequences import INTERLEAVED, SEQUENCES, SequencesConfig, to_sequences
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.stages.documents.find_regions import FindRegions
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.pdf.reader import LayoutMode
from vlcorpus.stages.documents.quality.measure_words import MeasureWords
from vlcorpus.stages.documents.read_pdf import ReadPdf
from vlcorpus.stages.documents.read_regions import ReadRegions
from vlcorpus.stages.documents.read_scans import ReadScans
from vlcorpus.stages.documents.roles import LAYOUT, REGION_READER, ROLE_TASKS
from vlcorpus.stages.documents.scans.need import ScanRequest, TextTrust
from vlcorpus.stages.documents.to_samples import ToSamples
from vlcorpus.stages.keep import Keep


class DocumentsConfig(PipelineConfig):
    patterns: tuple[str, ...] = Field(("*.pdf",), description="of the names of a folder's files")
    dpi: float = Field(144, gt=0, description="Qwen3-VL's long-document cookbook: PDF pages at 144 dpi")
    min_pixels: int = Field(
        512 * 32 * 32, gt=0, description="of a page image; Qwen3-VL's document cookbooks: 512 tokens"
    )
    max_pixels: int = Field(
        2048 * 32 * 32, gt=0, description="of a page image; Qwen3-VL's document cookbooks: 2,048 tokens"
    )
    jpeg_quality: int = Field(90, ge=1, le=100, description="ours: no ringing that the eye finds")
    formats: tuple[
        Literal["doc_html", "doc_markdown", "longdoc_html", "longdoc_markdown", "interleaved"], ...
    ] = Field(
        # ours: a second parse of whole documents would show the same pictures again
        ("doc_html", "doc_markdown", "longdoc_html", "interleaved"),
        min_length=1,
        description="one sample for each: of a page (doc_*), of a document of several pages (the others)",
    )
    sequences: SequencesConfig = Field(SequencesConfig(), description="of several pages")
    furniture: bool = Field(True, description="ours: running heads, feet and page numbers are in the answer")
    tokenizer: str | None = Field(None, description="a tokenizer.json; without one, counts are estimates")

    layout: LayoutMode = Field(
        LayoutMode.ROUTED,
        description="where a layout model looks: geometry (nowhere; 30 pages/s of a core), routed (where "
        "tables may be that geometry does not read), model (at every page; 3 pages/s)",
    )
    layout_by_role: bool = Field(
        False, description="ask the model of the role layout for every page, in place of the reader's own"
    )
    max_pages: int = Field(1_000, ge=1, description="ours: of a file; a long book")
    cpu_s_per_page: float = Field(
        0.5, gt=0, description="ours: CPU seconds, twice what the dearest usual page takes, model included"
    )
    file_cpu_s: float = Field(
        12, gt=0, description="ours: CPU seconds to read a file, beyond those of its pages; restarts included"
    )
    page_cpu_s: float = Field(4, gt=0, description="ours: CPU seconds to read a page; two may be lost")
    page_wall_s: float = Field(120, gt=0, description="ours: a stuck reader, not a slow one")
    memory_bytes: int = Field(1_400_000_000, gt=0, description="ours: address space of the reader")

    ocr: Literal["none", "tesseract", "rapidocr"] = Field(
        "none", description="what reads pages without a text layer to believe; none: they are rejected"
    )
    ocr_second: Literal["same", "none", "tesseract", "rapidocr"] = Field(
        "same", description="what reads them again: a page is accepted where both agree"
    )
    ocr_languages: tuple[str, ...] = Field(
        ("en",), min_length=1, description="ISO 639-1; those of the first one's script are tried first"
    )
    ocr_dpi: float = Field(200, gt=0, description="ours: 150 loses small print, 300 reads no better")
    min_ocr_confidence: float = Field(0.75, ge=0, le=1, description="ours: as the engine states it")
    min_ocr_agreement: float = Field(0.9, ge=0, le=1, description="ours: 1 - CER of the two readings")

    min_side_pt: float = Field(72, ge=1, description="ours: one inch; smaller is a figure or a stamp")
    min_chars: int = Field(20, ge=1, description="ours: three words")
    max_garbled_fraction: float = Field(0.02, ge=0, le=1, description="ours: of the characters")
    unread_regions: Literal["reject", "picture"] = Field(
        "reject",
        description="ours: a page with a region that nobody reads (a formula whose structure is in doubt) "
        "is rejected; or the region stays a picture",
    )
    max_inline_math_fraction: float = Field(
        0.08, ge=0, le=1, description="ours: of the text's characters, in fonts of formulas; in prose 5 %"
    )
    quality: QualityConfig = Field(QualityConfig(), description="the parse against the page")
    sanity: SanityConfig = Field(SanityConfig(), description="spam and empty forms")
    types: TypesConfig = Field(TypesConfig(), description="kinds of documents")

    @field_validator("formats")
    @classmethod
    def _a_page_format(cls, formats: tuple[str, ...]) -> tuple[str, ...]:
        if set(formats) <= set(SEQUENCES):
            raise ValueError("name doc_html or doc_markdown too: a page without a sample would be lost")
        return formats


def documents(cfg: DocumentsConfig) -> Pipeline:
    trust = TextTrust(cfg.min_chars, cfg.max_garbled_fraction)
    ask = cfg.inference.fill
    files = cfg.open_source(patterns=cfg.patterns, content_types=("application/pdf",))
    pages = (
        files
        >> ReadPdf(
            dpi=cfg.dpi,
            min_pixels=cfg.min_pixels,
            max_pixels=cfg.max_pixels,
            jpeg_quality=cfg.jpeg_quality,
            layout=cfg.layout,
            max_pages=cfg.max_pages,
            cpu_s_per_page=cfg.cpu_s_per_page,
            cpu_s=cfg.file_cpu_s,
            page_cpu_s=cfg.page_cpu_s,
            page_wall_s=cfg.page_wall_s,
            memory_bytes=cfg.memory_bytes,
            scan=None if cfg.ocr == "none" else ScanRequest(dpi=cfg.ocr_dpi, trust=trust),
        )
        >> Keep(
            page_size_invalid,
            partial(page_too_small, min_side_pt=cfg.min_side_pt),
            page_empty,
        )
        >> ReadScans(cfg.ocr, cfg.ocr_second, cfg.ocr_languages, trust)
        >> Keep(
            page_scanned,
            partial(text_invisible, min_chars=cfg.min_chars),
            partial(ocr_uncertain, min_confidence=cfg.min_ocr_confidence),
            partial(ocr_disagrees, min_agreement=cfg.min_ocr_agreement),
            partial(text_garbled, max_garbled_fraction=cfg.max_garbled_fraction),
            partial(text_too_short, min_chars=cfg.min_chars),
        )
    )
    if cfg.layout_by_role:
        pages = pages >> FindRegions(ask(LAYOUT), cfg.seed)
    samples = Table(
        "samples",
        pages
        >> ParseLayout()
        >> ReadRegions(ask(REGION_READER), cfg.seed, cfg.unread_regions)
        >> Keep(
            partial(formulas_inline, max_inline_math_fraction=cfg.max_inline_math_fraction),
        )
        >> cfg.quality.keep()
        >> MeasureWords()
        >> cfg.sanity.keep()
        >> cfg.types.classify()
        >> cfg.types.keep()
        >> to_sequences(
            cfg.formats,
            cfg.sequences,
            furniture=cfg.furniture,
            jpeg_quality=cfg.jpeg_quality,
            seed=cfg.seed,
            tokenizer=cfg.tokenizer,
        )
        >> ToSamples(
            tuple(task for task in cfg.formats if task not in SEQUENCES),
            furniture=cfg.furniture,
            seed=cfg.seed,
            tokenizer_path=cfg.tokenizer,
        ),
    )
    asked = [*(task for task in cfg.formats if task != INTERLEAVED), *ROLE_TASKS]
    texts = tuple(prompt.text for task in asked for prompt in prompts_of(task))
    return Pipeline("documents", samples, prompts=texts)
