"""Documents: PDFs → pages with a text layer, or read by OCR → QwenVL-HTML and QwenVL-Markdown with boxes.

Source: Qwen3-VL report §3.2.3 for the two formats; a first cut of its document pipeline that asks no model.
Pages that nobody of the run can read (scans without an OCR engine, formulas) are rejected with their reason.
"""

from vlcorpus.filters.documents.forms import form_blank
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
from vlcorpus.filters.documents.sequences import (
    elements_uniform,
    figures_missing,
    figures_unaligned,
    pages_missing,
    sequence_too_short,
    too_few_images_for_length,
    too_few_pages_for_length,
)
from vlcorpus.filters.documents.spam import links_dense, text_repeated
from vlcorpus.filters.documents.types import document_type_unwanted
from vlcorpus.pipelines.documents.config import INTERLEAVED, SEQUENCES, DocumentsConfig
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.schemas.documents.document import ClassifiedPage, PageRow, measures_of
from vlcorpus.stages.documents.classify_document import ClassifyDocument
from vlcorpus.stages.documents.find_regions import FindRegions
from vlcorpus.stages.documents.look_again import LookAgain
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.quality.measure_words import MeasureWords
from vlcorpus.stages.documents.read_pdf import ReadPdf
from vlcorpus.stages.documents.read_regions import ReadRegions
from vlcorpus.stages.documents.read_scans import ReadScans
from vlcorpus.stages.documents.roles import LAYOUT, REGION_READER
from vlcorpus.stages.documents.scans.need import ScanRequest, TextTrust
from vlcorpus.stages.documents.sequences.book import Book
from vlcorpus.stages.documents.sequences.long_document import FORMATS, LongDocument, PageSize
from vlcorpus.stages.documents.sequences.sequence import SequenceFormat
from vlcorpus.stages.documents.sequences.to_sequences import ToSequences
from vlcorpus.stages.documents.to_samples import ToSamples
from vlcorpus.stages.keep import Keep, Of, bind
from vlcorpus.stages.stage import Chain


def documents(cfg: DocumentsConfig) -> Pipeline:
    """files → pages → parsed pages → samples of pages, of long documents and of books."""
    samples = Table("samples", _parsed_pages(cfg) >> sequences(cfg) >> _samples_of_pages(cfg))
    return Pipeline("documents", samples)


def _readable_pages(cfg: DocumentsConfig) -> Chain[PageRow]:
    """Return pages whose text is known: by their text layer, or by OCR that two readings agree on."""
    trust = TextTrust(cfg.min_chars, cfg.max_garbled_fraction)
    files = cfg.open_source(patterns=cfg.patterns, content_types=("application/pdf",))
    return (
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
            bind(page_too_small, min_side_pt=cfg.min_side_pt),
            Of(measures_of, page_empty),
        )
        >> ReadScans(cfg.ocr, cfg.ocr_second, cfg.ocr_languages, trust)
        >> Keep(
            Of(measures_of, page_scanned),
            Of(measures_of, bind(text_invisible, min_chars=cfg.min_chars)),
            bind(ocr_uncertain, min_confidence=cfg.min_ocr_confidence),
            bind(ocr_disagrees, min_agreement=cfg.min_ocr_agreement),
            Of(measures_of, bind(text_garbled, max_garbled_fraction=cfg.max_garbled_fraction)),
            Of(measures_of, bind(text_too_short, min_chars=cfg.min_chars)),
        )
    )


