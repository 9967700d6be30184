"""A tar that is cut into pieces gives the rows of the whole, whatever is in it and however it is cut."""

import gzip
import io
import random
import tracemalloc
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.sources.tar_pairs import BLOCK, END, header, members, outcomes, sample, tars, zstd
from tests.catalogs.sources.test_download_ledger import DONE, FAILED, ledger
from vlcorpus.catalogs.sources.growth import grow
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.sources.tar_pieces import _FORESEEN_AFTER, cut_tar
from vlcorpus.catalogs.sources.webdataset import WebDataset, sample_key
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

WHOLE = 1 << 40  # a piece that no tar of a test fills


def rows_of(source, partitions=None) -> list:
    listed = source.partitions(source.items()) if partitions is None else partitions
    return [row for partition in listed for row in source.rows(partition)]


def parts(key: str, kind: int, n_bytes: int) -> bytes:
    """Return the members of a sample of one of several kinds, good and bad."""
    image, text = (f"{key}.jpg", bytes([kind]) * n_bytes), (f"{key}.txt", b"a cat")
    return (
        sample(key, image=image[1], caption="a cat"),
        members(text),
        members(image, ("README", b"-"), text),
        members(image, (f"{key}.mask.png", b"m" * 700), text),
        header(image[0], 0, b"2", "/etc/passwd") + members(text),
        members(image, image),
        members((f"{'x' * 200}/{key}.jpg", image[1]), text),
        END + sample(key, image=image[1]),
    )[kind]


samples = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 7), st.integers(0, 1500)), max_size=12)


