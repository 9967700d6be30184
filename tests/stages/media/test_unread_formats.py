"""Formats that are not read are named, and HEIC is read where its extra is installed."""

import io
import sys

import PIL.Image
import pytest

from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.media.decode_image import decode
from vlcorpus.stages.media.unread_formats import is_heif, read_heif, unread_format

HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(64)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b'<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"\xef\xbb\xbf <svg width='4'/>", "SVG"),
        (b"%PDF-1.7", "a PDF"),
        (b"8BPS\x00\x01", "Photoshop"),
        (b"\x00\x00\x00\x18ftypisom", "MP4"),
    ],
)
def test_known_formats_are_named(content, named):
    assert named in unread_format(content)


def test_a_page_about_svg_is_no_svg():
    assert unread_format(b"<html><body><svg></svg></body></html>") is None


def test_the_reason_says_that_it_is_a_format():
    with pytest.raises(Reject, match="image_format_unread: SVG"):
        decode(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    with pytest.raises(Reject, match="image_broken: it begins like no image"):
        decode(b"<html><body>404 Not Found</body></html>")


@pytest.fixture
def no_heif(monkeypatch):
    """A machine on which the extra `heif` is not installed."""
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    read_heif.cache_clear()
    yield
    read_heif.cache_clear()


@pytest.mark.usefixtures("no_heif")
def test_without_its_extra_heic_says_what_to_install():
    with pytest.raises(Reject, match="image_format_unread: HEIC: pip install"):
        decode(HEIC)


@pytest.mark.usefixtures("no_heif")
def test_without_its_extra_a_heic_that_is_whole_is_not_read_either(heic):
    with pytest.raises(Reject, match="image_format_unread: HEIC: pip install"):
        decode(heic)


@pytest.fixture(scope="module")
def heic() -> bytes:
    """A photo as a telephone keeps it: HEVC in a HEIC, half of it teal and half of it orange."""
    pillow_heif = pytest.importorskip("pillow_heif", reason="the extra heif is not installed")
    image = PIL.Image.new("RGB", (80, 60), "teal")
    image.paste("orange", (40, 0, 80, 60))
    out = io.BytesIO()
    pillow_heif.from_pillow(image).save(out, quality=90)
    return out.getvalue()


def test_heic_is_read_with_its_extra(heic):
    assert is_heif(heic)
    image = decode(heic)
    assert (image.format, image.width_px, image.height_px) == ("HEIF", 80, 60)
    for place, color in (((10, 30), (0, 128, 128)), ((70, 30), (255, 165, 0))):
        assert all(abs(a - b) < 8 for a, b in zip(image.pixels.getpixel(place), color, strict=True))


def test_a_heic_that_was_cut_is_broken(heic):
    with pytest.raises(Reject, match="image_broken: it is cut or damaged HEIC"):
        decode(heic[: len(heic) // 2])
