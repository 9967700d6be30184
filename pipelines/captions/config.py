"""What a user may say of captions: images, tiers, rules, vectors, dedup, clusters; each with its reason."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from vlcorpus.catalogs.sources.tar_reader import MAX_INFLATION
from vlcorpus.catalogs.sources.text_encoding import known_encoding
from vlcorpus.filters.captions.caption import FACETS, LENGTHS
from vlcorpus.pipelines.config import InputConfig
from vlcorpus.pipelines.embedding import EmbeddingConfig
from vlcorpus.pipelines.image_copies import CopiesConfig
from vlcorpus.pipelines.semantic_dedup import DedupConfig
from vlcorpus.pipelines.visual_clusters import ClustersConfig
from vlcorpus.schemas.captions.caption import Facet, Tier
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS


class ImagesConfig(BaseModel):
    """Which images are worth a caption."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    max_pixels: int = Field(
        default=MAX_DECODED_PIXELS,
        gt=0,
        description="an image of more pixels is not decoded; Pillow warns from here on",
    )
    min_side_px: int = Field(
        default=64,
        ge=1,
        description="ours: least side in pixels, 2 x 2 visual tokens; below, nothing has structure",
    )
    max_aspect: float = Field(
        default=200, ge=1, description="greatest ratio of the sides; the model's processor raises beyond it"
    )
    min_contrast: float = Field(
        default=4,
        ge=0,
        description="ours: least contrast, in levels of 256; one colour with JPEG's noise has 2",
    )
    min_entropy_bits: float = Field(
        default=1,
        ge=0,
        description="ours: least entropy of the luminance, where no line is drawn; two colours have 0.3",
    )
    min_line_sharpness: float = Field(
        default=12,
        ge=0,
        description="ours: sharpness from which an image of little contrast or entropy has lines: charts, "
        "outlines; noise and JPEG have up to 7",
    )
    min_edge_sharpness: float = Field(
        default=0.29,
        ge=0,
        le=1,
        description="ours: least share of the contrast around it that a step to the next pixel makes up, at "
        "256 px, on the sharpest edges; good images have 0.29 and more, blurred ones 0.1 to 0.28",
    )
    min_sharpness: float = Field(
        default=5,
        ge=0,
        description="ours: least variance of the Laplacian at 256 px, of the sharpest channel, where too "
        "little has contrast to look at edges; an image in fog has 30",
    )
    max_border_fraction: float = Field(
        default=0.7,
        ge=0,
        le=1,
        description="ours: share of the image that may be border; the rest is a third of its tokens then",
    )
    max_banner_fraction: float = Field(
        default=0.08,
        ge=0,
        le=1,
        description="ours: share of the height that may be bars with text; those of a screenshot have up to "
        "0.07",
    )


class CaptionQualityConfig(BaseModel):
    """Which captions are kept."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    lengths: dict[Tier, tuple[int, int]] = Field(
        default=LENGTHS,
        description="ours: fewest and most letters of a caption by its tier; a sentence has 40 to 200, a "
        "Chinese character counts as 3",
    )
    facets: dict[Tier, tuple[Facet, ...]] = Field(
        default=FACETS,
        description="facets that a caption must have, by its tier; the report's three for dense captions, "
        "ours for shorter ones",
    )
    max_repeated_fraction: float = Field(
        default=0.2, ge=0, le=1, description="ours: share of the phrases of five words that may be repeated"
    )
    max_other_script: float = Field(
        default=0.15,
        ge=0,
        le=1,
        description="ours: share of the letters that may be of another script: names, signs",
    )
    min_name_similarity: float = Field(
        default=0.75,
        ge=0,
        le=1,
        description="ours: how alike a name must be to one of the image's text; a misspelt one is",
    )
    judge: bool = Field(default=False, description="ask the role judge whether what a model wrote is true")

    @field_validator("lengths", "facets")
    @classmethod
    def _others_as_they_are(cls, given: dict, info: ValidationInfo) -> dict:
        return {**(LENGTHS if info.field_name == "lengths" else FACETS), **given}


class CaptionsConfig(InputConfig):
    text_column: str | None = Field(
        default=None, description="column of a table's texts; default: caption, text, alt … as found"
    )
    image_column: str | None = Field(
        default=None,
        description="column of a table's images: bytes, {bytes, path}, or a path; default: found by its type",
    )
    image_folder: str | None = Field(
        default=None,
        description="folder at which the paths of images in a table begin; default: the table's, then the "
        "input's",
    )
    text_encoding: str | None = Field(
        default=None,
        description="encoding of texts in files and of tables that are text, such as gb18030, big5, cp1252; "
        "default: UTF-8, and an image goes on without a text that is not",
    )
    max_inflation: int = Field(
        default=MAX_INFLATION,
        ge=1,
        description="ours: how many times its size a compressed tar may inflate to, beyond 4 GiB; captions "
        "reach 150, annotations 30, zeros 1,032",
    )
    shares: tuple[float, float, float] = Field(
        default=(0.3, 0.4, 0.3),
        description="ours: shares of short, medium and dense captions; the report balances them",
    )
    chinese_share: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: share of Chinese captions among images that came without a text",
    )
    tokenizer: str | None = Field(
        default=None,
        description="a tokenizer.json that counts text tokens; without one the counts are estimates",
    )
    media: Literal["bytes", "reference"] = Field(
        default="bytes",
        description="whether a sample holds its image, or the path and the range of bytes where it lies: for "
        "images in tars that are not compressed, kept as they are; others are held all the same",
    )
    images: ImagesConfig = Field(default=ImagesConfig(), description="which images are worth a caption")
    copies: CopiesConfig = Field(
        default=CopiesConfig(), description="which rows have the same image, and what becomes of them"
    )
    quality: CaptionQualityConfig = Field(
        default=CaptionQualityConfig(), description="which captions are kept"
    )
    embed: EmbeddingConfig = Field(
        default=EmbeddingConfig(), description="what makes vectors of texts and images"
    )
    dedup: DedupConfig = Field(
        default=DedupConfig(), description="which captions say the same, and what becomes of them"
    )
    clusters: ClustersConfig = Field(
        default=ClustersConfig(), description="visual clusters, and how sparse ones are filled"
    )

    @field_validator("text_encoding")
    @classmethod
    def _is_known(cls, said: str | None) -> str | None:
        return None if said is None else known_encoding(said)
