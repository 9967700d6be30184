"""Which encoders make vectors of captions and images: a configuration's part that turns into stages."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.catalogs.registries.models import Gpus
from vlcorpus.stages.dedup.lexical_vectors import NAME as LEXICAL
from vlcorpus.stages.embed.embed_image import EmbedImage
from vlcorpus.stages.embed.embed_text import EmbedText
from vlcorpus.stages.embed.weights import digest, is_folder


class EmbeddingConfig(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    text_encoder: str = Field(
        default=LEXICAL,
        description=f"{LEXICAL} (edits only, no model), a folder of a sentence encoder, or its hub id",
    )
    text_revision: str | None = Field(default=None, description="commit of `text_encoder` on the hub")
    text_instruction: str | None = Field(
        default=None,
        description="what stands before each text, as 'query: ' for E5; default: what the weights' files say",
    )
    text_batch: int = Field(default=256, ge=1, description="ours: captions that are encoded together")
    image_encoder: str | None = Field(
        default=None,
        description="folder or hub id of a SigLIP, CLIP or DINOv2; null: colours and edges, without a model",
    )
    image_revision: str | None = Field(default=None, description="commit of `image_encoder` on the hub")
    image_batch: int = Field(default=32, ge=1, description="ours: images that are encoded together")
    gpus: Gpus = Field(default=0, description="GPUs of each encoder: 1, 0.25 beside an engine, 0 on the CPU")
    partitions: int = Field(
        default=4, ge=1, description="ours: partitions that one encoder with a GPU has in hand at a time"
    )

    def embed_text(self) -> EmbedText:
        """Return the stage. Raises ConfigError for a folder that is not there."""
        return EmbedText(
            encoder=self.text_encoder,
            revision=_revision(self.text_encoder, self.text_revision),
            batch=self.text_batch,
            gpus=self.gpus,
            partitions=self.partitions,
            instruction=self.text_instruction,
        )

    def embed_image(self, max_pixels: int) -> EmbedImage | None:
        """Return the stage, or None where the vector that `ReadPair` fills stays. Raises as `embed_text`."""
        if self.image_encoder is None:
            return None
        return EmbedImage(
            encoder=self.image_encoder,
            revision=_revision(self.image_encoder, self.image_revision),
            batch=self.image_batch,
            gpus=self.gpus,
            partitions=self.partitions,
            max_pixels=max_pixels,
        )


def _revision(encoder: str, of_hub: str | None) -> str | None:
    """Return what names the weights in a fingerprint: a folder's are named by what is in it."""
    if encoder == LEXICAL or not is_folder(encoder):
        return of_hub
    return digest(Path(encoder).expanduser())
