"""A medium that lies elsewhere is read there, its own bytes and no others."""

import io

import fsspec
import pytest

from vlcorpus.catalogs.sources.referenced import (
    copy_referenced,
    image_bytes,
    open_referenced,
    read_referenced,
)
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.media import Image


@pytest.fixture
def file(tmp_path) -> str:
    (tmp_path / "a#1.bin").write_bytes(bytes(range(256)))
    return str(tmp_path / "a#1.bin")


def test_a_file_as_a_whole(file):
    assert read_referenced(file) == bytes(range(256))


def test_a_stretch_is_a_file_of_its_own(file):
    with open_referenced(f"{file}#bytes=10-19") as stream:
        assert stream.read(4) == bytes(range(10, 14))
        assert (stream.tell(), stream.read()) == (4, bytes(range(14, 20)))
        assert stream.read() == b""
        assert stream.seek(-2, io.SEEK_END) == 8
        assert stream.read() == bytes((18, 19))
        stream.seek(0)
        assert stream.read(1) == b"\x0a"


def test_it_is_copied_piece_by_piece(file):
    target = io.BytesIO()
    copy_referenced(f"{file}#bytes=0-99", target)
    assert target.getvalue() == bytes(range(100))


def test_on_any_filesystem_that_fsspec_opens():
    with fsspec.filesystem("memory").open("/media/a.bin", "wb") as stream:
        stream.write(b"0123456789")
    assert read_referenced("memory://media/a.bin#bytes=2-4") == b"234"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("{}.gone", "file_missing"),
        ("{}#bytes=250-256", "file_unreadable"),
        ("{}#bytes=900-999", "file_unreadable"),
        ("{}#bytes=9-5", "file_unreadable"),
        ("nowhere://a/b", "file_unreadable"),
    ],
)
def test_what_is_not_there_is_told(file, place, reason):
    with pytest.raises(Reject) as lost:
        read_referenced(place.format(file))
    assert lost.value.reason == reason


def test_an_image_is_where_its_row_says(file):
    assert image_bytes(Image(bytes=b"here", path=file)) == b"here"
    assert image_bytes(Image(bytes=None, path=f"{file}#bytes=1-2")) == b"\x01\x02"
    with pytest.raises(Reject, match="neither bytes nor a path"):
        image_bytes(Image(bytes=None))
