"""Which kinds of documents are kept. What kind one is, `stages/documents/classify_document.py` tells."""

from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.reasons import Reason


def document_type_unwanted(page: ClassifiedPage, *, kept: tuple[str, ...]) -> Reason | None:
    """`kept` names the kinds to go on with; none: all."""
    return Reason.DOCUMENT_TYPE_UNWANTED if kept and page.document_type not in kept else None
