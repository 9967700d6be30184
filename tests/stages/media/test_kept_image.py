import io

import pytest
from PIL import Image

from tests.factories import png
from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.media.kept_image import KeepRequest, keep


def kept(content):
    (image,) = keep(KeepRequest(content, 10_000, 95))
    return image


def encoded(image, format, **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def test_what_trainers_open_alike_keeps_its_bytes():
    image = kept(png(8, 4, "red"))
    assert (image.content, image.format, image.width_px, image.height_px) == (png(8, 4, "red"), "PNG", 8, 4)


@pytest.mark.parametrize(
    "content",
    [
        encoded(Image.new("RGBA", (8, 4), (255, 0, 0, 0)), "PNG"),
        encoded(Image.new("RGB", (8, 4), "red"), "BMP"),
        encoded(Image.new("CMYK", (8, 4)), "JPEG"),
    ],
)
def test_other_images_are_encoded_anew(content):
    image = kept(content)
    assert image.format == "JPEG"
    with Image.open(io.BytesIO(image.content)) as opened:
        assert (opened.mode, opened.size) == ("RGB", (8, 4))


def test_a_broken_image_is_refused():
    with pytest.raises(Reject) as caught:
        kept(png(64, 64, "red")[:60])
    assert caught.value.reason == "image_broken"
