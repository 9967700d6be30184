"""A rejection is the row that it was, with the reason for which it left."""

import pytest

from tests.factories import file_row, png
from tests.stages.captions.rows import pair
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.rejection import Rejection


def test_it_keeps_the_identity_of_the_row_and_tells_why_it_left():
    row = file_row("a.pdf")
    made = Rejection.of(row, "ReadPdf", Reject("pdf_broken", "no xref", retryable=True))
    assert (made.id, made.source, made.source_key, made.license) == (
        row.id,
        row.source,
        row.source_key,
        row.license,
    )
    assert (made.stage, made.reason, made.detail, made.retryable) == (
        "ReadPdf",
        "pdf_broken",
        "no xref",
        True,
    )


@pytest.mark.parametrize(("row", "kept"), [(pair(content=png()), png()), (file_row("a.pdf", b"%PDF"), None)])
def test_an_image_to_look_at_is_kept_where_the_row_has_one(row, kept):
    made = Rejection.of(row, "ReadPair", Reject("image_broken"))
    assert (made.image and made.image.bytes) == kept


def test_what_is_told_of_a_row_has_an_end():
    made = Rejection.of(file_row("a.pdf"), "ReadPdf", Reject("pdf_broken", "x" * 4_000))
    assert made.detail == "x" * 4_000
    made = Rejection.of(file_row("a.pdf"), "ReadPdf", Reject("pdf_broken", "x" * 160_000))
    assert made.detail == "x" * 4_000 + " … and 156000 characters"
