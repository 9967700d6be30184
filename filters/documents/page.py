"""Limits on a page of a document: what cannot teach a model to read a page.

What is decided by the text layer alone takes its measures, so that a reader can ask before there is a row.
Bind thresholds with `bind`. Whether a parse is right is asked in `filters/documents/parse.py`.
"""

from vlcorpus.schemas.documents.document import PageMeasures, PageRow, ParsedPage
from vlcorpus.schemas.reasons import Reason


def page_empty(measures: PageMeasures) -> Reason | None:
    """A page with no character, no image and no drawing."""
    drawn = measures.image_area_fraction > 0 or measures.n_drawings > 0
    return None if drawn or measures.n_chars or measures.n_invisible_chars else Reason.PAGE_EMPTY


def page_scanned(
    measures: PageMeasures, *, min_image_fraction: float = 0.4, max_chars: int = 50
) -> Reason | None:
    """An image instead of text.

    `min_image_fraction` = 0.4, ours: a letter scanned on a larger page still fills half of it.
    `max_chars` = 50, ours: a scan may carry a stamped line or a page number as text.
    """
    has_image = measures.image_area_fraction >= min_image_fraction
    n_chars = measures.n_chars + measures.n_invisible_chars
    return Reason.PAGE_SCANNED if has_image and n_chars <= max_chars else None


def text_invisible(
    measures: PageMeasures,
    *,
    max_invisible_fraction: float = 0.5,
    min_image_fraction: float = 0.4,
    min_chars: int = 20,
) -> Reason | None:
    """Text that leaves no ink, in place of text that does: an OCR layer under a scan. Here it is not trusted.

    A page with enough text to see may hold hidden words as well: they never enter the parse.
    `max_invisible_fraction` = 0.5, ours: an OCR layer is nearly all of the text, hidden marks are less.
    `min_image_fraction` = 0.4, ours: as in `page_scanned`. `min_chars` = 20, ours: as in `text_too_short`.
    """
    n_chars = measures.n_chars + measures.n_invisible_chars
    mostly_hidden = measures.n_invisible_chars > max_invisible_fraction * n_chars
    nothing_else = measures.image_area_fraction >= min_image_fraction or measures.n_chars < min_chars
    return Reason.TEXT_INVISIBLE if mostly_hidden and nothing_else else None


def text_garbled(
    measures: PageMeasures, *, max_garbled_fraction: float = 0.02, max_odd_word_fraction: float = 0.3
) -> Reason | None:
    """Characters that do not mean what their glyphs show.

    `max_garbled_fraction` = 0.02, ours: a symbol font's bullet per few lines is 1 %.
    `max_odd_word_fraction` = 0.3, ours: contents and code stay below 0.2, shifted alphabets reach 0.5.
    """
    garbled = measures.garbled_fraction > max_garbled_fraction
    return Reason.TEXT_GARBLED if garbled or measures.odd_word_fraction > max_odd_word_fraction else None


def ocr_uncertain(page: PageRow, *, min_confidence: float = 0.75) -> Reason | None:
    """Text that its reader doubts, of a page that OCR has read.

    `min_confidence` = 0.75, ours: clean print has 0.9, a page turned or in another script below 0.5.
    """
    doubted = page.ocr is not None and page.ocr.confidence < min_confidence
    return Reason.OCR_UNCERTAIN if doubted else None


def ocr_disagrees(page: PageRow, *, min_agreement: float = 0.9) -> Reason | None:
    """Two readings that differ, of a page that OCR has read twice.

    `min_agreement` = 0.9, ours: of 1 - CER; readings of clean print agree in 0.98 of the characters.
    """
    agreement = page.ocr.agreement if page.ocr else None
    return Reason.OCR_DISAGREES if agreement is not None and agreement < min_agreement else None


def text_too_short(measures: PageMeasures, *, min_chars: int = 20) -> Reason | None:
    """`min_chars` = 20, ours: three words; less is a divider page or a caption under an image."""
    return Reason.TEXT_TOO_SHORT if measures.n_chars < min_chars else None


def page_too_small(page: PageRow, *, min_side_pt: float = 72.0) -> Reason | None:
    """`min_side_pt` = 72, ours: one inch; smaller is a cropped figure or a stamp, not a page."""
    return Reason.PAGE_TOO_SMALL if min(page.width_pt, page.height_pt) < min_side_pt else None


def page_size_invalid(page: PageRow, *, max_side_pt: float = 14_400.0) -> Reason | None:
    """`max_side_pt` = 14,400: 200 inches, the largest page of ISO 32000-1 Annex C."""
    return Reason.PAGE_SIZE_INVALID if max(page.width_pt, page.height_pt) > max_side_pt else None


def formulas_inline(page: ParsedPage, *, max_inline_math_fraction: float = 0.0) -> Reason | None:
    """Formulas within lines of text whose structure is in doubt: they would be flattened.

    `max_inline_math_fraction` = 0, ours: of the text's characters; one such formula is a wrong line.
    """
    return Reason.FORMULAS_INLINE if page.parse.inline_math_fraction > max_inline_math_fraction else None
