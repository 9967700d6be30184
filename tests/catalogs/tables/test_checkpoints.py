"""A checkpoint is believed whole or not at all."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.tables.test_commit_log import commit
from vlcorpus.catalogs.tables.checkpoints import Checkpoints, name_of
from vlcorpus.catalogs.tables.commits import COMMITS
from vlcorpus.catalogs.tables.control_files import DamagedFile
from vlcorpus.catalogs.tables.storage import Storage


@pytest.fixture
def checkpoints(tmp_path):
    return Checkpoints(Storage(str(tmp_path)))


def write(checkpoints: Checkpoints, *partitions: int, number: int = 0) -> None:
    table = pa.Table.from_pylist([commit(index).to_record() for index in partitions], schema=COMMITS)
    checkpoints.write(number - 1, table, lambda names: [checkpoints.files.delete(name) for name in names])


def test_the_newest_counts_and_those_before_it_go(checkpoints):
    assert (checkpoints.newest(), len(checkpoints.read(-1, COMMITS.names))) == (-1, 0)
    write(checkpoints, 0)
    write(checkpoints, 0, 1, number=1)
    assert checkpoints.names() == ["checkpoints/00000001.parquet"]
    assert checkpoints.read(1, ("partition",))["partition"].to_pylist() == [0, 1]


def test_a_flipped_byte_of_any_column_is_seen(checkpoints):
    write(checkpoints, *range(50))
    path = Path(checkpoints.files.path(name_of(0)))
    content, group = path.read_bytes(), pq.read_metadata(path).row_group(0)
    for chunk in map(group.column, range(group.num_columns)):
        start = chunk.dictionary_page_offset or chunk.data_page_offset
        flipped = bytearray(content)
        flipped[start + chunk.total_compressed_size - 1] ^= 1
        path.write_bytes(flipped)
        with pytest.raises(DamagedFile):
            list(checkpoints.pages(0))


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" * 100])
def test_what_is_no_parquet_is_damaged(checkpoints, content):
    checkpoints.files.write(name_of(0), content)
    for reading in (lambda: checkpoints.read(0, ("partition",)), lambda: list(checkpoints.pages(0))):
        with pytest.raises(DamagedFile, match=r"00000000\.parquet"):
            reading()


@pytest.mark.parametrize("partitions", [(1, 0), (0, 0), (-1, 0)])
def test_commits_stand_in_order_each_once(checkpoints, partitions):
    write(checkpoints, *partitions)
    with pytest.raises(DamagedFile, match="order of partitions"):
        checkpoints.read(0, ("partition",))


def test_a_column_that_is_missing_and_one_of_another_type_are_damage(checkpoints):
    write(checkpoints, 0)
    whole = checkpoints.read(0, COMMITS.names)
    for changed in (whole.drop_columns(["made_of"]), whole.set_column(3, "data", pa.array(["x"]))):
        with checkpoints.files.open_write(name_of(0)) as stream:
            pq.write_table(changed, stream)
        with pytest.raises(DamagedFile):
            checkpoints.read(0, COMMITS.names)


def test_a_disk_that_cannot_be_read_is_no_damage(checkpoints, monkeypatch):
    write(checkpoints, 0)

    def fail(*_, **__):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("pyarrow.parquet.read_table", fail)
    monkeypatch.setattr(Storage, "read", fail)
    with pytest.raises(OSError, match="Input/output"):
        checkpoints.read(0, ("partition",))


def test_other_names_are_strays(checkpoints):
    write(checkpoints, 0)
    checkpoints.files.write("checkpoints/copy of 00000009.parquet", b"x")
    assert [damage.name for damage in checkpoints.strays()] == ["checkpoints/copy of 00000009.parquet"]
    assert checkpoints.newest() == 0
