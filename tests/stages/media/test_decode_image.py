import io

import PIL.Image
import pytest

from schemas.errors import Reject
from schemas.reasons import Reason
from stages.media.decode_image import DecodeImage
from tests.factories import file_row, png


def encoded(image: PIL.Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def reason_of(content: bytes, **parameters) -> str:
    with pytest.raises(Reject) as caught:
        DecodeImage(**parameters).each(file_row("a.png", content))
    return caught.value.reason


def test_an_exif_rotated_photo_stands_upright():
    exif = PIL.Image.Exif()
    exif[0x0112] = 6  # turned by 90°
    row = DecodeImage().each(file_row("a.jpg", encoded(PIL.Image.new("RGB", (40, 20)), "JPEG", exif=exif)))
    assert (row.width_px, row.height_px, row.exif_applied, row.format) == (20, 40, True, "JPEG")
    assert row.pixels.size == (20, 40)


@pytest.mark.parametrize("mode", ["CMYK", "L", "I;16", "P", "RGBA", "1"])
def test_every_mode_becomes_rgb(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    row = DecodeImage().each(file_row("a", encoded(PIL.Image.new(mode, (8, 8)), kind)))
    assert row.pixels.mode == "RGB"


def test_half_a_picture_and_no_picture_are_broken():
    whole = encoded(PIL.Image.effect_noise((200, 200), 50), "JPEG")
    assert reason_of(whole[: len(whole) // 2]) == Reason.IMAGE_BROKEN
    assert reason_of(b"<html>") == Reason.IMAGE_BROKEN


def test_the_header_decides_before_a_bomb_is_decoded():
    assert reason_of(png(100, 100), max_pixels=9_999) == Reason.IMAGE_TOO_LARGE
    assert DecodeImage(max_pixels=10_000).each(file_row("a.png", png(100, 100))).width_px == 100
