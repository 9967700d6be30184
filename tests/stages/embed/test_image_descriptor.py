"""The descriptor: copies are near, others are not, and no part drowns the rest."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from vlcorpus.stages.embed.image_descriptor import DIMENSIONS, describe_image


def scene(seed: int, size: tuple[int, int] = (256, 192)) -> Image.Image:
    """Return smooth colours with shapes before them, other ones for each seed."""
    rng = np.random.default_rng(seed)
    image = Image.fromarray(rng.integers(0, 256, (3, 4, 3), np.uint8)).resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(6):
        (left, right), (top, bottom) = (
            np.sort(rng.integers(0, size[0], 2)),
            np.sort(rng.integers(0, size[1], 2)),
        )
        box = (int(left), int(top), int(right), int(bottom))
        (draw.rectangle if rng.random() < 0.5 else draw.ellipse)(
            box, fill=tuple(rng.integers(0, 256, 3).tolist())
        )
    return image


def vector(image: Image.Image) -> np.ndarray:
    return describe_image(np.asarray(image.convert("RGB")))


def jpeg(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue()))


def flat(color: str) -> Image.Image:
    return Image.new("RGB", (256, 192), color)


OTHERS = np.stack([vector(scene(seed)) for seed in range(40)])


def test_it_has_length_1_and_its_dimensions():
    assert OTHERS.shape == (40, DIMENSIONS)
    assert OTHERS.dtype == np.float32
    assert np.linalg.norm(OTHERS, axis=1) == pytest.approx(1)


@pytest.mark.parametrize("size", [(1, 1), (256, 1), (1, 256), (3, 2)])
@pytest.mark.parametrize("color", ["white", "black", "red"])
def test_the_smallest_and_the_flattest_have_one_too(size, color):
    assert np.linalg.norm(vector(Image.new("RGB", size, color))) == pytest.approx(1)


@pytest.mark.parametrize(
    "copy",
    [
        lambda image: jpeg(image, 30),
        lambda image: image.resize((128, 96), Image.Resampling.LANCZOS),
        lambda image: image.resize((90, 70), Image.Resampling.BILINEAR),
        lambda image: image.point(lambda level: min(level + 15, 255)),
    ],
    ids=["recompressed", "half", "squeezed", "brighter"],
)
def test_a_copy_is_nearer_than_any_other_image(copy):
    cosines = np.stack([vector(copy(scene(seed))) for seed in range(40)]) @ OTHERS.T
    own = np.diag(cosines).copy()
    np.fill_diagonal(cosines, -1)
    assert (own > 0.9).all()
    assert (own > cosines.max(axis=1) + 0.1).all()


def test_images_that_have_only_their_making_in_common_are_not_alike():
    cosines = OTHERS @ OTHERS.T
    others = cosines[~np.eye(len(cosines), dtype=bool)]
    assert 0 < np.median(others) < 0.4  # straight edges, strong colours
    assert np.quantile(others, 0.99) < 0.6


def test_a_mirrored_image_is_less_alike_than_a_copy_and_more_than_another():
    mirrored = np.stack(
        [vector(scene(seed).transpose(Image.Transpose.FLIP_LEFT_RIGHT)) for seed in range(40)]
    )
    own = (mirrored * OTHERS).sum(axis=1)
    assert np.quantile(mirrored @ OTHERS.T, 0.9) < np.median(own) < 0.9


@pytest.mark.parametrize("part", ["colours", "edges"])
def test_each_part_counts_and_none_alone_decides(part):
    stripes = np.full((192, 256, 3), 60, np.uint8)
    stripes[:, ::8] = stripes[:, 1::8] = 200
    striped = Image.fromarray(stripes)
    if part == "colours":
        other = Image.fromarray(np.where(stripes == 60, (200, 20, 20), (20, 200, 20)).astype(np.uint8))
    else:
        other = Image.fromarray(np.resize(stripes.transpose(1, 0, 2), (192, 256, 3)))
    assert 0.2 < vector(striped) @ vector(other) < 0.8


def test_flat_images_are_alike_in_that_but_not_equal():
    red, green, noisy = flat("red"), flat("green"), scene(0)
    assert 0.4 < vector(red) @ vector(green) < 0.7
    assert vector(red) @ vector(noisy) < 0.4
    grain = np.random.default_rng(0).integers(-1, 2, (192, 256, 3))
    grainy = Image.fromarray((np.asarray(flat("grey")) + grain).astype(np.uint8))
    assert vector(flat("grey")) @ vector(grainy) > 0.9


def test_the_same_pixels_are_the_same_bytes():
    assert vector(scene(3)).tobytes() == vector(scene(3)).tobytes()
