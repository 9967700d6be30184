"""Make samples: a domain says what it knows of one; what follows from that is computed here, once for all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.needs import TOKENIZERS, File, Need
from vlcorpus.schemas.qwenvl.tokens import (
    PROCESSOR_ID,
    TextTokenizer,
    TokenCounts,
    count_sample_tokens,
    load_tokenizer,
    tokenizer_id,
)
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Generated, LabelSource, Message, Part, Sample, SceneObject, Score

# Sequence lengths of the training stages: Qwen3-VL report, table of stages; docs/formats.md §9
STAGE_TOKENS = (("s1", 8_192), ("s2", 32_768), ("s3", 262_144))


# Metadata of `tokenizer_path`: two paths of one file are one tokenizer, two files at one path are not.
BY_CONTENT = {"identity": tokenizer_id}


class CountsTokens:
    """Part of a stage that declares the parameter `tokenizer_path` itself, where it stands among its own."""

    tokenizer_path: str | None  # a tokenizer.json; without one, counts are estimates

    @property
    def needs(self) -> tuple[Need, ...]:
        return (TOKENIZERS, File(self.tokenizer_path)) if self.tokenizer_path else ()

    @cached_property
    def tokenizer(self) -> TextTokenizer:
        return load_tokenizer(self.tokenizer_path)

    def open(self) -> None:
        _ = self.tokenizer


@dataclass(frozen=True, slots=True)
class SampleImage:
    """An encoded image as a sample carries it."""

    bytes: bytes
    width_px: int
    height_px: int
    format: str = "JPEG"
    exif_applied: bool = False  # the pixels were turned as the EXIF orientation says
    path: str | None = None  # where these very bytes lie: the sample then holds the path instead of them


@dataclass(slots=True, kw_only=True)
class SampleDraft:
    """What a domain says of a sample: all but its identity and what is computed. Fields as in `Sample`."""

    domain: str
    task: str
    stage: str | None = None  # None: the first one whose sequences are long enough
    mode: str = "instruct"
    lang: list[str]
    messages: list[Message]
    tools: str | None = None
    images: Sequence[SampleImage] = ()
    objects: list[SceneObject] = field(default_factory=list)
    sample_weight: float = 1.0
    trainable: bool = True
    label_source: LabelSource
    engine: str
    model: str | None = None
    generated: list[Generated] = field(default_factory=list)
    prompt_sha256: str
    parents: list[str]
    scores: Mapping[str, float | None] = field(default_factory=dict)  # None: not measured, left out
    meta: Mapping[str, Any] = field(default_factory=dict)


def make_sample(
    row: Row, draft: SampleDraft, tokenizer: TextTokenizer, counts: TokenCounts | None = None
) -> Sample:
    """Return the sample with the identity of `row`; `counts` saves counting again who has counted.

    Raises Reject(longer_than_stage) where the draft names no stage.
    """
    counts = counts or count_draft(draft.messages, draft.images, tokenizer, draft.mode, draft.tools)
    infos = [_image_info(image) for image in draft.images]
    return Sample(
        id=row.id,
        source=row.source,
        source_key=row.source_key,
        license=row.license,
        domain=draft.domain,
        task=draft.task,
        stage=draft.stage or training_stage(counts.n_total),
        mode=draft.mode,
        lang=draft.lang,
        messages=draft.messages,
        tools=draft.tools,
        images=[Image(bytes=None if image.path else image.bytes, path=image.path) for image in draft.images],
        image_info=infos,
        objects=draft.objects,
        n_tokens=counts.n_total,
        n_text_tokens=counts.n_text,
        n_vision_tokens=counts.n_vision,
        n_loss_tokens=counts.n_loss,
        tokenizer_id=tokenizer.id,
        processor_id=PROCESSOR_ID,
        sample_weight=draft.sample_weight,
        trainable=draft.trainable,
        label_source=draft.label_source,
        engine=draft.engine,
        model=draft.model,
        generated=draft.generated,
        prompt_sha256=draft.prompt_sha256,
        parents=draft.parents,
        scores=[Score(name=name, value=float(x)) for name, x in draft.scores.items() if x is not None],
        content_sha256=_content_sha256(draft.messages, infos),
        meta=json.dumps(draft.meta, ensure_ascii=False),
    )


def count_draft(
    messages: list[Message],
    images: Sequence[SampleImage],
    tokenizer: TextTokenizer,
    mode: str,
    tools: str | None = None,
) -> TokenCounts:
    """Count the tokens of a sample to be."""
    sizes = [(image.width_px, image.height_px) for image in images]
    return count_sample_tokens(messages, sizes, tokenizer, mode=mode, tools=tools)


def training_stage(n_tokens: int) -> str:
    """Return the report's first stage with sequences long enough. Raises Reject(longer_than_stage)."""
    for stage, limit in STAGE_TOKENS:
        if n_tokens <= limit:
            return stage
    raise Reject(Reason.LONGER_THAN_STAGE, f"{n_tokens} tokens, the longest sequence is {limit}")


def asked_of_image(prompt: str, answer: str, *, train: bool = True) -> list[Message]:
    """Return the turns of one image, one prompt and one answer, which the loss sees if `train`."""
    return [
        Message(role="user", content=[Part(type="image", media=0), Part(type="text", text=prompt)]),
        Message(role="assistant", content=[Part(type="text", text=answer)], train=train),
    ]


def _image_info(image: SampleImage) -> ImageInfo:
    return ImageInfo(
        width_px=image.width_px,
        height_px=image.height_px,
        sha256=sha256(image.bytes).hexdigest(),
        format=image.format,
        exif_applied=image.exif_applied,
    )


def _content_sha256(messages: list[Message], infos: list[ImageInfo]) -> str:
    """Hash what the trainer sees: the texts in order, then the images' own hashes."""
    texts = [part.text for message in messages for part in message.content if part.text is not None]
    return sha256("\0".join([*texts, *(info.sha256 for info in infos)]).encode()).hexdigest()
