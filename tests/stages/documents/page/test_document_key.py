"""The pages of one document have one key in common."""

from dataclasses import replace

import pytest

from tests.filters.documents.test_page import page
from vlcorpus.stages.documents.page.document_key import document_key


@pytest.mark.parametrize(
    ("key", "document"),
    [
        ("a.pdf#page=1", "a.pdf"),
        ("crawl.warc.gz#record=7&page=12", "crawl.warc.gz#record=7"),
        ("page=1.pdf#page=2", "page=1.pdf"),
        ("a#page=3.pdf#page=2", "a#page=3.pdf"),
    ],
)
def test_the_document_of_a_page_is_told_by_its_key(key, document):
    assert document_key(replace(page(), source_key=key)) == document
