"""Consecutive pages of one document as one sample: what long documents and books have in common."""

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Any, Protocol

from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.documents.sequence import SequenceMeasures
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.page import FURNITURE
from vlcorpus.schemas.qwenvl.tokens import PROCESSOR_ID, TextTokenizer, TokenCounts, count_sample_tokens
from vlcorpus.schemas.row import Row, row_id
from vlcorpus.schemas.sample import Message, Sample, SceneObject, Score
from vlcorpus.stages.documents.to_samples import label_source, models, text_engine, training_stage

SequenceFilter = Callable[[Any], str | None]
_PAGE_STEP = re.compile(r"[#&]page=\d+")


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded image as the sample carries it."""

    jpeg: bytes
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Held:
    """What a sequence keeps of a page until it ends."""

    page: PageRow  # light
    n_tokens: int  # that the page adds to the sequence
    content: Any  # of the format


@dataclass(slots=True, kw_only=True)
class Draft:
    """A sequence before its tokens are counted and its filters are asked."""

    messages: list[Message]
    pictures: list[Picture]
    measure: Callable[[TokenCounts], SequenceMeasures]
    prompt_sha256: str = ""  # none where nobody asks
    objects: list[SceneObject] = field(default_factory=list)
    meta: dict = field(default_factory=dict)


class SequenceFormat(Protocol):
    """How pages become one sample. A frozen dataclass: its fields are part of the stage's fingerprint."""

    name: str  # in the configuration and in the sample's key
    task: str
    mode: str
    asks: bool  # whether the sample opens with a prompt of the task `name`
    max_gap_pages: int | None  # a sequence ends where more pages are missing; None: never
    filters: tuple[SequenceFilter, ...]  # the first that names a reason rejects the sequence

    def take(self, page: PageRow, tokenizer: TextTokenizer) -> Held:
        """Return what the sequence needs of `page`."""
        ...

    def draft(self, row: Row, held: Sequence[Held], seed: int) -> Draft:
        """Return the sequence of the pages; `row` is its identity. Raises Reject."""
        ...


def light(page: PageRow) -> PageRow:
    """Return the page without what weighs most: its images, and all that its tree was read from."""
    bare = replace(page, image=b"", scan=None, lines=[], pictures=[], drawings=[])
    return replace(bare, glyphs=[], regions=None, ink=None)


def document_key(page: PageRow) -> str:
    """Return the key of the document that a page belongs to."""
    *_, step = _PAGE_STEP.finditer(page.source_key)
    return page.source_key[: step.start()]


def sequence_row(first: PageRow, last: PageRow, name: str) -> Row:
    """Return the identity of a sequence: its key tells document, first and last page, and format."""
    document = document_key(first)
    step = f"pages={first.page}-{last.page}&format={name}"
    key = f"{document}{'&' if '#' in document else '#'}{step}"
    return Row(id=row_id(first.source, key), source=first.source, source_key=key, license=first.license)


def page_facts(pages: Sequence[PageRow], counts: TokenCounts) -> dict[str, Any]:
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


def make_sample(
    form: SequenceFormat, row: Row, held: Sequence[Held], tokenizer: TextTokenizer, seed: int
) -> Sample:
    """Return the sample of the pages. Raises Reject: longer_than_stage, or the reason of a filter."""
    draft = form.draft(row, held, seed)
    pages = [one.page for one in held]
    sizes = [(picture.width_px, picture.height_px) for picture in draft.pictures]
    counts = count_sample_tokens(draft.messages, sizes, tokenizer, mode=form.mode)
    measures = draft.measure(counts)
    for accept in form.filters:
        if reason := accept(measures):
            raise Reject(reason, _told(measures))
    infos = [_image_info(picture) for picture in draft.pictures]
    return Sample(
        id=row.id,
        source=row.source,
        source_key=row.source_key,
        license=row.license,
        domain="documents",
        task=form.task,
        stage=training_stage(counts.n_total),
        mode=form.mode,
        lang=[lang for lang, _ in Counter(page.lang for page in pages).most_common()],
        messages=draft.messages,
        images=[Image(bytes=picture.jpeg) for picture in draft.pictures],
        image_info=infos,
        objects=draft.objects,
        n_tokens=counts.n_total,
        n_text_tokens=counts.n_text,
        n_vision_tokens=counts.n_vision,
        n_loss_tokens=counts.n_loss,
        tokenizer_id=tokenizer.id,
        processor_id=PROCESSOR_ID,
        label_source=label_source(*pages),
        engine=text_engine(*pages),
        model=models(*pages),
        generated=[said for page in pages for said in page.generated],
        prompt_sha256=draft.prompt_sha256,
        parents=[page.id for page in pages],
        scores=[Score(name=name, value=float(value)) for name, value in asdict(measures).items()],
        content_sha256=_content_sha256(draft.messages, infos),
        meta=json.dumps(_meta(pages) | draft.meta, ensure_ascii=False),
    )


def _meta(pages: Sequence[PageRow]) -> dict:
    return {
        "pages": [page.page for page in pages],
        "n_pages": pages[0].n_pages,
        "document_type": pages[0].document_type,
    }


def _image_info(picture: Picture) -> ImageInfo:
    digest = sha256(picture.jpeg).hexdigest()
    return ImageInfo(width_px=picture.width_px, height_px=picture.height_px, sha256=digest, format="JPEG")


def _content_sha256(messages: list[Message], infos: list[ImageInfo]) -> str:
    """Hash what the trainer sees: the texts in order and the pictures' own hashes."""
    texts = [part.text for message in messages for part in message.content if part.text is not None]
    return sha256("\0".join([*texts, *(info.sha256 for info in infos)]).encode()).hexdigest()


def _told(measures: SequenceMeasures) -> str:
    return ", ".join(f"{name} {value:.3g}" for name, value in asdict(measures).items())
