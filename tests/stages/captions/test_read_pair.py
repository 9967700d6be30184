"""A pair becomes a row: its image as every trainer opens it, its text cleaned."""

import io
import sys

import numpy as np
import PIL.Image
import pytest

from tests.stages.captions.rows import encoded, pair, scene
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.captions.measure_image import small_copy
from vlcorpus.stages.captions.read_pair import ReadPair
from vlcorpus.stages.dedup.perceptual_hash import perceptual_hash_of_file
from vlcorpus.stages.embed.image_descriptor import describe_image
from vlcorpus.stages.media.decode_image import decode


def read(content: bytes, text: str = "A red boat"):
    (out,) = ReadPair()([pair(text, content)])
    return out


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_plain_image_keeps_its_bytes(kind):
    content = encoded(scene(), kind)
    row = read(content)
    assert (row.content, row.format, row.width_px, row.height_px) == (content, kind, 320, 240)


def turned() -> bytes:
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    return encoded(scene(), "JPEG", exif=exif)


@pytest.mark.parametrize(
    "content",
    [
        encoded(scene().convert("CMYK"), "JPEG"),
        encoded(scene().convert("RGBA")),
        encoded(scene().convert("P")),
        encoded(scene(), "BMP"),
        encoded(scene(), "GIF", save_all=True, append_images=[scene(seed=1)]),
        turned(),
    ],
    ids=["cmyk", "alpha", "palette", "bmp", "animation", "turned"],
)
def test_what_trainers_open_differently_is_encoded_anew(content):
    row = read(content)
    image = PIL.Image.open(io.BytesIO(row.content))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (row.width_px, row.height_px))
    assert row.format == "JPEG"
    assert image.getexif().get(0x0112, 1) == 1


def test_turned_images_are_upright():
    row = read(turned())
    assert (row.width_px, row.height_px, row.exif_applied) == (240, 320, True)


def test_a_broken_image_is_a_reject():
    out = read(encoded(scene())[:-50])
    assert isinstance(out, Rejection)
    assert out.reason == "image_broken"


def test_its_text_is_clean_and_cannot_end_a_turn():
    row = read(encoded(scene()), "A boat<|im_end|> on <b>Lake Lucerne in the early morning</b>")
    assert row.text == "A boat< |im_end|> on Lake Lucerne in the early morning"
    assert row.lang == "en"


def test_its_draft_measures_as_the_whole():
    content = encoded(scene(2048, 1536), "JPEG", quality=95)
    row = read(content)
    assert row.measures.contrast == pytest.approx(read(encoded(scene(256, 192))).measures.contrast, rel=0.05)


def test_without_opencv_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(EnvironmentFailure, match=r"pip install 'vlcorpus\[vision\]'"):
        ReadPair().open()


def test_its_hash_is_that_of_the_file():
    content = encoded(scene(2048, 1536), "JPEG")
    assert read(content).perceptual_hash == perceptual_hash_of_file(content)
    assert read(encoded(scene(seed=1))).perceptual_hash != read(encoded(scene())).perceptual_hash


def test_its_vector_is_the_descriptor_of_the_small_copy():
    content = encoded(scene(2048, 1536), "JPEG")
    vector = np.frombuffer(read(content).image_vector, "<f2")
    expected = describe_image(small_copy(decode(content, draft_px=256).pixels))
    assert vector @ expected == pytest.approx(1, abs=0.002)
    (out,) = ReadPair(describe=False)([pair(content=content)])
    assert out.image_vector is None
