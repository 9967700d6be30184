"""What a user may say of captions: images, tiers, rules, vectors, dedup, clusters; each with its reason."""

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from vlcorpus.filters.captions.caption import FACETS, LENGTHS
from vlcorpus.pipelines.config import PipelineConfig
from vlcorpus.pipelines.embedding import EmbeddingConfig
from vlcorpus.pipelines.semantic_dedup import DedupConfig
from vlcorpus.pipelines.visual_clusters import ClustersConfig
from vlcorpus.schemas.captions.caption import Facet, Tier
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS


class ImagesConfig(BaseModel):
    """Which images are worth a caption."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    max_pixels: int = Field(
        default=MAX_DECODED_PIXELS, gt=0, description="Pillow's bomb limit; larger is not decoded"
    )
    min_side_px: int = Field(
        default=64, ge=1, description="ours: 2 x 2 visual tokens; below, nothing has structure"
    )
    max_aspect: float = Field(default=200, ge=1, description="the shipped processor raises beyond it")
    min_contrast: float = Field(
        default=4, ge=0, description="ours: levels of 256; one colour with JPEG's noise is 2"
    )
    min_entropy_bits: float = Field(default=1, ge=0, description="ours: a placeholder of two colours has 0.3")
    min_sharpness: float = Field(
        default=12, ge=0, description="ours: variance of the Laplacian at 256 px; in fog 30"
    )
    max_border_fraction: float = Field(
        default=0.7, ge=0, le=1, description="ours: the rest is a third of the tokens"
    )
    max_banner_fraction: float = Field(
        default=0.08,
        ge=0,
        le=1,
        description="ours: of the height, in bars with text; a screen's own have up to 0.07",
    )


class CaptionQualityConfig(BaseModel):
    """Which captions are kept."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    lengths: dict[Tier, tuple[int, int]] = Field(
        default=LENGTHS,
        description="ours: letters by tier; a sentence has 40 to 200, a Chinese character counts as 3",
    )
    facets: dict[Tier, tuple[Facet, ...]] = Field(
        default=FACETS, description="the report's three for dense captions; ours: fewer for shorter ones"
    )
    max_repeated_fraction: float = Field(
        default=0.2, ge=0, le=1, description="ours: of the phrases of five words"
    )
    max_other_script: float = Field(
        default=0.15, ge=0, le=1, description="ours: of the letters: names, signs"
    )
    min_name_similarity: float = Field(
        default=0.75, ge=0, le=1, description="ours: a misspelt name of the text"
    )
    judge: bool = Field(default=False, description="ask the role judge whether what a model wrote is true")

    @field_validator("lengths", "facets")
    @classmethod
    def _others_as_they_are(cls, given: dict, info: ValidationInfo) -> dict:
        return {"lengths": LENGTHS, "facets": FACETS}[info.field_name] | given


class CaptionsConfig(PipelineConfig):
    text_column: str | None = Field(
        default=None, description="of a table; default: caption, text, alt … as found"
    )
    image_column: str | None = Field(default=None, description="of a table: bytes, {bytes, path}, or a path")
    shares: tuple[float, float, float] = Field(
        default=(0.3, 0.4, 0.3),
        description="ours: of short, medium and dense captions; the report balances them",
    )
    chinese_share: float = Field(
        default=0.5, ge=0, le=1, description="ours: of images that came without a text"
    )
    tokenizer: str | None = Field(
        default=None, description="a tokenizer.json; without one, counts are estimates"
    )
    images: ImagesConfig = Field(default=ImagesConfig(), description="what is worth a caption")
    quality: CaptionQualityConfig = Field(default=CaptionQualityConfig(), description="of captions")
    embed: EmbeddingConfig = Field(
        default=EmbeddingConfig(), description="what makes vectors of texts and images"
    )
    dedup: DedupConfig = Field(default=DedupConfig(), description="captions that say the same")
    clusters: ClustersConfig = Field(
        default=ClustersConfig(), description="clusters of images, and the sparse ones"
    )
