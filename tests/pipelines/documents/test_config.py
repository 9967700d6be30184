"""What a user may say of documents."""

import pytest

from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.documents.config import DocumentsConfig
from vlcorpus.schemas.errors import ConfigError


def loaded(**settings) -> DocumentsConfig:
    return load_config(DocumentsConfig, None, {"input": "x", **settings})


@pytest.mark.parametrize("formats", [["interleaved"], ["longdoc_html", "interleaved"]])
def test_a_page_without_a_sample_would_be_lost(formats):
    with pytest.raises(ConfigError, match="name doc_html or doc_markdown too"):
        loaded(formats=formats)


def test_one_format_of_pages_is_enough():
    assert loaded(formats=["doc_markdown", "interleaved"]).formats == ("doc_markdown", "interleaved")


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"formats": []}, "formats"),
        ({"formats": ["doc_pdf"]}, "formats"),
        ({"quality.min_word_recall": 1.1}, "quality.min_word_recall"),
        ({"sequences.min_pages": 1}, "sequences.min_pages"),
        ({"types.kept": ["leaflet"]}, "types.kept"),
        ({"ocr": "eyes"}, "ocr"),
        ({"layout": "guess"}, "layout"),
    ],
)
def test_a_value_out_of_its_range_is_named(settings, named):
    with pytest.raises(ConfigError, match=named):
        loaded(**settings)