def _parsed_pages(cfg: DocumentsConfig) -> Chain[ClassifiedPage]:
    """Return pages as trees of blocks that hold what the page shows, no spam and no empty form."""
    ask, quality, sanity, types = cfg.inference.fill, cfg.quality, cfg.sanity, cfg.types
    pages = _readable_pages(cfg)
    if cfg.layout_by_role:
        pages = pages >> FindRegions(ask(LAYOUT), cfg.seed)
    return (
        pages
        >> ParseLayout()
        >> ReadRegions(ask(REGION_READER), cfg.seed, cfg.unread_regions)
        >> Keep(bind(formulas_inline, max_inline_math_fraction=cfg.max_inline_math_fraction))
        >> Keep(
            bind(
                text_lost,
                min_word_recall=quality.min_word_recall,
                max_figure_text=quality.max_figure_text,
            ),
            bind(boxes_overlap, max_overlap_fraction=quality.max_overlap_fraction),
            bind(order_disagrees, min_order_agreement=quality.min_order_agreement),
            bind(ink_uncovered, min_ink_covered=quality.min_ink_covered),
            bind(boxes_empty, max_empty_boxes=quality.max_empty_boxes),
            bind(table_sparse, min_table_fill=quality.min_table_fill),
            bind(table_runs_on, max_table_run_on=quality.max_table_run_on),
            bind(table_overlapped, max_table_overlap=quality.max_table_overlap),
        )
        >> LookAgain(
            max_broken_lines=quality.max_broken_lines,
            max_lost_numbers=quality.max_lost_numbers,
            max_misplaced_numbers=quality.max_misplaced_numbers,
            max_fused_cells=quality.max_fused_cells,
        )
        >> MeasureWords()
        >> Keep(
            bind(
                text_repeated,
                min_words=sanity.min_words,
                max_ngram_fractions=sanity.max_ngram_fractions,
                max_repeated_line_fraction=sanity.max_repeated_line_fraction,
            ),
            bind(links_dense, max_link_fraction=sanity.max_link_fraction, min_links=sanity.min_links),
            bind(
                form_blank,
                max_blank_line_fraction=sanity.max_blank_line_fraction,
                min_prose_chars=sanity.min_prose_chars,
            ),
        )
        >> ClassifyDocument(types.look_ahead_pages, types.min_score, types.min_lead)
        >> Keep(bind(document_type_unwanted, kept=tuple(map(str, types.kept))))
    )


def sequences(cfg: DocumentsConfig) -> ToSequences:
    """Return the stage that makes sequences of several pages, and lets the pages themselves go on."""
    formats: list[SequenceFormat] = [_long_document(cfg, name) for name in cfg.formats if name in FORMATS]
    if INTERLEAVED in cfg.formats:
        formats.append(_book(cfg))
    return ToSequences(
        tuple(formats), max_tokens=cfg.sequences.max_tokens, seed=cfg.seed, tokenizer_path=cfg.tokenizer
    )


def _long_document(cfg: DocumentsConfig, name: str) -> LongDocument:
    limits = cfg.sequences
    return LongDocument(
        name,
        PageSize(limits.page_max_side_px, limits.page_min_pixels, limits.page_max_pixels, cfg.jpeg_quality),
        furniture=cfg.furniture,
        classes=cfg.classes,
        filters=(
            bind(sequence_too_short, min_pages=limits.min_pages),
            bind(pages_missing, max_missing_fraction=limits.max_missing_fraction),
            bind(elements_uniform, min_block_kinds=limits.min_block_kinds),
        ),
    )


def _book(cfg: DocumentsConfig) -> Book:
    limits = cfg.sequences
    long = limits.ultra_long_tokens
    return Book(
        jpeg_quality=cfg.jpeg_quality,
        max_gap_pages=limits.max_gap_pages,
        filters=(
            bind(sequence_too_short, min_pages=limits.min_pages),
            bind(pages_missing, max_missing_fraction=limits.max_book_missing_fraction),
            figures_missing,
            bind(figures_unaligned, min_alignment_fraction=limits.min_alignment_fraction),
            bind(too_few_pages_for_length, ultra_long_tokens=long, min_pages=limits.min_ultra_long_pages),
            bind(
                too_few_images_for_length,
                ultra_long_tokens=long,
                min_image_text_ratio=limits.min_image_text_ratio,
            ),
        ),
    )


def _samples_of_pages(cfg: DocumentsConfig) -> ToSamples:
    return ToSamples(
        tuple(task for task in cfg.formats if task not in SEQUENCES),
        furniture=cfg.furniture,
        classes=cfg.classes,
        seed=cfg.seed,
        tokenizer_path=cfg.tokenizer,
    )
