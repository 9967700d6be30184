"""A page of good prose, of whose words a test says what is measured."""

from dataclasses import replace

from tests.stages.documents.pages import prose_page
from vlcorpus.schemas.documents.document import ClassifiedPage


def page(**values) -> ClassifiedPage:
    row = prose_page(1)
    return replace(row, words=replace(row.words, **values))
