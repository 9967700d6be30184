"""What claims to be a PDF."""

import pytest

from vlcorpus.stages.documents.pdf.reader import is_pdf


@pytest.mark.parametrize(
    ("content", "claims"),
    [
        (b"%PDF-1.7", True),
        (b"x" * 1019 + b"%PDF-", True),
        (b"x" * 1020 + b"%PDF-", False),
        (b"<html>%PDF", False),
        (b"", False),
    ],
)
def test_the_mark_stands_within_the_first_kilobyte(content, claims):
    assert is_pdf(content) is claims
