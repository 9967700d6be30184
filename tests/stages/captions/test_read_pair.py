"""A pair becomes a row: its image as every trainer opens it, its text cleaned."""

import io

import numpy as np
import PIL.Image
import pytest

from tests.stages.captions.rows import encoded, pair, scene
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.captions import read_pair
from vlcorpus.stages.captions.measure_image import DRAFT_PX, small_copy
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
    monkeypatch.setattr(read_pair, "_LOOK", "tests.stages.captions.without_opencv:look")
    with pytest.raises(EnvironmentFailure, match=r"pip install 'vlcorpus\[vision\]'"):
        ReadPair().open()


def bomb(side_px: int) -> bytes:
    """Return some KB that are a transparent palette image of so many pixels a side."""
    image = PIL.Image.new("P", (side_px, side_px))
    image.putpalette(bytes(range(256)) * 3)
    return encoded(image, "PNG", transparency=0)


def test_an_image_takes_at_most_nine_bytes_a_pixel():
    """Its palette and its colours, or these and a copy that becomes the small one. (It took 17.)"""
    peaks = []
    for side_px in (10, 4000):
        stage = ReadPair()
        (row,) = stage([pair(content=bomb(side_px))])
        assert row.width_px == side_px
        peaks.append(stage.sandbox.usage.peak_rss_bytes)
        stage.close()
    assert peaks[1] - peaks[0] < 9 * 4000**2 + (40 << 20)  # the rows that are converted at a time


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        ({"max_pixels": 2000**2 - 1}, "image_too_large"),
        ({"cpu_s": 0.001}, "cpu_limit"),
    ],
)
def test_what_is_above_a_limit_is_a_reject(limits, reason):
    stage = ReadPair(**limits)
    (out,) = stage([pair(content=bomb(2000))])
    assert (type(out), out.reason) == (Rejection, reason)
    stage.close()


def test_an_image_that_takes_more_memory_than_there_is_is_a_reject_and_the_next_a_row(monkeypatch):
    monkeypatch.setattr(read_pair, "_BYTES_PER_PIXEL", 0)
    stage = ReadPair()
    out, row = stage([pair(content=bomb(9000)), pair(content=encoded(scene()))])
    assert (type(out), out.reason, row.width_px) == (Rejection, "out_of_memory", 320)
    stage.close()


@pytest.mark.parametrize(
    ("kind", "side_px", "options"),
    [
        ("WEBP", 9000, {"lossless": True}),
        ("WEBP", 9000, {"method": 0}),
        ("AVIF", 7000, {"speed": 10}),
        ("JPEG2000", 4000, {}),
        ("PNG", 9000, {}),
    ],
    ids=["webp-lossless", "webp", "avif", "jpeg2000", "png"],
)
def test_no_format_calls_an_image_broken_that_takes_more_memory_than_there_is(
    monkeypatch, kind, side_px, options
):
    content = encoded(PIL.Image.new("RGB", (side_px, side_px), "teal"), kind, **options)
    monkeypatch.setattr(read_pair, "_BYTES_PER_PIXEL", 0)
    stage = ReadPair()
    (out,) = stage([pair(content=content)])
    assert (type(out), out.reason) == (Rejection, "out_of_memory")
    assert "limit 0.7 GB" in out.detail
    stage.close()


@pytest.mark.parametrize("kind", ["WEBP", "AVIF", "JPEG2000", "PNG", "JPEG"])
def test_half_an_image_is_broken_in_every_format(kind):
    content = encoded(scene(2000, 1500), kind)
    out = read(content[: len(content) // 2])
    assert (type(out), out.reason) == (Rejection, "image_broken")


def test_a_jpeg_with_a_damaged_middle_is_a_reject_that_says_so():
    content = bytearray(encoded(scene(640, 480), "JPEG", quality=95))
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(range(7, 71))
    PIL.Image.open(io.BytesIO(content)).load()  # Pillow sees nothing of it
    out = read(bytes(content))
    assert (type(out), out.reason) == (Rejection, "image_broken")
    assert "Corrupt JPEG data" in out.detail


def test_of_a_hundred_thousand_frames_the_first_is_read():
    still = encoded(PIL.Image.new("P", (64, 64)), "GIF")
    begin = still.index(b",\0\0\0\0")  # its image descriptor
    frame = b"!\xf9\x04\0\x05\0\0\0" + still[begin:-1]
    animation = still[:begin] + frame * 100_000 + b";"
    stage = ReadPair(cpu_s=2.0)  # measured: 0.02 s; a WebP of as many takes 0.06 s
    (row,) = stage([pair(content=animation)])
    assert (row.width_px, row.height_px, row.format) == (64, 64, "JPEG")
    stage.close()


def test_a_file_that_would_start_a_program_is_no_image():
    out = read(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 300 200\n%%EndComments\nshowpage\n%%EOF\n")
    assert out.reason == "image_format_unread"


def test_its_hash_is_that_of_the_file():
    content = encoded(scene(2048, 1536), "JPEG")
    assert read(content).perceptual_hash == perceptual_hash_of_file(content)
    assert read(encoded(scene(seed=1))).perceptual_hash != read(encoded(scene())).perceptual_hash


def test_its_vector_is_the_descriptor_of_the_small_copy():
    content = encoded(scene(2048, 1536), "JPEG")
    vector = np.frombuffer(read(content).image_vector, "<f2")
    expected = describe_image(small_copy(decode(content, draft_long_px=DRAFT_PX).pixels))
    assert vector @ expected == pytest.approx(1, abs=0.002)
    (out,) = ReadPair(describe=False)([pair(content=content)])
    assert out.image_vector is None