@settings(max_examples=150, deadline=None)
@given(
    listed=samples,
    distinct=st.booleans(),
    end=st.sampled_from([END, b"", b"junk" * 128, header("z.jpg", (9 << 60) - 1)]),
    damage=st.none() | st.tuples(st.floats(0, 1), st.binary(max_size=600)),
    cut=st.none() | st.floats(0, 1),
    has_ledger=st.booleans(),
    piece_bytes=st.integers(1, 6000),
)
def test_rows_are_the_same_for_any_split(
    listed, distinct, end, damage, cut, has_ledger, piece_bytes, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("tar")
    keys = [f"{n if distinct else key}" for n, (key, *_) in enumerate(listed)]
    content = b"".join(parts(key, *rest) for key, (_, *rest) in zip(keys, listed, strict=True)) + end
    if damage:
        at = int(damage[0] * len(content))
        content = content[:at] + damage[1] + content[at + len(damage[1]) :]
    content = content if cut is None else content[: int(cut * len(content))]
    if has_ledger:
        ledger(folder / "00000.parquet", *((str(n), *DONE) for n in range(6)), ("99", FAILED, "HTTP 404"))
    whole = tars(folder, content, piece_bytes=WHOLE)
    pieces = tars(folder, piece_bytes=piece_bytes)
    assert rows_of(pieces) == rows_of(whole)
    for limit in (1, 3, 7):
        assert rows_of(Limited(pieces, limit)) == rows_of(Limited(whole, limit))


def test_pieces_are_partitions_of_about_equal_bytes_which_begin_with_a_sample(tmp_path):
    content = b"".join(sample(f"{n:03d}", image=bytes(5000)) for n in range(40)) + END
    one = len(sample("000", image=bytes(5000)))
    source = tars(tmp_path, content, piece_bytes=8 * one)
    found = source.partitions(source.items())
    assert [[(i.first_row, i.stop, i.first_byte) for i in p.items] for p in found] == [
        [(row, row + 8 if row < 32 else None, row * one)] for row in range(0, 40, 8)
    ]
    assert [partition.index for partition in found] == list(range(5))


@pytest.mark.parametrize(("name", "compress"), [("a.tar.gz", gzip.compress), ("a.tar.zst", zstd)])
def test_a_compressed_tar_stays_whole(name, compress, tmp_path):
    content = b"".join(sample(str(n), image=random.Random(n).randbytes(5000)) for n in range(9)) + END
    source = tars(tmp_path, compress(content), name, piece_bytes=1)
    assert source.partitions(source.items()) == [Partition(0, tuple(source.items()))]


def test_a_tar_in_which_a_key_comes_again_stays_whole(tmp_path):
    content = b"".join(sample(str(n % 8), image=bytes(5000)) for n in range(9)) + END
    source = tars(tmp_path, content, piece_bytes=1)
    (partition,) = source.partitions(source.items())
    where = 8 * len(sample("0", image=bytes(5000)))
    assert outcomes(source.rows(partition))[-1] == (
        f"sample=0&offset={where}",
        "sample_repeated",
    )


def test_small_tars_among_large_ones_share_partitions(tmp_path):
    for name, n_samples in (("a", 1), ("b", 1), ("c", 30), ("d", 1)):
        tars(tmp_path, b"".join(sample(str(n)) for n in range(n_samples)) + END, f"{name}.tar")
    source = tars(tmp_path, piece_bytes=46_000)
    found = source.partitions(source.items())
    assert ["".join(item.key[0] for item in p.items) for p in found] == ["ab", "c", "c", "d"]
    assert rows_of(source) == rows_of(tars(tmp_path, piece_bytes=WHOLE))


def test_of_many_tars_none_is_read_to_be_cut(tmp_path):
    for n in range(70):
        tars(tmp_path, sample("0") + sample("1") + END, f"{n}.tar")
    source = tars(tmp_path, piece_bytes=1)
    items = source.items()
    with patch.object(type(source), "open", side_effect=AssertionError):
        assert sum(len(p.items) for p in source.partitions(items)) == 70


def test_a_limit_that_grows_goes_on_behind_the_piece_and_cuts_what_is_left(tmp_path):
    content = b"".join(sample(f"{n:03d}", image=bytes(3000)) for n in range(40)) + END
    source = tars(tmp_path, content, piece_bytes=20_000)
    expected = rows_of(tars(tmp_path, piece_bytes=WHOLE))
    kept: dict[int, Partition] = {}
    for limit in (3, 17, 18, 100):
        grown = grow(Limited(source, limit), kept, kept.keys())
        kept = {partition.index: partition for partition in grown.partitions}
        assert rows_of(source, grown.partitions) == expected[:limit]
        assert not grown.changed
    assert len(kept) > 6


def test_a_tar_that_changed_is_made_again_piece_by_piece(tmp_path):
    def tar(n_samples: int, *more: bytes):
        body = b"".join(sample(f"{n:03d}", image=bytes(3000)) for n in range(n_samples))
        return tars(tmp_path, body + b"".join(more) + END, piece_bytes=20_000)

    before = tar(40)
    first = grow(before, {}, ())
    kept = {partition.index: partition for partition in first.partitions}
    for changed in (tar(55), tar(20), tar(30, sample("000"))):
        assert grow(changed, kept, kept.keys()).changed
        again = grow(changed, kept, kept.keys(), "remake").partitions
        assert rows_of(changed, again) == rows_of(tars(tmp_path, piece_bytes=WHOLE))
        assert [partition.index for partition in again] == [*kept]


def changed_tar(tmp_path, *samples: bytes, end: bytes = END, limit: int | None = None):
    """Return a tar of 40 samples in pieces, which is now of these samples, and the partitions it has now."""

    def tar(*content: bytes):
        found = tars(tmp_path, b"".join(content), piece_bytes=20_000)
        return found if limit is None else Limited(found, limit)

    first = grow(tar(*(sample(f"{n:03d}", image=bytes(3000)) for n in range(40)), END), {}, ())
    kept = {partition.index: partition for partition in first.partitions}
    now = tar(*samples, end)
    return now, grow(now, kept, kept.keys(), "remake").partitions


def n_bytes_read(source, partitions) -> int:
    """Return how many bytes of files reading these partitions takes."""
    read, plain = 0, io.BufferedReader.read

    class Counting(io.BufferedReader):
        def read(self, n=-1):
            nonlocal read
            content = plain(self, n)
            read += len(content)
            return content

    opened = WebDataset.open

    def counting(self, item):
        return Counting(opened(self, item).detach())

    with patch.object(WebDataset, "open", counting):
        rows_of(source, partitions)
    return read


@pytest.mark.parametrize("n_samples", [200, 41, 40, 39, 12, 1])
@pytest.mark.parametrize("end", [END, b"", b"junk" * 128])
@pytest.mark.parametrize("limit", [None, 30])
def test_a_tar_that_changed_is_read_once_however_many_pieces_it_had(n_samples, end, limit, tmp_path):
    samples = [sample(f"{n:03d}", image=bytes([n]) * 3100) for n in range(n_samples)]
    source, partitions = changed_tar(tmp_path, *samples, end=end, limit=limit)
    assert len(partitions) > 4
    expected = rows_of(tars(tmp_path, piece_bytes=WHOLE))
    assert rows_of(source, partitions) == expected[:limit]
    # Below a limit that is not reached any more, it is looked once more for what is left of the tar.
    times = 1.1 if limit is None or n_samples > limit else 2.2
    assert n_bytes_read(source, partitions) < times * sum(map(len, samples)) + 4 * 4096


def test_a_changed_tar_in_which_a_key_comes_again_is_one_piece(tmp_path):
    samples = [sample(f"{n:03d}", image=bytes(3000)) for n in (*range(30), 0, *range(30, 40))]
    source, partitions = changed_tar(tmp_path, *samples)
    assert [len(partition.items) for partition in partitions] == [1] + [0] * (len(partitions) - 1)
    assert len(partitions) > 4
    assert rows_of(source, partitions) == rows_of(tars(tmp_path, piece_bytes=WHOLE))
    assert n_bytes_read(source, partitions) < 1.1 * sum(map(len, samples)) + 4096


def test_what_was_cut_again_is_the_same_tar_at_the_next_look(tmp_path):
    samples = [sample(f"{n:03d}", image=bytes(3100)) for n in range(17)]
    source, partitions = changed_tar(tmp_path, *samples)
    kept = {partition.index: partition for partition in partitions}
    again = grow(source, kept, kept.keys())
    assert again.partitions == partitions
    assert not (again.noted)
    assert not (again.changed)
    assert not (again.added)


def test_a_table_of_whole_tars_stays_one_of_whole_tars(tmp_path):
    content = b"".join(sample(f"{n:03d}", image=bytes(3000)) for n in range(40)) + END
    before = grow(tars(tmp_path, content, piece_bytes=WHOLE), {}, ())
    kept = {partition.index: partition for partition in before.partitions}
    now = grow(tars(tmp_path, piece_bytes=20_000), kept, kept.keys())
    assert now.partitions == before.partitions
    assert not now.noted
    assert tars(tmp_path).describe() == tars(tmp_path, piece_bytes=20_000).describe()


class Counted(io.BytesIO):
    """A file that counts how often it is asked for bytes, as an object store is."""

    n_reads = 0

    def readinto(self, buffer):
        self.n_reads += 1
        return super().readinto(buffer)


def cut(content: bytes, max_members: int, piece_bytes: int = 30_000) -> tuple[list[Item], int]:
    file = Counted(content)
    item = Item("a.tar", "/a.tar", len(content))
    stream = io.BufferedReader(file, 1 << 20)
    pieces = cut_tar(item, stream, sample_key, piece_bytes=piece_bytes, max_members=max_members)
    return pieces, file.n_reads


def test_only_headers_are_read():
    content = b"".join(sample(f"{n:03d}", image=bytes(200_000)) for n in range(30)) + END
    pieces, n_reads = cut(content, 1000, 1_000_000)
    assert len(pieces) == 6
    assert n_reads <= 3 * 30 + 2


def test_a_tar_of_too_many_members_stays_whole_and_that_is_seen_early():
    content = b"".join(sample(f"{n:03d}", image=bytes(20_000)) for n in range(900)) + END
    pieces, n_reads = cut(content, 2000)
    assert [piece.as_read() for piece in pieces] == pieces
    assert n_reads <= _FORESEEN_AFTER + 2
    assert len(cut(content, 3000)[0]) > 1


def test_many_members_take_little_memory():
    content = b"".join(members((f"{n:06d}.jpg", b"")) for n in range(8_000)) + END
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    pieces, _ = cut(content, 1 << 30, 1 << 18)
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert len(pieces) == -(-8_000 * BLOCK // (1 << 18))
    assert peak < (1 << 20) + 8_000 * 200  # the reader's own, and the keys


def test_what_cannot_be_opened_is_not_cut_and_is_a_rejection_when_it_is_read(tmp_path):
    source = tars(tmp_path, b"".join(sample(str(n)) for n in range(9)) + END, piece_bytes=1)
    gone = Reject(Reason.FILE_UNREADABLE, "no route", retryable=True)
    with patch.object(type(source), "open", side_effect=gone):
        (partition,) = source.partitions(source.items())
        assert outcomes(source.rows(partition)) == [("", "file_unreadable")]


def test_the_digest_of_a_piece_is_that_of_its_rows(tmp_path):
    item = Item("a.tar", "/a.tar", 9, "1", first_row=3)
    assert Partition(0, (item,)).made_of == Partition(0, (replace(item, first_byte=512),)).made_of
