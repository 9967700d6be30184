"""Images that do not decode, or are not what their row says."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.catalogs.checks.corpora import good
from tests.factories import png
from tests.referenced import ANYWHERE
from vlcorpus.catalogs.checks.media import lost_videos, wrong_images, wrong_media
from vlcorpus.schemas.media import Image, Video

INFO = good().image_info[0]
CUT = png(64, 64, "red")[:-30]


def test_a_good_image_has_no_problem():
    assert list(wrong_images(good(), ANYWHERE)) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"images": [Image(bytes=None)]}, "file_missing: neither bytes nor a path"),
        ({"image_info": [replace(INFO, sha256="0" * 64)]}, "its bytes are not those of its sha256"),
        ({"image_info": [replace(INFO, width_px=65)]}, "it is 64 x 64 px PNG, told 65 x 64 px PNG"),
        ({"image_info": [replace(INFO, height_px=63)]}, "it is 64 x 64 px PNG, told 64 x 63 px PNG"),
        ({"image_info": [replace(INFO, format="JPEG")]}, "it is 64 x 64 px PNG, told 64 x 64 px JPEG"),
    ],
)
def test_one_thing_is_wrong_and_it_is_told(changes, problem):
    assert list(wrong_images(good(**changes), ANYWHERE)) == [f"image 0: {problem}"]


@pytest.mark.parametrize("content", [b"GIF89a?", CUT], ids=["no image", "cut short"])
def test_what_does_not_decode_whole_is_told(content):
    *_, told = wrong_images(good(images=[Image(bytes=content)]), ANYWHERE)
    assert told.startswith("image 0: does not decode (")


@pytest.fixture
def elsewhere(tmp_path) -> Path:
    """Return a file that holds the good image behind ten bytes."""
    (tmp_path / "a.tar").write_bytes(b"0123456789" + good().images[0].bytes + b"behind")
    return tmp_path / "a.tar"


def at(file: Path, first: int = 10) -> Image:
    return Image(bytes=None, path=f"{file}#bytes={first}-{first + len(good().images[0].bytes) - 1}")


def test_an_image_that_lies_elsewhere_is_looked_at_there(elsewhere):
    assert list(wrong_media(good(images=[at(elsewhere)]), roots=ANYWHERE)) == []
    (told,) = wrong_media(good(images=[at(elsewhere, 9)]), roots=ANYWHERE)
    assert told.startswith("image 0: medium_changed: ")


def test_an_image_that_is_gone_is_told(elsewhere):
    elsewhere.unlink()
    (told,) = wrong_media(good(images=[at(elsewhere)]), roots=ANYWHERE)
    assert told.startswith("image 0: file_missing")


def test_a_video_that_lies_elsewhere_is_there_to_its_last_byte(elsewhere):
    whole, beyond = (Video(path=f"{elsewhere}#bytes=0-{last}", start_s=1.0, end_s=2.0) for last in (9, 9999))
    assert list(lost_videos(good(videos=[whole]), ANYWHERE)) == []
    (told,) = lost_videos(good(videos=[whole, beyond]), ANYWHERE)
    assert told.startswith("video 1: file_unreadable")
    assert list(lost_videos(good(videos=[Video(frame_images=[0])]), ANYWHERE)) == []


def test_problems_name_the_image():
    both = good(images=[*good().images, Image(bytes=None)], image_info=[INFO, INFO])
    assert list(wrong_images(both, ANYWHERE)) == ["image 1: file_missing: neither bytes nor a path"]
