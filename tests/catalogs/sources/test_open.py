import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.factories import sample, write_corpus
from vlcorpus.catalogs.sources.files import Files
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.open import kind_of_input, open_source
from vlcorpus.catalogs.sources.parquet_bytes import ParquetBytes
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.sources.warc import Warcs
from vlcorpus.schemas.errors import ConfigError


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.pdf", Files),
        ("folder", Files),
        ("**/*.pdf", Files),
        ("c.warc", Warcs),
        ("*.WARC.gz", Warcs),
        ("x/*.parquet", ParquetBytes),
        ("s3://commoncrawl/CC-MAIN/*.warc.gz?region=us-east-1", Warcs),
        ("memory://bucket/a.parquet", ParquetBytes),
        ("memory://bucket/folder", Files),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_name(tmp_path, name, kind):
    (tmp_path / "folder").mkdir()
    named = name if "://" in name else f"{tmp_path}/{name}"
    assert type(open_source([named], source="x")) is kind


def test_the_folder_of_a_table_is_read_as_a_table(tmp_path):
    write_corpus(tmp_path, [([sample("a")], [])])
    assert isinstance(open_source([f"{tmp_path}/documents/samples"]), TableRows)
    assert isinstance(open_source([str(tmp_path)]), Files)


def test_several_kinds_are_refused_by_name(tmp_path):
    with pytest.raises(ConfigError, match=r"a\.parquet is ParquetBytes, .*b\.warc is Warcs.*table of each"):
        open_source([f"{tmp_path}/a.parquet", f"{tmp_path}/b.warc"])


def test_two_tables_and_no_input_are_refused(tmp_path):
    write_corpus(tmp_path / "one", [([sample("a")], [])])
    write_corpus(tmp_path / "two", [([sample("a")], [])])
    with pytest.raises(ConfigError, match="One table is read at a time"):
        open_source([f"{tmp_path}/one/documents/samples", f"{tmp_path}/two/documents/samples"])
    with pytest.raises(ConfigError, match="there is no input"):
        open_source([])


def test_rows_are_named_by_the_folder_of_the_first_input(tmp_path):
    folder = tmp_path / "arxiv"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF")
    assert open_source([str(folder)]).source == "arxiv"
    assert open_source([f"{folder}/"]).source == "arxiv"
    assert open_source([f"{folder}/a.pdf"]).source == "arxiv"
    assert open_source([f"{folder}/*.pdf"]).source == "arxiv"
    assert open_source([str(folder)], source="mine").source == "mine"


def test_parameters_reach_the_kind_they_are_for(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    pq.write_table(pa.table({"x": [b"1"], "k": ["key"]}), tmp_path / "a.parquet")
    files = open_source([str(tmp_path)], patterns=("*.pdf",), license="MIT", max_file_bytes=9)
    assert (files.patterns, files.license, files.max_file_bytes) == (("*.pdf",), "MIT", 9)
    parquet = open_source([f"{tmp_path}/*.parquet"], patterns=("*.pdf",), key_column="k")
    (partition,) = parquet.partitions(parquet.items())
    assert [row.source_key for row in parquet.read(partition)] == ["key"]
    assert open_source([f"{tmp_path}/c.warc"], content_types=("image/png",)).content_types == ("image/png",)


def test_a_limit_wraps_any_kind(tmp_path):
    write_corpus(tmp_path, [([sample("a")], [])])
    assert isinstance(open_source([f"{tmp_path}/documents/samples"], limit=1), Limited)
    assert isinstance(open_source([f"{tmp_path}/c.warc"], limit=1), Limited)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("b.txt", "no such file or folder. Did you mean .*a.txt"),
        ("*.txt", "it does not say what files these are. End it in one of .json, .jsonl"),
        ("a.txt", "not known how to read nuts from it. Known are"),
        ("a.jsonl.gz", "It is a packed .jsonl: unpack it. Known are"),
        ("a.xlsx", "not known how to read nuts from it. Known are"),
        ("a.jsnl", "Its ending is nearest to .jsonl: call it so"),
    ],
)
def test_an_input_of_no_kind_is_told_with_what_is_nearest(tmp_path, name, said):
    for one in ("a.txt", "a.jsonl.gz", "a.jsnl", "a.xlsx"):
        (tmp_path / one).write_text("x")
    with pytest.raises(ConfigError, match=said):
        kind_of_input(
            Location(f"{tmp_path}/{name}"), {(".json", ".jsonl"): Files}, lambda folder: Files, "nuts"
        )
