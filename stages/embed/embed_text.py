"""Fill the vector of a caption: near for captions that say the same, if the encoder knows meanings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

import numpy as np

from vlcorpus.schemas.captions.caption import CaptionedRow
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.needs import Need
from vlcorpus.stages.dedup.attribute_signature import attribute_signature
from vlcorpus.stages.dedup.content_words import content_words
from vlcorpus.stages.dedup.lexical_vectors import NAME as LEXICAL
from vlcorpus.stages.embed.embed import Embed
from vlcorpus.stages.embed.text_encoder import TextEncoder, load_text_encoder
from vlcorpus.stages.stage import Resources


@dataclass(frozen=True)
class EmbedText(Embed[CaptionedRow]):
    """Fill `text_vector` of `caption.text`, and what a vector tells too weakly: `attribute_signature`
    and `content_words`.

    A text without a letter has the vector 0, and so no neighbours.

    Rejects what the encoder fails on (`error:…`).
    """

    version: ClassVar[str] = "2"

    encoder: str = LEXICAL
    instruction: str | None = None  # words put before each text; None: what the weights' files say

    @property
    def resources(self) -> Resources:
        return Resources() if self.encoder == LEXICAL else super().resources

    @property
    def needs(self) -> tuple[Need, ...]:
        return () if self.encoder == LEXICAL else super().needs

    @cached_property
    def loaded(self) -> TextEncoder:
        return load_text_encoder(self.encoder, self.revision, gpus=self.gpus, instruction=self.instruction)

    def read(self, row: CaptionedRow) -> str:
        if row.caption is None:  # a pipeline that no type checker has seen
            raise StageBug(f"{self.name}, row {row.source_key}: it has no caption; embed after captioning")
        return row.caption.text

    def encode(self, found: Sequence[str]) -> np.ndarray:
        return self.loaded.encode(found)

    def fill(self, row: CaptionedRow, vector: bytes) -> CaptionedRow:
        text = row.caption.text
        return replace(
            row,
            text_vector=vector,
            attribute_signature=attribute_signature(text),
            content_words=content_words(text),
        )
