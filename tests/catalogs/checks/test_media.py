"""Images that do not decode, or are not what their row says."""

from dataclasses import replace

import pytest

from tests.catalogs.checks.corpora import good
from tests.factories import png
from vlcorpus.catalogs.checks.media import wrong_images
from vlcorpus.schemas.media import Image

INFO = good().image_info[0]
CUT = png(64, 64, "red")[:-30]


def test_a_good_image_has_no_problem():
    assert list(wrong_images(good())) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"images": [Image(bytes=None)]}, "neither bytes nor a path"),
        ({"image_info": [replace(INFO, sha256="0" * 64)]}, "its bytes are not those of its sha256"),
        ({"image_info": [replace(INFO, width_px=65)]}, "it is 64 x 64 px PNG, told 65 x 64 px PNG"),
        ({"image_info": [replace(INFO, height_px=63)]}, "it is 64 x 64 px PNG, told 64 x 63 px PNG"),
        ({"image_info": [replace(INFO, format="JPEG")]}, "it is 64 x 64 px PNG, told 64 x 64 px JPEG"),
    ],
)
def test_one_thing_is_wrong_and_it_is_told(changes, problem):
    assert list(wrong_images(good(**changes))) == [f"image 0: {problem}"]


@pytest.mark.parametrize("content", [b"GIF89a?", CUT], ids=["no picture", "cut short"])
def test_what_does_not_decode_whole_is_told(content):
    *_, told = wrong_images(good(images=[Image(bytes=content)]))
    assert told.startswith("image 0: does not decode (")


def test_an_image_that_lies_elsewhere_is_not_opened():
    assert list(wrong_images(good(images=[Image(bytes=None, path="s3://bucket/a.png")]))) == []


def test_problems_name_the_image():
    both = good(images=[*good().images, Image(bytes=None)], image_info=[INFO, INFO])
    assert list(wrong_images(both)) == ["image 1: neither bytes nor a path"]
