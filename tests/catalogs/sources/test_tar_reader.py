"""A tar is read forwards, and where it breaks is told by the byte."""

import gzip
import io
import json
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogs.sources.tar_pairs import BLOCK, END, header, members, zstd
from vlcorpus.catalogs.sources import tar_reader
from vlcorpus.catalogs.sources.tar_reader import TarReader
from vlcorpus.schemas.errors import Reject

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/"), min_size=1, max_size=150)


def read(content: bytes) -> list[tuple[str, bytes]]:
    reader = TarReader(io.BufferedReader(io.BytesIO(content)))
    return [(member.name, reader.read(member)) for member in reader]


def tar(entries: list[tuple[str, bytes]], form: int) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


@given(
    st.lists(st.tuples(NAMES, st.binary(max_size=1200)), max_size=4),
    st.sampled_from([tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]),
    st.sampled_from([bytes, gzip.compress, zstd]),
)
def test_what_tarfile_writes_is_read_back(entries, form, compress):
    assert read(compress(tar(entries, form))) == entries


def test_what_is_not_read_is_passed_over():
    reader = TarReader(io.BufferedReader(io.BytesIO(members(("a", b"x" * 700), ("b", b"y")) + END)))
    seen = [(member.name, member.offset) for member in reader]
    assert seen == [("a", 0), ("b", 3 * BLOCK)]


@pytest.mark.parametrize(
    ("kind", "listed", "is_file"),
    [
        (tarfile.REGTYPE, True, True),
        (tarfile.SYMTYPE, True, False),
        (tarfile.FIFOTYPE, True, False),
        (tarfile.DIRTYPE, False, False),
    ],
)
def test_folders_are_left_out_and_what_is_no_file_says_so(kind, listed, is_file):
    reader = TarReader(io.BufferedReader(io.BytesIO(header("a", 0, kind, "b") + END)))
    assert [member.is_file for member in reader] == ([is_file] if listed else [])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (members(("a", b"x")), r"without its end mark: it was cut \(byte 1024\)"),
        (members(("a", b"x"))[:600], r"inside a member \(byte 600\)"),
        (members(("a", b"x")) + b"junk" * 200, r"no header where one must be: .* \(byte 1024\)"),
        (gzip.compress(members(("a", b"x")) + END)[:-12], "compression is damaged or cut"),
        (header("n" * 150, 0)[: 2 * BLOCK - 30], "inside a member"),
    ],
)
def test_where_it_breaks_is_told(content, told):
    with pytest.raises(Reject, match=told) as error:
        read(content)
    assert error.value.reason == "tar_broken"


def test_a_tar_of_no_bytes_is_empty_and_not_broken():
    with pytest.raises(Reject, match="file_empty"):
        read(b"")


def test_what_comes_before_the_break_was_read():
    reader = TarReader(io.BufferedReader(io.BytesIO(members(("a", b"x")) + b"junk" * 200)))
    assert next(iter(reader)).name == "a"


def test_a_tar_that_follows_an_end_mark_belongs_to_it():
    joined = members(("a", b"1")) + END + members(("b", b"2")) + END
    assert read(joined) == [("a", b"1"), ("b", b"2")]


def test_a_header_of_many_records_is_read_once():
    """A pax header of 1 MiB may hold 170,000 records: to copy the rest of it for each took 20 s."""
    read_bytes = 0

    class Counted(bytes):
        def __getitem__(self, key):
            nonlocal read_bytes
            found = super().__getitem__(key)
            read_bytes += len(found) if isinstance(found, bytes) else 1
            return found

        def rstrip(self, *signs):
            return Counted(super().rstrip(*signs))

    fields = tar_reader._pax_fields(Counted(b"6 a=b\n" * 50_000), 0)
    assert fields == {"a": "b"}
    assert read_bytes < 2 * 6 * 50_000


def inflating(content: bytes, compress, **limits) -> list[str]:
    """Return the names of the members, and then the reason where reading ends early."""
    seen = []
    try:
        for member in TarReader(io.BufferedReader(io.BytesIO(compress(content))), **limits):
            seen.append(member.name)
    except Reject as reject:
        seen.append(reject.reason)
    return seen


@pytest.fixture
def little_is_free(monkeypatch):
    monkeypatch.setattr(tar_reader, "_FREE_BYTES", 1 << 20)


@pytest.mark.usefixtures("little_is_free")
@pytest.mark.parametrize("compress", [gzip.compress, zstd])
def test_a_member_that_means_far_more_bytes_than_the_file_has_ends_the_archive(compress):
    bomb = members(("a", b"1"), ("zeros", bytes(60 << 20)), ("b", b"2")) + END
    assert inflating(bomb, compress) == ["a", "zeros", "archive_inflates"]
    assert inflating(bomb, compress, max_inflation=100_000) == ["a", "zeros", "b"]
    assert inflating(bomb, bytes) == ["a", "zeros", "b"]  # a file as large as what it means


@pytest.mark.usefixtures("little_is_free")
@pytest.mark.parametrize("compress", [gzip.compress, zstd])
def test_so_do_many_small_ones(compress):
    bombs = members(*((str(i), bytes(1 << 20)) for i in range(60))) + END
    *before, reason = inflating(bombs, compress)
    assert reason == "archive_inflates"
    assert len(before) < 30


def annotations(n: int) -> bytes:
    boxes = [
        {"image_id": i, "bbox": [i, i + 1, 64.0, 48.0], "iscrowd": 0, "category_id": 1} for i in range(n)
    ]
    return json.dumps({"annotations": boxes}).encode()


@pytest.mark.usefixtures("little_is_free")
def test_what_is_well_compressible_and_real_is_read():
    captions = members(*((f"{i:07}.txt", b"a photo of a cat on a red chair") for i in range(5_000))) + END
    assert len(captions) > 50 * len(gzip.compress(captions))
    assert len(inflating(captions, gzip.compress)) == 5_000
    words = members(("a.json", annotations(30_000)), ("b", b"")) + END
    assert inflating(words, gzip.compress) == inflating(words, zstd) == ["a.json", "b"]
