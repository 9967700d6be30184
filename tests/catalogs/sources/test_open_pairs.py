import io
import tarfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.factories import sample, write_corpus
from vlcorpus.catalogs.sources.html_alt import HtmlAlt
from vlcorpus.catalogs.sources.image_folder import ImageFolder
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.open_pairs import open_pairs
from vlcorpus.catalogs.sources.pair_json import PairJson
from vlcorpus.catalogs.sources.pair_table import PairTable
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.sources.webdataset import WebDataset
from vlcorpus.schemas.errors import ConfigError


def fill(root, *names: str):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.tar", WebDataset),
        ("*.TAR.gz", WebDataset),
        ("**/a.tgz", WebDataset),
        ("a.tar.zst", WebDataset),
        ("s3://laion/*.tar?region=us-east-1", WebDataset),
        ("a.parquet", PairTable),
        ("x/*.CSV", PairTable),
        ("a.tsv", PairTable),
        ("memory://bucket/a.jsonl", PairTable),
        ("a.ndjson", PairTable),
        ("a.json", PairJson),
        ("a.html", HtmlAlt),
        ("**/*.HTM", HtmlAlt),
        ("a.webp", ImageFolder),
        ("**/*.JPG", ImageFolder),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_name(name, kind, tmp_path):
    named = name if "://" in name else f"{tmp_path}/{name}"
    assert type(open_pairs([named], source="x")) is kind


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], "there is no input"),
        (["a.pdf"], "not known how to read pairs from it. Known are .tar"),
        (["nothing"], "no such file or folder"),
        (["*"], "does not say what files these are. End it in one of .tar"),
        (["a.tar", "b.csv"], r"several kinds: .*a\.tar is WebDataset, .*b\.csv is PairTable.*table of each"),
    ],
)
def test_inputs_that_are_none_are_refused_by_name(names, message, tmp_path):
    fill(tmp_path, "a.pdf", "a.tar", "b.csv")
    with pytest.raises(ConfigError, match=message):
        open_pairs([f"{tmp_path}/{name}" for name in names])


def test_the_folder_of_a_committed_table_is_read_as_one(tmp_path):
    write_corpus(tmp_path, [([sample("a")], [])])
    assert isinstance(open_pairs([f"{tmp_path}/documents/samples"]), TableRows)
    assert isinstance(open_pairs([f"{tmp_path}/documents/samples"], limit=1), Limited)


def test_parameters_reach_every_kind_and_rows_are_named_by_the_folder(tmp_path):
    for name in ("a.tar", "a.csv", "a.html"):
        fill(tmp_path / name.partition(".")[2], name)
        opened = open_pairs([str(tmp_path / name.partition(".")[2])], license="MIT", max_file_bytes=9)
        expected = (name.partition(".")[2], "MIT", 9)
        assert (opened.source, opened.license, opened.max_file_bytes) == expected
    assert open_pairs([f"{tmp_path}/a.csv"], source="mine").source == "mine"
    opened = open_pairs([f"{tmp_path}/a.csv"], image_column="i", text_column="t")
    assert (opened.image_column, opened.text_column) == ("i", "t")
    opened = open_pairs([f"{tmp_path}/a.csv"], image_folder="images", text_encoding="gbk")
    assert (opened.image_folder, opened.text_encoding) == ("images", "gbk")
    assert open_pairs([f"{tmp_path}/a.tar"], text_encoding="gbk").text_encoding == "gbk"
    assert isinstance(open_pairs([f"{tmp_path}/a.tar"], limit=1), Limited)


def test_one_pair_is_the_same_from_every_kind(tmp_path, read_all):
    fill(tmp_path / "csv", "a.png")
    (tmp_path / "csv/metadata.csv").write_text("file_name,text\na.png,a cat\n")
    fill(tmp_path / "html", "a.png")
    (tmp_path / "html/p.html").write_text('<img src="a.png" alt="a cat">')
    fill(tmp_path / "files", "a.png")
    (tmp_path / "files/a.txt").write_text("a cat")
    (tmp_path / "parquet").mkdir()
    pq.write_table(pa.table({"image": [b"x"], "text": ["a cat"]}), tmp_path / "parquet/a.parquet")
    (tmp_path / "tar").mkdir()
    with tarfile.open(tmp_path / "tar/0.tar", "w") as tar:
        for name, content in (("0.jpg", b"x"), ("0.txt", b"a cat")):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    for kind in ("csv", "files", "html", "parquet", "tar"):
        (row,) = read_all(open_pairs([str(tmp_path / kind)], license="CC0-1.0"))
        assert (row.content, row.text, row.license, row.source) == (b"x", "a cat", "CC0-1.0", kind)
