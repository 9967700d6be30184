"""Captions: image-text pairs → pictures worth a caption → captions in three tiers, by a model or without
→ one of those that say the same → sparse visual regions filled → samples.

Source: Qwen3-VL report §3.2.1. Without a model a caption is the text as found with what the pixels measure,
`label_source=classical` and not trainable; a picture without a text is rejected then.
"""

from functools import partial

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.open import folder_name
from vlcorpus.catalogs.sources.open_pairs import open_pairs
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.filters.captions.caption import (
    FACETS,
    LENGTHS,
    caption_contradicts,
    caption_duplicate,
    caption_empty,
    caption_lacks_facet,
    caption_language,
    caption_length,
    caption_refuses,
    caption_repeats,
    caption_tells_prompt,
)
from vlcorpus.filters.image_quality import image_bannered, image_blurred, image_framed, image_uniform
from vlcorpus.filters.image_size import aspect_too_extreme, side_too_short
from vlcorpus.pipelines.config import PipelineConfig
from vlcorpus.pipelines.embedding import EmbeddingConfig
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table
from vlcorpus.pipelines.semantic_dedup import DedupConfig, semantic_dedup
from vlcorpus.pipelines.steps.join_rows import Concatenate, JoinRows
from vlcorpus.pipelines.visual_clusters import RegionsConfig, visual_regions
from vlcorpus.schemas.captions.caption import CaptionRow, Facet, Tier
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.stages.captions.add_views import AddViews
from vlcorpus.stages.captions.judge_caption import JUDGE, JudgeCaption
from vlcorpus.stages.captions.read_pair import ReadPair
from vlcorpus.stages.captions.recaption import RECAPTIONER, Recaption
from vlcorpus.stages.captions.to_samples import ToCaptionSamples
from vlcorpus.stages.keep import Keep
from vlcorpus.stages.media.decode_image import MAX_PIXELS
from vlcorpus.stages.stage import Chain

ASKED = ("recaption_hint", "recaption_answer", "judge_caption")


class PicturesConfig(BaseModel):
    """Which pictures are worth a caption."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_pixels: int = Field(MAX_PIXELS, gt=0, description="Pillow's bomb limit; larger is not decoded")
    min_side_px: int = Field(64, ge=1, description="ours: 2 x 2 visual tokens; below, nothing has structure")
    max_aspect: float = Field(200, ge=1, description="the shipped processor raises beyond it")
    min_contrast: float = Field(4, ge=0, description="ours: levels of 256; one colour with JPEG's noise is 2")
    min_entropy_bits: float = Field(1, ge=0, description="ours: a placeholder of two colours has 0.3")
    min_sharpness: float = Field(12, ge=0, description="ours: variance of the Laplacian at 256 px; in fog 30")
    max_border_fraction: float = Field(0.7, ge=0, le=1, description="ours: the rest is a third of the tokens")
    max_banner_fraction: float = Field(
        0.08, ge=0, le=1, description="ours: of the height, in bars with text; a screen's own have up to 0.07"
    )

    def keep(self) -> Keep:
        return Keep(
            partial(side_too_short, min_side_px=self.min_side_px),
            partial(aspect_too_extreme, max_aspect=self.max_aspect),
            partial(image_uniform, min_contrast=self.min_contrast, min_entropy_bits=self.min_entropy_bits),
            partial(image_blurred, min_sharpness=self.min_sharpness),
            partial(image_framed, max_border_fraction=self.max_border_fraction),
            partial(image_bannered, max_banner_fraction=self.max_banner_fraction),
        )


class CaptionQualityConfig(BaseModel):
    """Which captions are kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lengths: dict[Tier, tuple[int, int]] = Field(
        LENGTHS,
        description="ours: letters by tier; a sentence has 40 to 200, a Chinese character counts as 3",
    )
    facets: dict[Tier, tuple[Facet, ...]] = Field(
        FACETS, description="the report's three for dense captions; ours: fewer for shorter ones"
    )
    max_repeated_fraction: float = Field(0.2, ge=0, le=1, description="ours: of the phrases of five words")
    max_other_script: float = Field(0.15, ge=0, le=1, description="ours: of the letters: names, signs")
    min_name_similarity: float = Field(0.75, ge=0, le=1, description="ours: a misspelt name of the text")
    judge: bool = Field(False, description="ask the role judge whether what a model wrote is true")

    @field_validator("lengths", "facets")
    @classmethod
    def _others_as_they_are(cls, given: dict, info: ValidationInfo) -> dict:
        return {"lengths": LENGTHS, "facets": FACETS}[info.field_name] | given

    def keep(self) -> Keep:
        return Keep(
            caption_empty,
            caption_refuses,
            caption_tells_prompt,
            partial(caption_language, max_other_fraction=self.max_other_script),
            partial(caption_repeats, max_repeated_fraction=self.max_repeated_fraction),
            partial(caption_length, lengths=self.lengths),
            partial(caption_lacks_facet, facets=self.facets),
            partial(caption_contradicts, min_similarity=self.min_name_similarity),
        )


