"""Tell what kind of document a page belongs to, from the document's first pages.

The first pages are held back until enough of them are there, or the document ends; the others pass at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vlcorpus.filters.documents.types import decide_type, score_types
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.stages.documents.document_features import document_features
from vlcorpus.stages.documents.sequences.sequence import document_key
from vlcorpus.stages.stage import Stage


@dataclass(frozen=True)
class ClassifyDocument(Stage):
    """Fill `document_type` and `document_type_score` of every page, equal in all pages of a document."""

    look_ahead_pages: int = 5
    min_score: float = 0.5
    min_lead: float = 0.2

    def __call__(self, rows: Iterable[PageRow]) -> Iterator[PageRow]:
        document: str | None = None
        held: list[PageRow] = []
        known: tuple[str, float] | None = None  # of the document in hand
        for page in rows:
            if document_key(page) != document:
                yield from self._marked(held)
                document, held, known = document_key(page), [], None
            held.append(page)
            if known is None and len(held) == self.look_ahead_pages:
                known = self._type_of(held)
            if known is not None:
                yield from self._marked(held, known)
                held = []
        yield from self._marked(held)

    def _marked(self, pages: list[PageRow], known: tuple[str, float] | None = None) -> Iterator[PageRow]:
        """Yield the pages with their document's type; without `known` they are all there is of it."""
        if pages:
            known = known or self._type_of(pages)
        for page in pages:
            page.document_type, page.document_type_score = known
            yield page

    def _type_of(self, pages: list[PageRow]) -> tuple[str, float]:
        scores = score_types(document_features(pages))
        kind = decide_type(scores, min_score=self.min_score, min_lead=self.min_lead)
        return str(kind), scores.get(kind, 0.0)
