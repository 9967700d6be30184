"""Media are decoded no larger than they are seen, and what does not decode is rejected."""

import io

import numpy as np
import PIL.Image
import pytest

from tests.factories import png
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.qwenvl.resize import smart_resize
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.decode_media import decode_image, decode_video, media_bytes
from vlcorpus.stages.inference.request import ImageInput, Pixels, Request, VideoInput, user

SMALL = Pixels(image_max=65_536, video_max=8 * 65_536)


def jpeg(width: int, height: int, seed: int = 0) -> bytes:
    """Return a smooth image, of which a smaller one shows all that there is."""
    coarse = np.random.default_rng(seed).integers(0, 255, (3, 4, 3), dtype=np.uint8)
    out = io.BytesIO()
    smooth = PIL.Image.fromarray(coarse).resize((width, height), PIL.Image.Resampling.BICUBIC)
    smooth.save(out, "JPEG", quality=95)
    return out.getvalue()


def encoded(mode: str, kind: str, side: int = 8) -> bytes:
    out = io.BytesIO()
    PIL.Image.new(mode, (side, side), "red" if mode != "L" else 128).save(out, kind)
    return out.getvalue()


def video(*frames: bytes) -> VideoInput:
    return VideoInput(frames, tuple(range(len(frames))), 2.0, len(frames))


def request(*parts) -> Request:
    return Request(turns=(user(*parts),), sampling=Sampling())


@pytest.mark.parametrize(
    ("mode", "kind"), [("L", "PNG"), ("RGBA", "PNG"), ("RGB", "JPEG"), ("P", "GIF"), ("CMYK", "JPEG")]
)
def test_every_image_becomes_rgb(mode, kind):
    assert decode_image(encoded(mode, kind), Pixels()).shape == (8, 8, 3)


@pytest.mark.parametrize("content", [b"", b"none", png()[:40], jpeg(300, 200)[:900]])
def test_what_does_not_decode_is_rejected(content):
    with pytest.raises(Reject, match="image_broken"):
        decode_image(content, Pixels())


def test_an_image_is_decoded_as_it_is_where_the_model_sees_it_so():
    whole = np.asarray(PIL.Image.open(io.BytesIO(jpeg(600, 400))))
    assert (decode_image(jpeg(600, 400), Pixels()) == whole).all()
    assert decode_image(jpeg(600, 400), Pixels()).flags.writeable  # torch warns of what is not


@pytest.mark.parametrize(
    ("width", "height", "part"), [(400, 300, 1), (640, 480, 2), (1601, 1203, 4), (4032, 3024, 8)]
)
def test_a_jpeg_is_decoded_at_a_part_of_its_size_and_seen_at_the_same(width, height, part):
    found = decode_image(jpeg(width, height), SMALL)
    assert found.shape == (-(-height // part), -(-width // part), 3)
    seen = [smart_resize(*size, max_pixels=SMALL.image_max) for size in ((height, width), found.shape[:2])]
    assert seen[0] == seen[1]
    as_seen = [
        np.asarray(PIL.Image.fromarray(one).resize(seen[0][::-1], PIL.Image.Resampling.BICUBIC), int)
        for one in (found, np.asarray(PIL.Image.open(io.BytesIO(jpeg(width, height)))))
    ]
    assert np.abs(as_seen[0] - as_seen[1]).mean() < 1


def test_a_part_that_the_model_would_see_at_another_size_is_not_taken():
    """Half of 33 pixels is 17, another shape: a processor would round it in another way."""
    sizes = [(width, height) for width in range(530, 700, 7) for height in (67, 131)]
    found = [decode_image(jpeg(*size), SMALL).shape[:2] for size in sizes]
    seen = [smart_resize(h, w, max_pixels=SMALL.image_max) for w, h in sizes]
    assert [smart_resize(*size, max_pixels=SMALL.image_max) for size in found] == seen
    halves = [size[::-1] != (height, width) for size, (width, height) in zip(found, sizes, strict=True)]
    assert any(halves)


def test_a_png_has_no_smaller_part():
    out = io.BytesIO()
    PIL.Image.open(io.BytesIO(jpeg(640, 480))).save(out, "PNG")
    assert decode_image(out.getvalue(), SMALL).shape == (480, 640, 3)


@pytest.mark.parametrize("side", [1, 3, 4])
def test_a_side_that_could_be_channels_is_none(side):
    image = decode_image(encoded("RGB", "PNG", side), Pixels())
    assert (image.mode, image.size) == ("RGB", (side, side))


def test_frames_of_a_video_share_its_pixels():
    """Eight frames of 640 x 480 within 8 x 65,536 pixels are seen at 256 x 224."""
    frames = [jpeg(640, 480, seed) for seed in range(8)]
    assert decode_video(video(*frames), SMALL).shape == (8, 240, 320, 3)
    assert decode_video(video(*frames[:2]), SMALL).shape == (2, 480, 640, 3)


@pytest.mark.parametrize("second", [b"none", jpeg(64, 48)])
def test_a_video_with_a_bad_frame_is_rejected(second):
    with pytest.raises(Reject, match="image_broken"):
        decode_video(video(jpeg(64, 64), second), Pixels())


def test_what_media_take():
    image, film = ImageInput(jpeg(640, 480)), video(*[jpeg(64, 64)] * 5)
    one = 3 * (640 * 480 + 2 * 640 * 480 * 4)  # decoded, and twice as floats in its patches
    assert media_bytes(request(image), Pixels(), 4) == one
    assert media_bytes(request(image), SMALL, 4) == 3 * (320 * 240 + 2 * 288 * 192 * 4)
    frames = 3 * 5 * (64 * 64 + 64 * 64)
    assert media_bytes(request("Look: ", image, film), Pixels(), 1) == 3 * 640 * 480 * 3 + frames
    assert media_bytes(request("Nothing."), Pixels(), 1) == 0
    assert media_bytes(request(ImageInput(b"none")), Pixels(), 1) == 0
