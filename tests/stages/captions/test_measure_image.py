"""Measures of pictures that are drawn so that the answer is known."""

import numpy as np
import PIL.Image
import PIL.ImageFilter
import pytest

from stages.captions.colors import NAMES, chinese, color_shares
from stages.captions.measure_image import border_fraction, measure_image, small_copy
from tests.stages.captions.rows import scene


def plain(color, width=320, height=240):
    return PIL.Image.new("RGB", (width, height), color)


def measured(picture):
    return measure_image(small_copy(picture))


def test_one_colour_has_no_contrast_and_no_edge():
    measures = measured(plain("red"))
    assert (measures.sharpness, measures.contrast, measures.entropy_bits) == (0, 0, 0)
    assert measures.border_fraction == 1
    assert measures.colors == ["red"]


def test_halves_have_one_bit():
    picture = plain("white")
    picture.paste("black", (0, 0, 320, 120))
    measures = measured(picture)
    assert measures.entropy_bits == pytest.approx(1, abs=0.1)  # but for the grey between them
    assert measures.contrast == pytest.approx(127.5, rel=0.02)
    assert (measures.top, measures.bottom) == ("black", "white")
    assert sorted(measures.colors) == ["black", "white"]


def test_blur_takes_sharpness_away_at_any_size():
    sharp, blurred = scene(1600, 1200), scene(1600, 1200).filter(PIL.ImageFilter.GaussianBlur(40))
    assert measured(sharp).sharpness > 20 * measured(blurred).sharpness
    assert measured(sharp).sharpness == pytest.approx(measured(scene(800, 600)).sharpness, rel=0.5)


@pytest.mark.parametrize(
    ("margins", "expected"),  # left, top, right, bottom
    [((0, 0, 0, 0), 0), ((0, 20, 0, 20), 0.2), ((50, 0, 0, 0), 0.25), ((50, 50, 50, 50), 0.75)],
)
def test_border_is_what_can_be_cut(margins, expected):
    left, top, right, bottom = margins
    picture = np.full((200, 200, 3), 255, np.uint8)
    inner = picture[top : 200 - bottom, left : 200 - right]
    inner[:] = np.random.default_rng(0).integers(0, 200, inner.shape, np.uint8)
    assert border_fraction(picture) == pytest.approx(expected)


def test_a_border_may_ring_but_not_shade():
    picture = np.asarray(scene(200, 200)).copy()
    picture[:100] = 250
    picture[:100:2] = 254
    assert border_fraction(picture) == pytest.approx(0.5, abs=0.01)
    picture[:100] = np.arange(100, dtype=np.uint8)[:, None, None]
    assert border_fraction(picture) < 0.1


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((255, 0, 0), "red"),
        ((0, 0, 0), "black"),
        ((255, 255, 255), "white"),
        ((135, 206, 235), "light blue"),
        ((0, 100, 0), "dark green"),
        ((255, 165, 0), "orange"),
        ((68, 1, 84), "dark purple"),
        ((139, 0, 0), "dark red"),
    ],
)
def test_colours_have_the_names_that_people_give_them(rgb, name):
    shares = color_shares(np.full((4, 4, 3), rgb, np.uint8))
    assert dict(zip(NAMES, shares, strict=True))[name] == 1


def test_shares_add_up_and_every_name_is_chinese_too():
    assert color_shares(np.asarray(scene())).sum() == pytest.approx(1)
    assert len({chinese(name) for name in NAMES}) == len(NAMES)


def test_a_part_of_many_colours_has_none():
    assert (measured(scene()).top, measured(scene()).bottom) == (None, None)


def test_the_smallest_picture_is_measured():
    assert measured(plain("white", 1, 1)).colors == ["white"]
