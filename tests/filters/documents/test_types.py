"""Pages of documents of a kind that is not wanted are rejected."""

import pytest

from tests.stages.documents.pages import prose_page
from vlcorpus.filters.documents.types import document_type_unwanted
from vlcorpus.schemas.reasons import Reason


@pytest.mark.parametrize(
    ("kept", "reason"),
    [((), None), (("legal", "book"), None), (("book",), Reason.DOCUMENT_TYPE_UNWANTED)],
)
def test_kinds_that_are_not_wanted_are_rejected(kept, reason):
    page = prose_page(1)
    page.document_type = "legal"
    assert document_type_unwanted(page, kept=kept) == reason
