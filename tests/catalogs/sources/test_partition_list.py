from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from vlcorpus.catalogs.sources.partition_list import append_partitions, damaged_partitions, read_partitions
from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.storage import Storage


@pytest.fixture(params=["local", "memory"])
def files(request, tmp_path):
    storage = Storage(str(tmp_path / "t") if request.param == "local" else f"memory:/{tmp_path}/t")
    yield storage
    storage.delete("")


WHOLE = Item("a", "/x/a", 5, "stamp", None, 1)
PIECE = Item("b", "s3://b/ü", 7, "", 2, 0, first_row=3, stop=5, first_byte=1 << 40)


def test_partitions_come_back_as_they_were_noted(files):
    listed = [Partition(0, (WHOLE, PIECE)), Partition(100_000, (PIECE,))]
    append_partitions(files, listed)
    assert list(read_partitions(files).values()) == listed


def test_a_list_from_before_there_were_first_bytes_is_read_and_is_made_of_the_same(files):
    listed = Partition(0, (WHOLE, replace(PIECE, first_byte=0)))
    append_partitions(files, [listed])
    path = files.path("partitions", files.names("partitions")[0])
    with files.fs.open_input_file(path) as stream:
        table = pq.read_table(stream).drop_columns("first_byte")
    with files.fs.open_output_stream(path) as stream:
        pq.write_table(table, stream)
    assert read_partitions(files) == {0: listed}
    assert listed.made_of == "734530e28ac61a4528590d0aeedc40fd870a58cc6c52ee34293efddafef2bd04"


def test_what_is_noted_later_counts_and_a_partition_may_hold_nothing(files):
    append_partitions(files, [Partition(0, (WHOLE,)), Partition(1, (PIECE,))])
    append_partitions(files, [Partition(2, (WHOLE,)), Partition(1, ())])
    found = read_partitions(files)
    assert [len(found[index].items) for index in (0, 1, 2)] == [1, 0, 1]
    assert files.names("partitions") == ["00000000.parquet", "00000001.parquet"]


def test_nothing_was_listed_yet(files):
    assert read_partitions(files) == {}


def test_a_writer_that_dies_half_way_leaves_the_former_list(files, monkeypatch):
    append_partitions(files, [Partition(0, (WHOLE,))])

    def die(table, stream, **_):
        stream.write(b"PAR1")
        raise KeyboardInterrupt

    monkeypatch.setattr("pyarrow.parquet.write_table", die)
    with pytest.raises(KeyboardInterrupt):
        append_partitions(files, [Partition(1, (WHOLE,))])
    assert list(read_partitions(files)) == [0]


@pytest.mark.parametrize("content", [b"", b"PAR1", None])
def test_where_a_file_is_damaged_or_gone_the_list_counts_for_nothing_and_a_new_one_begins(files, content):
    for index in range(3):
        append_partitions(files, [Partition(index, (WHOLE,))])
    assert damaged_partitions(files) == []
    if content is None:
        files.delete("partitions/00000001.parquet")
    else:
        files.write("partitions/00000001.parquet", content)
    assert read_partitions(files) == {}
    damages = damaged_partitions(files)
    assert len(damages) == len(files.names("partitions"))
    for damage in damages:
        damage.set_aside()
    append_partitions(files, [Partition(0, (PIECE,))])
    assert list(read_partitions(files).values()) == [Partition(0, (PIECE,))]


def test_a_stray_file_is_named_and_the_list_stands(files):
    append_partitions(files, [Partition(0, (WHOLE,))])
    files.write("partitions/notes.parquet", b"x")
    assert list(read_partitions(files)) == [0]
    assert [damage.name for damage in damaged_partitions(files)] == ["partitions/notes.parquet"]
