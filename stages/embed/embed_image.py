"""Fill the vector of an image by a model: near for images that show the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.stages.embed.embed import Embed
from vlcorpus.stages.embed.image_encoder import Inputs, TransformersImageEncoder
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS
from vlcorpus.stages.stage import PLACEMENT


@dataclass(frozen=True)
class EmbedImage(Embed[CaptionRow]):
    """Fill `image_vector`. Reasons: those of `decode`, and `error:…` where the encoder fails."""

    batch: int = field(default=32, metadata=PLACEMENT)
    max_pixels: int = MAX_DECODED_PIXELS

    @cached_property
    def loaded(self) -> TransformersImageEncoder:
        return TransformersImageEncoder(
            self.encoder, self.revision, gpus=self.gpus, max_pixels=self.max_pixels
        )

    def read(self, row: CaptionRow) -> Inputs:
        return self.loaded.read(row.content)

    def encode(self, found: Sequence[Inputs]) -> np.ndarray:
        return self.loaded.encode(found)

    def fill(self, row: CaptionRow, vector: bytes) -> CaptionRow:
        return replace(row, image_vector=vector)
