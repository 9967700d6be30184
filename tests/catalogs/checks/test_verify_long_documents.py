"""Answers of several pages are read back page by page."""

import pytest

from tests.catalogs.checks.test_verify import PAGE, corpus, good, offended
from vlcorpus.catalogs.checks.verify import verify


@pytest.mark.parametrize("answer", [f"{PAGE}\n\n{PAGE}", "# One page\n\nand the next", '{"bbox_2d": [9]}'])
def test_pages_of_a_long_document_are_read_back(tmp_path, answer):
    corpus(tmp_path, good("a", answer=answer, task="longdoc_parse"))
    assert offended(verify([str(tmp_path)])) == {}
