"""Each reason to reject a page is reached, and both sides of each limit."""

import pytest

from vlcorpus.filters.documents import page as limits
from vlcorpus.schemas.documents.document import OcrMeasures, PageMeasures, ParsedPage, ParseMeasures
from vlcorpus.schemas.page import PageTree

ENGINES = {"engine": "fake-1", "second_engine": None}


def page(width_pt=595.0, height_pt=842.0, parse=None, ocr=None, **measured):
    measures = {
        "n_chars": 1000,
        "n_invisible_chars": 0,
        "garbled_fraction": 0.0,
        "odd_word_fraction": 0.0,
        "math_fraction": 0.0,
        "text_area_fraction": 0.3,
        "image_area_fraction": 0.0,
        "n_drawings": 0,
    }
    parsed = {
        "word_recall": 1.0,
        "overlap_fraction": 0.0,
        "figure_text_fraction": 0.0,
        "inline_math_fraction": 0.0,
    }
    return ParsedPage.origin(
        "test",
        "a.pdf#page=1",
        None,
        page=1,
        n_pages=1,
        width_pt=width_pt,
        height_pt=height_pt,
        rotation=0,
        image=b"",
        width_px=64,
        height_px=64,
        lines=[],
        image_boxes=[],
        drawings=[],
        measures=PageMeasures(**(measures | measured)),
        tree=PageTree(),
        boxes_px=[],
        unread=[],
        lang="en",
        parse=ParseMeasures(**(parsed | (parse or {}))),
        ocr=ocr and OcrMeasures(**({"confidence": 0.9, "agreement": 0.99} | ocr), **ENGINES),
    )


@pytest.mark.parametrize(
    ("accept", "measured", "reason"),
    [
        (limits.page_empty, {"n_chars": 0}, "page_empty"),
        (limits.page_empty, {"n_chars": 1}, None),
        (limits.page_empty, {"n_chars": 0, "n_drawings": 1}, None),
        (limits.page_empty, {"n_chars": 0, "n_invisible_chars": 1}, None),
        (limits.page_empty, {"n_chars": 0, "image_area_fraction": 0.1}, None),
        (limits.page_scanned, {"n_chars": 50, "image_area_fraction": 0.4}, "page_scanned"),
        (
            limits.page_scanned,
            {"n_chars": 0, "n_invisible_chars": 50, "image_area_fraction": 1},
            "page_scanned",
        ),
        (limits.page_scanned, {"n_chars": 51, "image_area_fraction": 0.4}, None),
        (limits.page_scanned, {"n_chars": 50, "image_area_fraction": 0.39}, None),
        (limits.text_invisible, {"n_chars": 10, "n_invisible_chars": 11}, "text_invisible"),
        (
            limits.text_invisible,
            {"n_chars": 100, "n_invisible_chars": 101, "image_area_fraction": 0.4},
            "text_invisible",
        ),
        (limits.text_invisible, {"n_chars": 100, "n_invisible_chars": 100, "image_area_fraction": 1}, None),
        (limits.text_invisible, {"n_chars": 20, "n_invisible_chars": 900}, None),
        (limits.text_invisible, {"n_chars": 0}, None),
        (limits.text_garbled, {"garbled_fraction": 0.021}, "text_garbled"),
        (limits.text_garbled, {"garbled_fraction": 0.02}, None),
        (limits.text_garbled, {"odd_word_fraction": 0.31}, "text_garbled"),
        (limits.text_garbled, {"odd_word_fraction": 0.3}, None),
        (limits.text_too_short, {"n_chars": 19}, "text_too_short"),
        (limits.text_too_short, {"n_chars": 20}, None),
    ],
)
def test_both_sides_of_the_limit_on_a_text_layer(accept, measured, reason):
    assert accept(page(**measured).measures) == reason


@pytest.mark.parametrize(
    ("accept", "measured", "reason"),
    [
        (limits.ocr_uncertain, {}, None),
        (limits.ocr_uncertain, {"ocr": {"confidence": 0.74}}, "ocr_uncertain"),
        (limits.ocr_uncertain, {"ocr": {"confidence": 0.75}}, None),
        (limits.ocr_disagrees, {}, None),
        (limits.ocr_disagrees, {"ocr": {"agreement": None}}, None),
        (limits.ocr_disagrees, {"ocr": {"agreement": 0.89}}, "ocr_disagrees"),
        (limits.ocr_disagrees, {"ocr": {"agreement": 0.9}}, None),
        (limits.formulas_inline, {"parse": {"inline_math_fraction": 0.001}}, "formulas_inline"),
        (limits.formulas_inline, {"parse": {"inline_math_fraction": 0.0}}, None),
        (limits.page_too_small, {"width_pt": 71.9}, "page_too_small"),
        (limits.page_too_small, {"width_pt": 72.0}, None),
        (limits.page_size_invalid, {"height_pt": 14_401.0}, "page_size_invalid"),
        (limits.page_size_invalid, {"height_pt": 14_400.0}, None),
    ],
)
def test_both_sides_of_the_limit(accept, measured, reason):
    assert accept(page(**measured)) == reason