class CaptionsConfig(PipelineConfig):
    text_column: str | None = Field(None, description="of a table; default: caption, text, alt … as found")
    image_column: str | None = Field(None, description="of a table: bytes, {bytes, path}, or a path")
    shares: tuple[float, float, float] = Field(
        (0.3, 0.4, 0.3), description="ours: of short, medium and dense captions; the report balances them"
    )
    chinese_share: float = Field(0.5, ge=0, le=1, description="ours: of pictures that came without a text")
    tokenizer: str | None = Field(None, description="a tokenizer.json; without one, counts are estimates")
    pictures: PicturesConfig = Field(PicturesConfig(), description="what is worth a caption")
    quality: CaptionQualityConfig = Field(CaptionQualityConfig(), description="of captions")
    embed: EmbeddingConfig = Field(EmbeddingConfig(), description="what makes vectors of texts and pictures")
    dedup: DedupConfig = Field(DedupConfig(), description="captions that say the same")
    regions: RegionsConfig = Field(RegionsConfig(), description="clusters of pictures, and the sparse ones")


def captions(cfg: CaptionsConfig) -> Pipeline:
    """captioned → duplicates, regions → samples; sparse regions are filled from `regions.pool`."""
    pictures = _pictures(cfg, cfg.input, cfg.source)
    captioned = Table("captioned", _caption(cfg, pictures) >> cfg.embed.embed_text(), CaptionRow)
    duplicates = semantic_dedup(
        captioned,
        cfg.dedup,
        vector="text_vector",
        encoder=cfg.embed.text_encoder,
        score=("width_px", "height_px"),
        facts="text_facts",
        seed=cfg.seed,
    )
    pool = None
    if cfg.regions.pool:
        pool = Table("pool", _pictures(cfg, cfg.regions.pool, _pool_source(cfg)), CaptionRow)
    regions = visual_regions(
        captioned, duplicates, cfg.regions, pool=pool, caption=partial(_caption, cfg), seed=cfg.seed
    )
    decided = Over(_with_decisions, captioned, duplicates, regions.places, regions.filled)
    rows = decided >> Keep(*([caption_duplicate] if cfg.dedup.drop else [])) >> AddViews()
    samples = Table("samples", _caption(cfg, rows) >> ToCaptionSamples(cfg.seed, cfg.tokenizer))
    tasks = [f"{kind}_{tier}" for kind in ("recaption", "caption") for tier in Tier]
    texts = tuple(prompt.text for task in (*tasks, *ASKED) for prompt in prompts_of(task))
    return Pipeline("captions", samples, prompts=texts, reports=(regions.coverage,))


def _pool_source(cfg: CaptionsConfig) -> str:
    """Return the name of the pool's rows: with the input's own, equal keys would be equal ids."""
    return cfg.regions.pool_source or f"{cfg.source or folder_name(Location(cfg.regions.pool[0]))}-pool"


def _pictures(cfg: CaptionsConfig, inputs: tuple[str, ...], source: str | None) -> Chain:
    """Return the pictures of `inputs` that are worth a caption, with their vectors."""
    pairs = open_pairs(
        inputs,
        source=source,
        license=cfg.license,
        max_file_bytes=cfg.max_file_bytes,
        text_column=cfg.text_column,
        image_column=cfg.image_column,
        limit=cfg.limit,
    )
    read = ReadPair(cfg.pictures.max_pixels, describe=cfg.embed.image_encoder is None)
    chain = pairs >> read >> cfg.pictures.keep()
    encoded = cfg.embed.embed_image(cfg.pictures.max_pixels)
    return chain >> encoded if encoded else chain


def _caption(cfg: CaptionsConfig, rows: Chain | Over) -> Chain:
    """Give a caption to those of `rows` that have none, and keep the good ones."""
    ask = cfg.inference.fill
    chain = rows >> Recaption(ask(RECAPTIONER), cfg.seed, cfg.shares, cfg.chinese_share) >> cfg.quality.keep()
    return chain >> JudgeCaption(ask(JUDGE), cfg.seed) if cfg.quality.judge else chain


def _with_decisions(
    captioned: TableStore, duplicates: TableStore, places: TableStore, filled: TableStore | None = None
) -> Source:
    """Return captioned rows with what was decided of them, then those that fill sparse regions."""
    rows = JoinRows(captioned, (duplicates, places), into=("duplicate", "place"))
    return Concatenate((rows, TableRows(filled))) if filled else rows
