"""A medium that lies elsewhere is read there, its own bytes and no others."""

import hashlib
import io

import fsspec
import pytest

from tests.referenced import ANYWHERE, read_referenced
from vlcorpus.catalogs.sources import referenced
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.referenced import MediaRoots
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.media import Image, ImageInfo


@pytest.fixture
def file(tmp_path) -> str:
    (tmp_path / "a#1.bin").write_bytes(bytes(range(256)))
    return str(tmp_path / "a#1.bin")


def test_a_file_as_a_whole(file):
    assert read_referenced(file) == bytes(range(256))


def test_a_stretch_is_a_file_of_its_own(file):
    with ANYWHERE.open(f"{file}#bytes=10-19") as stream:
        assert stream.read(4) == bytes(range(10, 14))
        assert (stream.tell(), stream.read()) == (4, bytes(range(14, 20)))
        assert stream.read() == b""
        assert stream.seek(-2, io.SEEK_END) == 8
        assert stream.read() == bytes((18, 19))
        stream.seek(0)
        assert stream.read(1) == b"\x0a"


def test_it_is_copied_piece_by_piece(file):
    target = io.BytesIO()
    ANYWHERE.copy(f"{file}#bytes=0-99", target)
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
        ("nowhere://a/b", "path_outside"),
    ],
)
def test_what_is_not_there_is_told(file, place, reason):
    with pytest.raises(Reject) as lost:
        read_referenced(place.format(file))
    assert lost.value.reason == reason


def info(content: bytes) -> ImageInfo:
    return ImageInfo(width_px=1, height_px=1, sha256=hashlib.sha256(content).hexdigest(), format="PNG")


def test_an_image_is_where_its_row_says(file):
    assert ANYWHERE.image_bytes(Image(bytes=b"here", path=file), None) == b"here"
    stretch = Image(bytes=None, path=f"{file}#bytes=1-2")
    assert ANYWHERE.image_bytes(stretch, info(b"\x01\x02")) == b"\x01\x02"
    with pytest.raises(Reject, match="neither bytes nor a path"):
        ANYWHERE.image_bytes(Image(bytes=None), None)


def test_other_bytes_than_the_row_tells_do_not_come_out(file):
    with pytest.raises(Reject, match=r"medium_changed: .*not those of its sha256"):
        ANYWHERE.image_bytes(Image(bytes=None, path=file), info(b"others"))


def test_a_file_without_an_end_is_not_read_to_it(file, monkeypatch):
    monkeypatch.setattr(referenced, "_MAX_IMAGE_BYTES", 255)
    with pytest.raises(Reject, match="file_too_large"):
        ANYWHERE.image_bytes(Image(bytes=None, path=file), info(bytes(range(256))))


def is_outside(roots: MediaRoots, path: str, *, has_hash: bool = False) -> bool:
    try:
        with roots.open(path, has_hash=has_hash):
            return False
    except Reject as reject:
        return reject.reason == "path_outside"


def test_only_what_lies_below_a_root_is_opened(tmp_path):
    for name in ("corpus/a", "corpus-of-others/a"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"a")
    roots = MediaRoots((Location(str(tmp_path / "corpus")),))
    assert not is_outside(roots, f"{tmp_path}/corpus/a")
    for path in ("corpus-of-others/a", "corpus/../corpus-of-others/a"):
        assert is_outside(roots, f"{tmp_path}/{path}")
        assert is_outside(roots, f"file://{tmp_path}/{path}")
    assert is_outside(roots, "s3://bucket/a")


def test_inputs_that_a_run_tells_are_roots_of_what_has_a_hash(tmp_path):
    pool, inputs = tmp_path / "pool", tmp_path / "inputs"
    for folder in (pool, inputs):
        folder.mkdir()
        (folder / "a.tar").write_bytes(b"a")
    config = {"input": [f"{inputs}/*.tar"], "regions": {"pool": str(pool)}}
    output = str(tmp_path / "out")
    begin_run(output, pipeline="captions", command=[], config=config, seed=None, executor="local")
    roots = MediaRoots.of([output])
    for folder in (pool, inputs):
        assert not is_outside(roots, f"{folder}/a.tar", has_hash=True)
        assert is_outside(roots, f"{folder}/a.tar")
    assert not is_outside(MediaRoots.of([output], [str(pool)]), f"{pool}/a.tar")
