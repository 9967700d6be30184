"""Who gave an answer is told by the pages that it is made of."""

from dataclasses import replace

from tests.filters.documents.test_page import page
from vlcorpus.schemas.sample import Generated, LabelSource
from vlcorpus.stages.documents.page.provenance import label_source, models, text_engine


def said_by(model: str) -> Generated:
    return Generated(
        role="layout",
        model_id=model,
        model_revision=None,
        prompt_sha256="5e",
        sampling="{}",
        seed=None,
        finish_reason="stop",
        n_out_tokens=7,
    )


def test_the_text_layer_alone_is_classical():
    assert (text_engine(page()), label_source(page()), models(page())) == (
        "pymupdf",
        LabelSource.CLASSICAL,
        None,
    )


def test_every_reader_of_the_pages_is_named_once():
    scanned = replace(page(ocr={"confidence": 0.9}), region_engine="vllm-0.32.0")
    assert text_engine(page(), scanned, page()) == "fake-1+pymupdf+vllm-0.32.0"


def test_one_page_with_the_word_of_a_model_makes_the_answer_a_models():
    pages = (
        page(),
        replace(page(), generated=[said_by("b"), said_by("a")]),
        replace(page(), generated=[said_by("b")]),
    )
    assert (label_source(*pages), models(*pages)) == (LabelSource.MODEL, "a+b")
