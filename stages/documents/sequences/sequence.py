"""Consecutive pages of one document as one sample: what long documents and books have in common."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Protocol

from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.documents.sequence import SequenceMeasures
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.page import FURNITURE
from vlcorpus.schemas.qwenvl.tokens import TextTokenizer, TokenCounts
from vlcorpus.schemas.row import Row, row_id
from vlcorpus.schemas.sample import Message, Sample, SceneObject
from vlcorpus.stages.documents.page.document_key import document_key
from vlcorpus.stages.documents.page.provenance import label_source, models, text_engine
from vlcorpus.stages.samples import SampleDraft, SampleImage, count_draft, make_sample

SequenceFilter = Callable[[Any], str | None]


@dataclass(frozen=True, slots=True)
class Held:
    """What a sequence keeps of a page until it ends."""

    page: ClassifiedPage  # light
    n_tokens: int  # tokens that the page adds to the sequence
    content: Any  # what the format makes of the page


@dataclass(slots=True, kw_only=True)
class SequenceDraft:
    """A sequence before its tokens are counted and its filters are asked."""

    messages: list[Message]
    images: list[SampleImage]
    measure: Callable[[TokenCounts], SequenceMeasures]
    prompt_sha256: str = ""  # none where nobody asks
    objects: list[SceneObject] = field(default_factory=list)
    meta: dict = field(default_factory=dict)


class SequenceFormat(Protocol):
    """How pages become one sample. A frozen dataclass: its fields are part of the stage's fingerprint."""

    @property
    def name(self) -> str: ...  # name in the configuration and in the sample's key

    @property
    def task(self) -> str: ...

    @property
    def mode(self) -> str: ...

    @property
    def asks(self) -> bool: ...  # whether the sample opens with a prompt of the task `name`

    @property
    def max_gap_pages(self) -> int | None: ...  # a sequence ends where more pages are missing; None: never

    @property
    def filters(self) -> tuple[SequenceFilter, ...]: ...  # the first that names a reason rejects the sequence

    def take(self, page: ClassifiedPage, tokenizer: TextTokenizer) -> Held:
        """Return what the sequence needs of `page`."""
        ...

    def draft(self, row: Row, held: Sequence[Held], seed: int) -> SequenceDraft:
        """Return the sequence of the pages; `row` is its identity. Raises Reject."""
        ...


def light(page: ClassifiedPage) -> ClassifiedPage:
    """Return the page without what weighs most: its images, and all that its tree was read from."""
    bare = replace(page, image=b"", scan=None, lines=[], image_boxes=[], drawings=[])
    return replace(bare, glyphs=[], printed_words=[], regions=None, ink=None)


def sequence_row(first: ClassifiedPage, last: ClassifiedPage, name: str) -> Row:
    """Return the identity of a sequence: its key tells document, first and last page, and format."""
    document = document_key(first)
    step = f"pages={first.page}-{last.page}&format={name}"
    key = f"{document}{'&' if '#' in document else '#'}{step}"
    return Row(id=row_id(first.source, key), source=first.source, source_key=key, license=first.license)


def page_facts(pages: Sequence[ClassifiedPage], counts: TokenCounts) -> dict[str, Any]:
    """Return the fields of SequenceMeasures."""
    kinds = {block.kind for page in pages for block in page.tree.blocks}
    return {
        "n_pages": len(pages),
        "n_missing_pages": pages[-1].page - pages[0].page + 1 - len(pages),
        "n_block_kinds": len(kinds - FURNITURE),
        "word_recall": sum(page.parse.word_recall for page in pages) / len(pages),
        "n_text_tokens": counts.n_text,
        "n_vision_tokens": counts.n_vision,
    }


def sequence_sample(
    form: SequenceFormat, row: Row, held: Sequence[Held], tokenizer: TextTokenizer, seed: int
) -> Sample:
    """Return the sample of the pages. Raises Reject: longer_than_stage, or the reason of a filter."""
    draft = form.draft(row, held, seed)
    pages = [one.page for one in held]
    counts = count_draft(draft.messages, draft.images, tokenizer, form.mode)
    measures = draft.measure(counts)
    for accept in form.filters:
        if reason := accept(measures):
            raise Reject(reason, _told(measures))
    whole = SampleDraft(
        domain="documents",
        task=form.task,
        mode=form.mode,
        lang=[lang for lang, _ in Counter(page.lang for page in pages).most_common()],
        messages=draft.messages,
        images=draft.images,
        objects=draft.objects,
        label_source=label_source(*pages),
        engine=text_engine(*pages),
        model=models(*pages),
        generated=[said for page in pages for said in page.generated],
        prompt_sha256=draft.prompt_sha256,
        parents=[page.id for page in pages],
        scores=asdict(measures),
        meta=_meta(pages) | draft.meta,
    )
    return make_sample(row, whole, tokenizer, counts)


def _meta(pages: Sequence[ClassifiedPage]) -> dict:
    return {
        "pages": [page.page for page in pages],
        "n_pages": pages[0].n_pages,
        "document_type": pages[0].document_type,
    }


def _told(measures: SequenceMeasures) -> str:
    return ", ".join(f"{name} {value:.3g}" for name, value in asdict(measures).items())
