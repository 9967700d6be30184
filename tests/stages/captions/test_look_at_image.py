import PIL.Image
import pytest

from tests.factories import png
from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.captions.look import Look, LookRequest
from vlcorpus.stages.captions.look_at_image import look


def look_at(content: bytes, max_pixels: int) -> Look:
    (seen,) = look(LookRequest(content, max_pixels, jpeg_quality=95, describe=False))
    return seen


@pytest.fixture(autouse=True)
def small_limit_of_pillow(monkeypatch):
    monkeypatch.setattr(PIL.Image, "MAX_IMAGE_PIXELS", 40)  # it raises from twice as many on


def test_the_limit_is_that_of_the_request_also_above_that_of_pillow():
    assert look_at(png(100, 100), 10_000).width_px == 100
    with pytest.raises(Reject, match="image_too_large"):
        look_at(png(100, 100), 9_999)


def test_an_image_is_described_where_it_is_asked_for():
    request = LookRequest(png(100, 100), 10_000, jpeg_quality=95, describe=True)
    assert [seen.image_vector is not None for seen in look(request)] == [True]
    assert look_at(png(100, 100), 10_000).image_vector is None
