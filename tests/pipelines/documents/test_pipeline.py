"""Every key of the configuration decides something, and what decides nothing makes no other table."""

import pytest

from tests.pipelines.keys import described, numbers, with_another
from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.documents.config import DocumentsConfig
from vlcorpus.pipelines.documents.pipeline import documents

EVERYTHING = {
    "input": "x",
    "ocr": "tesseract",
    "formats": ["doc_html", "doc_markdown", "longdoc_html", "interleaved"],
}
KEYS = numbers(DocumentsConfig)
# How, where and how fast: none of it changes a row.
NO_CONTENT = {"max_reject_rate", *(key for key in KEYS if key.startswith("inference."))}


def made(**settings) -> list:
    return described(documents(load_config(DocumentsConfig, None, {**EVERYTHING, **settings})))


@pytest.fixture(scope="module")
def usual() -> list:
    return made()


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_in_the_fingerprint_where_it_decides_content(key, usual):
    config = with_another(DocumentsConfig, EVERYTHING, key, KEYS[key])
    assert (described(documents(config)) == usual) is (key in NO_CONTENT)


@pytest.mark.parametrize("formats", [["doc_html"], ["doc_markdown"], ["doc_html", "longdoc_html"]])
def test_formats_are_in_the_fingerprint(formats, usual):
    assert made(formats=formats) != usual
