"""The book that pages make."""

from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.documents.sequences.book import Book
from vlcorpus.stages.documents.sequences.to_sequences import ToSequences


def made(*pages: PageRow) -> list[Sample | Rejection]:
    return [row for row in ToSequences((Book(),))(pages) if not isinstance(row, PageRow)]


def shown(*pages: PageRow) -> str:
    """Return the sequence with `[n]` for its n-th image."""
    (sample,) = made(*pages)
    assert isinstance(sample, Sample), sample
    (message,) = sample.messages
    assert (message.role, message.train, sample.mode) == ("assistant", True, "pretrain")
    return "".join(part.text if part.type == "text" else f"[{part.media}]" for part in message.content)
