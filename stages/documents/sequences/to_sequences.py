"""Put the pages of a document together: beside its pages go the sequences that they make.

Pages of one document arrive one after the other; those rejected before are not among them. A page goes on at
once, so nothing is held back but what its open sequence needs: smaller page images, texts and cut figures. At
262,144 tokens that is some 170 pages of 100 kB.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.documents.page.document_key import document_key
from vlcorpus.stages.documents.sequences.sequence import (
    Held,
    SequenceFormat,
    sequence_row,
    sequence_sample,
)
from vlcorpus.stages.group_stage import GroupStage
from vlcorpus.stages.samples import BY_CONTENT, CountsTokens

MAX_TOKENS = 262_144  # sequence length of the last stage: Qwen3-VL report; docs/formats.md §9
AROUND_SEQUENCE = 256  # ours: tokens left for the template and the longest prompt


@dataclass
class _Open:
    """The sequence of one format that still takes pages."""

    form: SequenceFormat
    held: list[Held] = field(default_factory=list)
    n_tokens: int = AROUND_SEQUENCE
    face: bytes = b""  # image of the first page: what a person sees of a rejected sequence

    def takes(self, page: Held, max_tokens: int) -> bool:
        if not self.held:
            return True
        gap, allowed = page.page.page - self.held[-1].page.page - 1, self.form.max_gap_pages
        return (allowed is None or gap <= allowed) and self.n_tokens + page.n_tokens <= max_tokens

    def add(self, page: Held, image: bytes) -> None:
        if not self.held:
            self.face = image
        self.held.append(page)
        self.n_tokens += page.n_tokens

    def emptied(self) -> list[Held]:
        held, self.held, self.n_tokens = self.held, [], AROUND_SEQUENCE
        return held


@dataclass(frozen=True)
class ToSequences(CountsTokens, GroupStage[ClassifiedPage, ClassifiedPage | Sample]):
    """Pages in; the same pages out, and after them one sample for each sequence of each format.

    A document of one page makes none. Reasons of sequences: those of the formats' filters, longer_than_stage.
    """

    formats: tuple[SequenceFormat, ...]
    max_tokens: int = MAX_TOKENS
    seed: int = 0
    tokenizer_path: str | None = field(default=None, metadata=BY_CONTENT)

    @property
    def tasks(self) -> tuple[str, ...]:
        return tuple(form.name for form in self.formats if form.asks)

    def parent(self, row: ClassifiedPage) -> str:
        return document_key(row)

    def each_group(self, rows: Iterator[ClassifiedPage]) -> Iterator[ClassifiedPage | Sample | Rejection]:
        sequences = [_Open(form) for form in self.formats]
        only = next(rows)
        first: ClassifiedPage | None = only
        yield only  # most documents of the web have one page: nothing is made ready for a second
        for page in rows:
            yield page
            if first is not None:
                yield from self._add(first, sequences)
                first = None
            yield from self._add(page, sequences)
        yield from self._close(sequences)

    def _add(self, page: ClassifiedPage, sequences: list[_Open]) -> Iterator[Sample | Rejection]:
        for sequence in sequences:
            try:
                held = sequence.form.take(page, self.tokenizer)
            except Exception as error:  # `verdict` tells a bad page from bad code
                yield self._rejection(sequence_row(page, page, sequence.form.name), page.image, error)
                continue
            if not sequence.takes(held, self.max_tokens):
                yield self._made(sequence)
            sequence.add(held, page.image)

    def _close(self, sequences: list[_Open]) -> Iterator[Sample | Rejection]:
        for sequence in sequences:
            if sequence.held:
                yield self._made(sequence)

    def _made(self, sequence: _Open) -> Sample | Rejection:
        form, held = sequence.form, sequence.emptied()
        row = sequence_row(held[0].page, held[-1].page, form.name)
        try:
            return sequence_sample(form, row, held, self.tokenizer, self.seed)
        except Exception as error:  # `verdict` decides what it means
            return self._rejection(row, sequence.face, error)

    def _rejection(self, row: Row, image: bytes, error: Exception) -> Rejection:
        """Return why there is no sequence, with its first page to look at. Raises what must stop the run."""
        rejection = Rejection.of(row, self.name, self.verdict(row, error))
        rejection.image = Image(bytes=image) if image else None
        return rejection
