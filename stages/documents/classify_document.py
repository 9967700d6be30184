"""Tell what kind of document a page belongs to, from the document's first pages.

The first pages are held back until enough of them are there, or the document ends; the others pass at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import ClassVar

from vlcorpus.schemas.documents.document import ClassifiedPage, MeasuredPage
from vlcorpus.schemas.documents.document_type import DocumentType
from vlcorpus.schemas.row import fields_of
from vlcorpus.stages.documents.document_features import document_features
from vlcorpus.stages.documents.document_types.score_types import decide_type, score_types
from vlcorpus.stages.documents.page.document_key import document_key
from vlcorpus.stages.group_stage import GroupStage


@dataclass(frozen=True)
class ClassifyDocument(GroupStage[MeasuredPage, ClassifiedPage]):
    """Tell every page the type of its document, and the score of that type."""

    version: ClassVar[str] = "2"

    look_ahead_pages: int = 5
    min_score: float = 0.5
    min_lead: float = 0.2

    def parent(self, row: MeasuredPage) -> str:
        return document_key(row)

    def each_group(self, rows: Iterator[MeasuredPage]) -> Iterator[ClassifiedPage]:
        first = list(islice(rows, self.look_ahead_pages))
        kind, score = self._type_of(first)
        for page in chain(first, rows):
            values = fields_of(MeasuredPage, page)
            yield ClassifiedPage(**values, document_type=kind, document_type_score=score)

    def _type_of(self, pages: list[MeasuredPage]) -> tuple[DocumentType, float]:
        scores = score_types(document_features(pages))
        kind = decide_type(scores, min_score=self.min_score, min_lead=self.min_lead)
        return kind, scores.get(kind, 0.0)
