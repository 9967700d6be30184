import io
from random import Random

import numpy as np
import pytest
from PIL import Image

from tests.stages.render.drawings import drawing, square
from vlcorpus.stages.render.canvas import paint
from vlcorpus.stages.render.drawing import seen_from
from vlcorpus.stages.render.wear import WEARS, encode_worn, view_of

SIZE = (300, 200)


def pixels(view=None):
    return paint(drawing(square(1, 100, 60, 80), width_px=SIZE[0], height_px=SIZE[1], view=view))


def opened(wear, seed=0):
    content, format = encode_worn(pixels(), wear, Random(seed))
    image = Image.open(io.BytesIO(content))
    assert image.format == format
    return np.asarray(image.convert("RGB")).astype(int)


@pytest.mark.parametrize("wear", WEARS)
def test_a_worn_image_still_shows_what_was_drawn(wear):
    worn = opened(wear)
    assert worn.shape == (SIZE[1], SIZE[0], 3)
    assert np.abs(worn - pixels()).mean() < 90
    if wear != "none":
        assert np.abs(worn - pixels()).max() > 0
    inside, outside = worn[100, 140], worn[20, 20]
    assert np.abs(inside - outside).max() > 60


@pytest.mark.parametrize("wear", WEARS)
def test_wear_follows_its_seed(wear):
    assert encode_worn(pixels(), wear, Random(5)) == encode_worn(pixels(), wear, Random(5))


def test_what_is_not_worn_is_kept_exactly():
    assert (opened("none") == pixels()).all()


@pytest.mark.parametrize("wear", WEARS)
@pytest.mark.parametrize("seed", range(5))
def test_a_view_keeps_the_sheet_in_the_image(wear, seed):
    view = view_of(wear, *SIZE, Random(seed))
    assert (view is None) == (wear not in ("scan", "photo"))
    for x in (30, SIZE[0] - 30):
        for y in (20, SIZE[1] - 20):
            seen_x, seen_y = seen_from(view, (x, y))
            assert 0 < seen_x < SIZE[0]
            assert 0 < seen_y < SIZE[1]
            assert abs(seen_x - x) < 30
            assert abs(seen_y - y) < 30


def test_points_move_with_the_pixels():
    view = view_of("photo", *SIZE, Random(2))
    ys, xs = np.nonzero((pixels(view) == (220, 0, 0)).all(axis=2))
    corner = min(zip(xs, ys, strict=True), key=sum)
    assert seen_from(view, (100, 60)) == pytest.approx(corner, abs=2.5)
