"""Tell what kind of document a page belongs to, from the document's first pages.

The first pages are held back until enough of them are there, or the document ends; the others pass at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from vlcorpus.filters.documents.types import decide_type, score_types
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.stages.documents.document_features import document_features
from vlcorpus.stages.documents.page.document_key import document_key
from vlcorpus.stages.group_stage import GroupStage


@dataclass(frozen=True)
class ClassifyDocument(GroupStage[PageRow, PageRow]):
    """Fill `document_type` and `document_type_score` of every page, equal in all pages of a document."""

    look_ahead_pages: int = 5
    min_score: float = 0.5
    min_lead: float = 0.2

    def parent(self, row: PageRow) -> str:
        return document_key(row)

    def each_group(self, rows: Iterator[PageRow]) -> Iterator[PageRow]:
        first = list(islice(rows, self.look_ahead_pages))
        kind, score = self._type_of(first)
        for page in chain(first, rows):
            page.document_type, page.document_type_score = kind, score
            yield page

    def _type_of(self, pages: list[PageRow]) -> tuple[str, float]:
        scores = score_types(document_features(pages))
        kind = decide_type(scores, min_score=self.min_score, min_lead=self.min_lead)
        return str(kind), scores.get(kind, 0.0)
