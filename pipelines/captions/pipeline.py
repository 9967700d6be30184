"""Captions: image-text pairs → images worth a caption → one of each image's copies → captions in three tiers,
by a model or without → one of those that say the same → sparse visual clusters filled → samples.

Source: Qwen3-VL report §3.2.1. Without a model a caption is the text as found with what the pixels measure,
`label_source=classical` and not trainable; an image without a text is rejected then.
"""

from functools import partial
from typing import Any

from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.open import folder_name
from vlcorpus.catalogs.sources.open_pairs import open_pairs
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.filters.captions.caption import (
    caption_contradicts,
    caption_duplicate,
    caption_empty,
    caption_lacks_facet,
    caption_language,
    caption_length,
    caption_repeats,
)
from vlcorpus.filters.captions.model_talk import caption_refuses, caption_tells_prompt
from vlcorpus.filters.image_quality import image_bannered, image_blurred, image_framed, image_uniform
from vlcorpus.filters.image_size import aspect_too_extreme, side_too_short
from vlcorpus.pipelines.captions.config import CaptionsConfig
from vlcorpus.pipelines.image_copies import image_copies
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table
from vlcorpus.pipelines.semantic_dedup import semantic_dedup
from vlcorpus.pipelines.steps.join_rows import Concatenate, JoinRows
from vlcorpus.pipelines.steps.want_views import WantViews
from vlcorpus.pipelines.visual_clusters import visual_clusters
from vlcorpus.schemas.captions.caption import CaptionedRow, CaptionRow
from vlcorpus.stages.captions.drop_copies import DropCopies
from vlcorpus.stages.captions.judge_caption import JUDGE, JudgeCaption
from vlcorpus.stages.captions.read_pair import ReadPair
from vlcorpus.stages.captions.recaption import RECAPTIONER, Recaption
from vlcorpus.stages.captions.to_samples import ToCaptionSamples
from vlcorpus.stages.keep import Keep, bind
from vlcorpus.stages.stage import Chain


def captions(cfg: CaptionsConfig) -> Pipeline:
    """images → copies → captioned → duplicates, clusters → samples; a pool and views fill sparse clusters."""
    images = Table("images", _images(cfg, cfg.input, cfg.source), CaptionRow)
    alone = Over(_with_copies, images, image_copies(images)) >> DropCopies(cfg.copies.drop)
    captioned = Table("captioned", _captioned(cfg, alone) >> cfg.embed.embed_text(), CaptionRow)
    duplicates = semantic_dedup(
        captioned,
        cfg.dedup,
        vector="text_vector",
        score=("width_px", "height_px"),
        signature="attribute_signature",
        words="content_words",
        seed=cfg.seed,
    )
    pool = None
    if cfg.clusters.pool:
        pool = Table("pool", _images(cfg, cfg.clusters.pool, _pool_source(cfg)), CaptionRow)
    clusters = visual_clusters(
        captioned, duplicates, cfg.clusters, pool=pool, caption=partial(_captioned, cfg), seed=cfg.seed
    )
    wanted = partial(WantViews, drop_duplicates=cfg.dedup.drop)
    uncaptioned = Over(wanted, captioned, duplicates, clusters.places, clusters.filled)
    views = Table("views", _captioned(cfg, uncaptioned), CaptionRow)
    samples = Table(
        "samples",
        Over(_with_decisions, captioned, duplicates, clusters.places, views, clusters.filled)
        >> Keep(*([caption_duplicate] if cfg.dedup.drop else []))
        >> ToCaptionSamples(cfg.seed, cfg.tokenizer, by_reference=cfg.media == "reference"),
    )
    return Pipeline("captions", samples, reports=(clusters.coverage,))


def _images(cfg: CaptionsConfig, inputs: tuple[str, ...], source: str | None) -> Chain[CaptionRow]:
    """Return the images of `inputs` that are worth a caption, with their vectors."""
    pairs = open_pairs(
        inputs,
        source=source,
        license=cfg.license,
        max_file_bytes=cfg.max_file_bytes,
        max_inflation=cfg.max_inflation,
        text_column=cfg.text_column,
        image_column=cfg.image_column,
        image_folder=cfg.image_folder,
        text_encoding=cfg.text_encoding,
        limit=cfg.limit,
    )
    limits = cfg.images
    chain = (
        pairs
        >> ReadPair(limits.max_pixels, describe=cfg.embed.image_encoder is None)
        >> Keep(
            bind(side_too_short, min_side_px=limits.min_side_px),
            bind(aspect_too_extreme, max_aspect=limits.max_aspect),
            bind(
                image_uniform,
                min_contrast=limits.min_contrast,
                min_entropy_bits=limits.min_entropy_bits,
                min_line_sharpness=limits.min_line_sharpness,
            ),
            bind(
                image_blurred,
                min_edge_sharpness=limits.min_edge_sharpness,
                min_sharpness=limits.min_sharpness,
            ),
            bind(image_framed, max_border_fraction=limits.max_border_fraction),
            bind(image_bannered, max_banner_fraction=limits.max_banner_fraction),
        )
    )
    encoded = cfg.embed.embed_image(limits.max_pixels)
    return chain >> encoded if encoded else chain


def _captioned(cfg: CaptionsConfig, images: Chain[CaptionRow] | Over[CaptionRow]) -> Chain[CaptionedRow]:
    """Give each image a caption, and keep the good ones."""
    ask, limits = cfg.inference.fill, cfg.quality
    chain = (
        images
        >> Recaption(ask(RECAPTIONER), cfg.seed, cfg.shares, cfg.chinese_share)
        >> Keep(
            caption_empty,
            caption_refuses,
            caption_tells_prompt,
            bind(caption_language, max_other_fraction=limits.max_other_script),
            bind(caption_repeats, max_repeated_fraction=limits.max_repeated_fraction),
            bind(caption_length, lengths=limits.lengths),
            bind(caption_lacks_facet, facets=limits.facets),
            bind(caption_contradicts, min_similarity=limits.min_name_similarity),
        )
    )
    return chain >> JudgeCaption(ask(JUDGE), cfg.seed) if limits.judge else chain


def _pool_source(cfg: CaptionsConfig) -> str:
    """Return the name of the pool's rows: with the input's own, equal keys would be equal ids."""
    return cfg.clusters.pool_source or f"{cfg.source or folder_name(Location(cfg.clusters.pool[0]))}-pool"


def _with_copies(images: TableStore, copies: TableStore) -> Source[Any]:
    return JoinRows(images, (copies,), into=("copy",))


def _with_decisions(
    captioned: TableStore,
    duplicates: TableStore,
    places: TableStore,
    views: TableStore,
    filled: TableStore | None = None,
) -> Source[Any]:
    """Return captioned rows with what was decided of them, then what was made for sparse clusters."""
    rows = JoinRows(captioned, (duplicates, places), into=("duplicate", "place"))
    return Concatenate((rows, TableRows(views), *((TableRows(filled),) if filled else ())))
