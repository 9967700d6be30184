import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure


@pytest.fixture
def table(tmp_path) -> TableStore:
    """Five rows in partitions of 2, 0, 2 and 1."""
    return write_corpus(
        tmp_path,
        [
            ([sample("a"), sample("b")], []),
            ([], [rejection("c")]),
            ([sample("d"), sample("e")], [rejection("f")]),
            ([sample("g")], []),
        ],
    )


def test_a_partition_of_the_table_is_a_partition_of_the_same_index_also_without_rows(table, read_all):
    source = TableRows(table)
    partitions = source.partitions(source.items())
    assert [[row.source_key for row in source.read(p)] for p in partitions] == [
        ["a", "b"],
        [],
        ["d", "e"],
        ["g"],
    ]
    assert [p.index for p in partitions] == [0, 1, 2, 3]
    assert read_all(source)[0] == sample("a")


def test_the_stamp_of_an_item_is_the_checksum_of_its_commit(table):
    items = TableRows(table).items()
    commits = list(table.commits())
    assert [item.stamp for item in items] == [c.data.sha256 if c.data else "" for c in commits]
    assert [item.n_rows for item in items] == [2, 0, 2, 1]
    assert TableRows(table).describe()["fingerprint"] == "f" * 64


def test_the_fingerprint_does_not_depend_on_where_the_table_lies(table, tmp_path):
    before = TableRows(table).describe()
    (tmp_path / "documents/samples").rename(tmp_path / "elsewhere")
    (tmp_path / "moved").mkdir()
    (tmp_path / "elsewhere").rename(tmp_path / "moved" / "samples")
    assert TableRows(TableStore(f"{tmp_path}/moved/samples")).describe() == before


def test_a_table_that_is_not_finished_is_refused_with_the_way_to_finish_it(table):
    table.files.delete("commits/part-00002.json")
    with pytest.raises(ConfigError, match=r"1 of 4 partitions are not committed.*vlcorpus run documents"):
        TableRows(table).items()


def test_a_folder_without_a_table_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="there is no table"):
        TableRows(TableStore(str(tmp_path / "nothing"))).items()


@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_a_damaged_shard_stops_the_run(table, damage):
    source = TableRows(table)
    partition = source.partitions(source.items())[2]
    name = table.data_path(2)
    content = table.files.read(name)
    table.files.delete(name)
    if damage == "cut":
        table.files.write(name, content[:-100])
    with pytest.raises(EnvironmentFailure, match=r"part-00002.*vlcorpus verify"):
        list(source.read(partition))


@pytest.mark.parametrize(("limit", "expected"), [(1, "a"), (2, "ab"), (3, "abd"), (5, "abdeg")])
def test_a_limit_keeps_the_first_rows_and_the_indices(table, limit, expected, read_all):
    assert "".join(row.source_key for row in read_all(Limited(TableRows(table), limit))) == expected
