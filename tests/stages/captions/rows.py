"""Pairs, images and captioned rows for tests."""

import io
from dataclasses import replace
from functools import cache

import numpy as np
import PIL.Image

from vlcorpus.schemas.captions.caption import Caption, CaptionRow, FacetQuote, ImageMeasures, Tier
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.sample import Generated, LabelSource

MEASURES = ImageMeasures(
    sharpness=500.0,
    entropy_bits=7.0,
    contrast=50.0,
    border_fraction=0.0,
    banner_fraction=0.0,
    colors=["blue", "white"],
    top="light blue",
    bottom="green",
    edge_sharpness=0.6,
)
SAID = Generated(
    role="recaptioner",
    model_id="m",
    model_revision=None,
    prompt_sha256="0" * 64,
    sampling="{}",
    seed=1,
    finish_reason="stop",
    n_out_tokens=9,
)


@cache
def scene_png() -> bytes:
    return encoded(scene())


def scene(width: int = 320, height: int = 240, seed: int = 0) -> PIL.Image.Image:
    """Return an image with edges and many colours: coarse noise, enlarged."""
    coarse = np.random.default_rng(seed).integers(0, 256, (12, 16, 3), np.uint8)
    return PIL.Image.fromarray(coarse).resize((width, height), PIL.Image.Resampling.NEAREST)


def encoded(image: PIL.Image.Image, kind: str = "PNG", **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pair(text: str = "A red boat on a lake", content: bytes | None = None, key: str = "a.png") -> PairRow:
    content = scene_png() if content is None else content
    return PairRow.origin("test", key, "CC0-1.0", uri=f"/test/{key}", content=content, text=text)


def row(text: str = "A red boat on a lake", lang: str = "en", key: str = "a.png", **measures) -> CaptionRow:
    return CaptionRow.origin(
        "test",
        key,
        "CC0-1.0",
        content=scene_png(),
        format="PNG",
        width_px=320,
        height_px=240,
        exif_applied=False,
        text=text,
        lang=lang,
        measures=replace(MEASURES, **measures),
        perceptual_hash=0x0123456789ABCDEF,
    )


def captioned(
    caption: str, *, hint: str = "", tier: str = "short", lang: str = "en", model: bool = True, quotes=None
) -> CaptionRow:
    """Return a row with a caption by a model, or a classical one."""
    out = row(hint, lang)
    out.caption = Caption(
        text=caption,
        tier=Tier(tier),
        lang=lang,
        quotes=[FacetQuote(facet=facet, text=text) for facet, text in (quotes or {}).items()],
        label_source=LabelSource.MODEL if model else LabelSource.CLASSICAL,
        engine="test",
    )
    out.generated = [SAID] if model else []
    return out
