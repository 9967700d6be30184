import io

import PIL.Image
import pytest

from vlcorpus.schemas.open_image import IMAGE_FORMATS, open_image

EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 30 20\n%%EndComments\nshowpage\n%%EOF\n"


def encoded(kind: str) -> bytes:
    out = io.BytesIO()
    PIL.Image.new("RGB", (8, 8), "red").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", IMAGE_FORMATS)
def test_each_format_of_the_list_is_opened(kind):
    with open_image(encoded(kind)) as image:
        assert (image.format, image.size) == (kind, (8, 8))


@pytest.mark.parametrize(
    "content", [EPS, encoded("PCX"), encoded("ICO"), b"<svg/>"], ids=["EPS", "PCX", "ICO", "SVG"]
)
def test_no_other_is(content):
    with pytest.raises(PIL.UnidentifiedImageError):
        open_image(content)
