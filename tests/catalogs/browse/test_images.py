import base64
import io

import PIL.Image
import pytest

from tests.factories import png
from vlcorpus.catalogs.browse import images
from vlcorpus.catalogs.browse.images import LONG_SIDE_PX, THUMBNAIL_PX, Album


def opened(album: Album, number: int) -> PIL.Image.Image:
    return PIL.Image.open(io.BytesIO(base64.b64decode(album.encoded[number])))


def encoded(image: PIL.Image.Image, format: str) -> bytes:
    out = io.BytesIO()
    image.save(out, format)
    return out.getvalue()


@pytest.mark.parametrize(("sides", "shown"), [((2000, 1000), (1000, 500)), ((1000, 400), (1000, 400))])
def test_an_image_is_scaled_to_the_limit_and_never_up(sides, shown):
    album = Album(budget_bytes=1 << 20)
    image = album.add(png(*sides))
    assert opened(album, image.number).size == shown
    assert max(opened(album, image.thumbnail).size) == THUMBNAIL_PX
    assert (image.width_px, image.height_px) == sides


def test_a_large_jpeg_keeps_its_facts_though_it_is_decoded_small():
    album = Album(budget_bytes=1 << 20)
    image = album.add(encoded(PIL.Image.new("RGB", (4000, 3000), "red"), "JPEG"))
    assert (image.width_px, image.height_px, image.format) == (4000, 3000, "JPEG")
    assert max(opened(album, image.number).size) == LONG_SIDE_PX


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_mode_of_pixels_is_shown(mode):
    album = Album(budget_bytes=1 << 20)
    format = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    assert album.add(encoded(PIL.Image.new(mode, (40, 30)), format)).number is not None


def test_what_is_transparent_is_white():
    album = Album(budget_bytes=1 << 20)
    image = album.add(encoded(PIL.Image.new("RGBA", (10, 10), (255, 0, 0, 0)), "PNG"))
    assert opened(album, image.number).getpixel((5, 5)) == (255, 255, 255)


def test_one_content_is_carried_once():
    album = Album(budget_bytes=1 << 20)
    assert album.add(png()) == album.add(png())
    assert len(album.encoded) == 2


def test_past_the_budget_only_thumbnails_come():
    album = Album(budget_bytes=1)
    image = album.add(png(2000, 1000))
    assert image.number is None
    assert image.thumbnail == 0
    assert "size limit" in image.note
    assert album.left_out == 1


@pytest.mark.parametrize("content", [b"", b"no image", png()[:60], b"\xff\xd8\xff\xe0 truncated"])
def test_a_broken_image_is_a_note(content):
    album = Album(budget_bytes=1 << 20)
    assert "does not open" in album.add(content).note
    assert album.encoded == []


def test_too_many_pixels_are_not_opened(monkeypatch):
    monkeypatch.setattr(images, "MAX_SHOWN_PIXELS", 99)
    assert "10 x 10 px" in Album(budget_bytes=1 << 20).add(png(10, 10)).note
