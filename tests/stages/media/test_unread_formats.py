"""Formats that are not read are named, and HEIC is read where its extra is installed."""

import io

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
        (HEIC, "HEIC"),
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


@pytest.mark.skipif(read_heif(), reason="pillow-heif reads it")
def test_without_its_extra_heic_says_what_to_install():
    with pytest.raises(Reject, match="image_format_unread: HEIC: pip install"):
        decode(HEIC)


@pytest.mark.skipif(not read_heif(), reason="the extra heif is not installed")
def test_heic_is_read_with_its_extra():
    out = io.BytesIO()
    PIL.Image.new("RGB", (80, 60), "teal").save(out, "HEIF")
    assert is_heif(out.getvalue())
    image = decode(out.getvalue())
    assert (image.format, image.width_px, image.height_px) == ("HEIF", 80, 60)
