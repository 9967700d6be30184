import io

import PIL.Image
import pytest

from tests.factories import png
from vlcorpus.schemas.open_image import open_image
from vlcorpus.stages.inference.fit_image import fit_image


def encoded(kind: str, width: int, height: int, mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    PIL.Image.new(mode, (width, height), 200).save(out, kind)
    return out.getvalue()


def test_an_image_of_the_limit_is_not_touched():
    content = png(320, 320)
    assert fit_image(content, 320 * 320) is content


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "L"), ("PNG", "P"), ("WEBP", "RGB")]
)
def test_a_larger_one_has_the_size_that_the_model_sees(kind, mode):
    with open_image(fit_image(encoded(kind, 1600, 1200, mode), 500_000)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (800, 608))


@pytest.mark.parametrize(
    "content", [b"<html>", png(400, 300)[:200], encoded("PNG", 6000, 20)], ids=["none", "half", "long"]
)
def test_what_cannot_be_shrunk_is_left_to_the_server(content):
    assert fit_image(content, 1_024) is content
