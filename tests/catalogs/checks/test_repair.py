from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.checks.repair import find_repairs


def test_a_good_output_needs_none(tmp_path):
    write_corpus(tmp_path, [([sample("a")], [rejection("b")])])
    found = find_repairs(str(tmp_path))
    assert (found.control, found.shards, found.partitions) == ([], [], [])


def test_a_partition_is_taken_back_once_whatever_of_it_is_damaged(tmp_path):
    table = write_corpus(tmp_path, [([sample("a")], [rejection("b")]), ([sample("c")], [])])
    for name in (table.data_path(0), table.rejects_path(0)):
        content = bytearray(table.files.read(name))
        content[len(content) // 2] ^= 1
        table.files.write(name, bytes(content))
    table.files.write("commits/notes.json", b"x")
    found = find_repairs(str(tmp_path))
    assert [index for _, index in found.partitions] == [0]
    assert [damage.name for damage in found.control] == ["commits/notes.json"]
    found.make()
    assert table.committed() == [1]
    assert (table.files.names("data"), table.files.names("rejects")) == (["part-00001.parquet"], [])
    assert table.files.names("damaged") == ["commits-notes.json"]


def test_a_folder_that_is_no_table_is_named_and_left(tmp_path):
    write_corpus(tmp_path, [([sample("a")], [])])
    (tmp_path / "documents/samples").rename(tmp_path / "documents/Samples; drop")
    found = find_repairs(str(tmp_path))
    assert [damage.path for damage in found.foreign] == [f"{tmp_path}/documents/Samples; drop"]
    found.make()
    assert (tmp_path / "documents/Samples; drop/_table.json").exists()
