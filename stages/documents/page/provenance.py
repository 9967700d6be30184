"""Who gave the answer of a sample, by the pages that it is made of."""

from vlcorpus.schemas.documents.document import ParsedPage
from vlcorpus.schemas.sample import LabelSource

ENGINE = "pymupdf"  # name of what has read the text layer


def text_engine(*pages: ParsedPage) -> str:
    """Return what read these pages, joined by `+`: `pymupdf`, `tesseract-5.3.0`, a layout model …."""
    readers = {page.ocr.engine if page.ocr else ENGINE for page in pages}
    others = {engine for page in pages for engine in (page.layout_engine, page.region_engine) if engine}
    return "+".join(sorted(readers | others))


def label_source(*pages: ParsedPage) -> LabelSource:
    """Return `model` as soon as a model has given a part of the answer."""
    return LabelSource.MODEL if any(page.generated for page in pages) else LabelSource.CLASSICAL


def models(*pages: ParsedPage) -> str | None:
    """Return the models that gave a part of the answer, joined by `+`."""
    return "+".join(sorted({said.model_id for page in pages for said in page.generated})) or None
