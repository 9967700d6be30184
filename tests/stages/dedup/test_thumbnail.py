"""Copies look alike; two formulas on white pages, which have one perceptual hash, do not."""

import io

import numpy as np
import PIL.Image
import PIL.ImageDraw

from vlcorpus.stages.dedup.thumbnail import THUMBNAIL_BYTES, look_alike, thumbnail_of


def alike(*images: PIL.Image.Image) -> bool:
    thumbnails = [thumbnail_of(np.asarray(image)) for image in images]
    assert all(len(look) == THUMBNAIL_BYTES for look in thumbnails)
    rows = np.frombuffer(b"".join(thumbnails), np.uint8).reshape(-1, THUMBNAIL_BYTES)
    return bool(look_alike(rows, np.array([0]), np.array([1]))[0])


def scene(seed: int = 0) -> PIL.Image.Image:
    """Return soft shapes of many colours, as a photograph has."""
    small = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    return PIL.Image.fromarray(small).resize((400, 300), PIL.Image.Resampling.BICUBIC)


def page(words: str) -> PIL.Image.Image:
    image = PIL.Image.new("RGB", (600, 800), "white")
    PIL.ImageDraw.Draw(image).text((200, 390), words, "black", font_size=30)
    return image


def as_jpeg(image: PIL.Image.Image, quality: int) -> PIL.Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return PIL.Image.open(out).convert("RGB")


def test_a_copy_in_lower_quality_or_another_size_look_alike():
    assert alike(scene(), as_jpeg(scene(), 40))
    assert alike(scene(), scene().resize((200, 150), PIL.Image.Resampling.LANCZOS))


def test_another_scene_another_formula_and_another_colour_do_not():
    assert not alike(scene(0), scene(1))
    assert not alike(page("a² + b² = c²"), page("e^{iπ} + 1 = 0"))
    assert not alike(scene(), scene().convert("L").convert("RGB"))


def test_nothing_to_be_seen_is_alike_only_where_it_is_equal():
    assert alike(PIL.Image.new("RGB", (64, 64), "white"), PIL.Image.new("RGB", (99, 99), "white"))
    assert not alike(PIL.Image.new("RGB", (64, 64), "white"), PIL.Image.new("RGB", (64, 64), "#fffffe"))
