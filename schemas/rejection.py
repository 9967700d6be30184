"""A row that left early, with the stage and the reason: nothing is dropped without a word."""

from dataclasses import dataclass
from typing import Self

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.public_text import without_secrets
from vlcorpus.schemas.row import Row

MAX_DETAIL_CHARS = 4_000  # ours: a traceback has 2,000; a detail may repeat what a file says of itself


@dataclass(slots=True, kw_only=True)
class Rejection(Row):
    stage: str  # the stage or source that rejected it
    reason: str  # schemas/reasons.py
    retryable: bool  # whether another run may succeed though the data stay the same
    detail: str  # what exactly was wrong, for a person
    image: Image | None = None  # image to look at, kept for the first few rows of a reason in each partition

    @classmethod
    def of(cls, row: Row, stage: str, reject: Reject) -> Self:
        """Turn `row` into a rejection. Its image is taken here, while the row is at hand."""
        content = row.preview_image()
        return cls(
            id=row.id,
            source=row.source,
            source_key=row.source_key,
            license=row.license,
            stage=stage,
            reason=reject.reason,
            retryable=reject.retryable,
            detail=_cut(without_secrets(reject.detail)),
            image=Image(bytes=content, path=None) if content else None,
        )

    def _repr_html_(self) -> str:
        """Return how a notebook shows the rejection: reason, detail, and the image if it was kept."""
        from vlcorpus.schemas.notebook import rejection_html

        return rejection_html(self)


def _cut(detail: str) -> str:
    n_more = len(detail) - MAX_DETAIL_CHARS
    return detail if n_more <= 0 else f"{detail[:MAX_DETAIL_CHARS]} … and {n_more} characters"
