import io

import numpy as np
import pytest
from PIL import Image

from vlcorpus.stages.render.png import encode_png


@pytest.mark.parametrize("shape", [(7, 5, 3), (640, 512, 3), (33, 64), (1, 1, 3)])
def test_pixels_come_back_equal(shape):
    pixels = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    image = Image.open(io.BytesIO(encode_png(pixels)))
    assert image.format == "PNG"
    assert (np.asarray(image) == pixels).all()
    image = Image.open(io.BytesIO(encode_png(pixels)))
    image.verify()


def test_a_view_of_a_larger_array_is_encoded_as_it_is():
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 4), np.uint8)
    assert (np.asarray(Image.open(io.BytesIO(encode_png(pixels[..., :3])))) == pixels[..., :3]).all()
