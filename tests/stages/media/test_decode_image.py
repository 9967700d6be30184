import errno
import io

import numpy as np
import PIL.Image
import pytest
from PIL.GifImagePlugin import GifImageFile

from tests.factories import png
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.media import decode_image
from vlcorpus.stages.media.decode_image import decode


def encoded(image: PIL.Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def reason_of(content: bytes, **parameters) -> str:
    with pytest.raises(Reject) as caught:
        decode(content, **parameters)
    return caught.value.reason


def test_an_exif_rotated_photo_stands_upright():
    exif = PIL.Image.Exif()
    exif[0x0112] = 6  # turned by 90°
    image = decode(encoded(PIL.Image.new("RGB", (40, 20)), "JPEG", exif=exif))
    assert (image.width_px, image.height_px, image.exif_applied, image.format) == (20, 40, True, "JPEG")
    assert image.pixels.size == (20, 40)


@pytest.mark.parametrize("mode", ["CMYK", "L", "I;16", "P", "RGBA", "1"])
def test_every_mode_becomes_rgb(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = decode(encoded(PIL.Image.new(mode, (8, 8)), kind))
    assert image.pixels.mode == "RGB"


def test_half_an_image_and_no_image_are_broken():
    whole = encoded(PIL.Image.effect_noise((200, 200), 50), "JPEG")
    assert reason_of(whole[: len(whole) // 2]) == Reason.IMAGE_BROKEN
    assert reason_of(b"<html>") == Reason.IMAGE_BROKEN


def test_the_header_decides_before_a_bomb_is_decoded():
    assert reason_of(png(100, 100), max_pixels=9_999) == Reason.IMAGE_TOO_LARGE
    assert decode(png(100, 100), max_pixels=10_000).width_px == 100


@pytest.mark.parametrize(("mode", "color", "expected"), [("RGBA", (9, 9, 9, 0), 255), ("I;16", 32768, 128)])
def test_what_is_transparent_is_white_and_16_bits_become_8(mode, color, expected):
    content = encoded(PIL.Image.new(mode, (8, 8), color), "PNG")
    assert decode(content).pixels.getpixel((0, 0)) == (expected,) * 3


def test_numbers_without_a_scale_are_no_image():
    with pytest.raises(Reject, match="image_depth_unknown"):
        decode(encoded(PIL.Image.new("F", (8, 8), 0.5), "TIFF"))


def test_a_draft_is_smaller_but_knows_the_size_upright():
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    content = encoded(PIL.Image.new("RGB", (1600, 800)), "JPEG", exif=exif)
    image = decode(content, draft_px=256)
    assert (image.width_px, image.height_px) == (800, 1600)
    assert image.pixels.size == (400, 800)
    assert decode(content, draft_long_px=400).pixels.size == (200, 400)
    assert decode(content, draft_long_px=401).pixels.size == (400, 800)


def test_a_draft_of_a_truncated_file_is_broken():
    content = encoded(PIL.Image.effect_noise((1600, 800), 60).convert("RGB"), "JPEG")
    with pytest.raises(Reject, match="image_broken"):
        decode(content[: len(content) // 2], draft_px=256)


def test_what_is_said_of_a_broken_file_is_the_same_in_every_process():
    with pytest.raises(Reject) as raised:
        decode(b"<html>404</html>")
    assert raised.value.detail == "it begins like no image"  # and none of its bytes: it may be anything


def odd_tiffs() -> list[bytes]:
    """Return a fax whose code words are wrong, and a file with a tag longer than it."""
    noise = PIL.Image.fromarray(np.random.default_rng(0).integers(0, 256, (200, 200), np.uint8))
    fax = bytearray(encoded(noise.convert("1"), "TIFF", compression="group4"))
    at = len(fax) // 2
    fax[at : at + 200] = b"\xff" * 200
    long = bytearray(encoded(PIL.Image.new("L", (8, 8)), "TIFF", description="an image of nothing at all"))
    entry = long.index((270).to_bytes(2, "little") + (2).to_bytes(2, "little"))
    long[entry + 4 : entry + 8] = (10**6).to_bytes(4, "little")
    return [bytes(fax), bytes(long)]


def test_nothing_is_said_of_a_file_but_in_its_row(capfd):
    for content in odd_tiffs():
        assert decode(content).format == "TIFF"  # under pytest a warning would be an error
    assert capfd.readouterr() == ("", "")


def test_a_machine_without_file_handles_breaks_no_image(monkeypatch):
    def fail(*arguments, **options):
        raise OSError(errno.EMFILE, "Too many open files")  # raised while the module of a format is imported

    monkeypatch.setattr(PIL.Image, "open", fail)
    with pytest.raises(OSError, match="Too many open files"):
        decode(png(8, 8))


def test_what_pillow_takes_for_a_bomb_is_too_large(monkeypatch):
    monkeypatch.setattr(PIL.Image, "MAX_IMAGE_PIXELS", 40)  # it raises from twice as many on
    assert reason_of(png(10, 10)) == Reason.IMAGE_TOO_LARGE


@pytest.mark.parametrize("mode", ["CMYK", "L", "I;16", "P", "RGBA", "LA", "1"])
def test_an_image_in_bands_is_the_same_as_whole(mode, monkeypatch):
    noise = PIL.Image.effect_noise((40, 50), 90)
    if mode == "I;16":
        image = PIL.Image.fromarray((np.asarray(noise).astype(np.uint16) << 8) + 7)
    else:
        image = PIL.Image.merge("RGBA", [noise, noise.rotate(90, expand=True).resize((40, 50)), noise, noise])
        image = image.convert("RGB").convert(mode) if mode in ("CMYK", "P", "1") else image.convert(mode)
    content = encoded(image, "TIFF" if mode == "CMYK" else "PNG")
    whole = decode(content).pixels.tobytes()
    monkeypatch.setattr(decode_image, "_BAND_PIXELS", 40 * 7)
    assert decode(content).pixels.tobytes() == whole


def test_the_frames_of_an_animation_are_not_walked_through(monkeypatch):
    frames = [PIL.Image.new("L", (8, 8), n % 256) for n in range(300)]
    content = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    n_seeks = 0
    seek = GifImageFile._seek

    def counted(*args, **kwargs):
        nonlocal n_seeks
        n_seeks += 1
        return seek(*args, **kwargs)

    monkeypatch.setattr(GifImageFile, "_seek", counted)
    assert decode(content).is_animated
    assert n_seeks < 5
