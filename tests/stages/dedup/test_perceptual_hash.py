"""The image's hash: against a DCT written as its sum, and over the ways in which copies differ."""

import io
import math

import numpy as np
import pytest
from PIL import Image

from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.dedup.perceptual_hash import (
    hash_greys,
    perceptual_hash,
    perceptual_hash_of_file,
    perceptual_hashes,
    shrink,
)


def scene(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Return smooth colours with a few shapes."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (5, 6, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)


def jpeg(image: Image.Image, quality: int = 90, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, **options)
    return out.getvalue()


def bits_apart(a: int, b: int) -> int:
    return (a ^ b).bit_count()


def slow_hash(grey: np.ndarray) -> int:
    """Hash (32, 32) by the definition of the DCT-II."""
    values = [
        sum(
            int(grey[y, x])
            * math.cos(math.pi * u * (2 * y + 1) / 64)
            * math.cos(math.pi * v * (2 * x + 1) / 64)
            for y in range(32)
            for x in range(32)
        )
        for u in range(8)
        for v in range(8)
    ]
    middle = sorted(values)
    median = (middle[31] + middle[32]) / 2
    return int("".join("1" if value > median else "0" for value in values), 2)


@pytest.mark.parametrize("seed", range(5))
def test_equals_the_definition(seed):
    grey = np.random.default_rng(seed).integers(0, 256, (32, 32), np.uint8)
    assert int(hash_greys(grey[None])[0]) == slow_hash(grey)


@pytest.mark.parametrize("seed", range(20))
def test_copies_in_another_size_or_quality_are_within_4_bits(seed):
    image = scene(seed)
    own = perceptual_hash(image)
    copies = [
        jpeg(image, 30),
        jpeg(image.resize((320, 240), Image.Resampling.BICUBIC)),
        jpeg(image.resize((1600, 1200), Image.Resampling.LANCZOS)),
        jpeg(image.convert("L")),
    ]
    assert max(bits_apart(own, perceptual_hash_of_file(copy)) for copy in copies) <= 4


def test_different_images_are_far_apart():
    hashes = [perceptual_hash(scene(seed)) for seed in range(60)]
    assert min(bits_apart(a, b) for k, a in enumerate(hashes) for b in hashes[:k]) > 8


def test_a_turn_by_exif_is_a_turn_of_the_pixels():
    image = scene(3)
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = image.transpose(Image.Transpose.ROTATE_90)
    assert bits_apart(perceptual_hash_of_file(jpeg(turned, exif=exif)), perceptual_hash(image)) <= 4
    assert bits_apart(perceptual_hash_of_file(jpeg(turned)), perceptual_hash(image)) > 8


def test_many_at_once_are_each_alone():
    images = [scene(seed) for seed in range(4)]
    hashes = perceptual_hashes(images)
    assert hashes.dtype == np.uint64
    assert hashes.tolist() == [perceptual_hash(image) for image in images]
    assert perceptual_hashes([]).shape == (0,)


def test_all_images_of_one_colour_are_equal():
    hashes = [perceptual_hash(Image.new("RGB", (100, 80), color)) for color in ("red", "white", "#123456")]
    assert hashes == [1 << 63] * 3


def test_shrinking_leaves_one_grey_byte_a_pixel():
    small = shrink(scene(0))
    assert (small.shape, small.dtype) == ((32, 32), np.uint8)


def test_half_a_file_is_rejected():
    content = jpeg(scene(0))
    with pytest.raises(Reject) as caught:
        perceptual_hash_of_file(content[: len(content) // 2])
    assert caught.value.reason == "image_broken"
