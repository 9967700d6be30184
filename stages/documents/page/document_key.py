"""Which document a page belongs to, by the keys of both."""

import re

from vlcorpus.schemas.documents.document import PageRow

_PAGE_STEP = re.compile(r"[#&]page=\d+")


def document_key(page: PageRow) -> str:
    """Return the key of the document that a page belongs to."""
    *_, step = _PAGE_STEP.finditer(page.source_key)
    return page.source_key[: step.start()]
