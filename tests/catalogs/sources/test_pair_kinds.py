"""What is read of a folder, by the files in it."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vlcorpus.catalogs.sources.html_alt import HtmlAlt
from vlcorpus.catalogs.sources.image_folder import ImageFolder
from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.pair_json import PairJson
from vlcorpus.catalogs.sources.pair_kinds import kind_of_folder
from vlcorpus.catalogs.sources.pair_table import PairTable
from vlcorpus.catalogs.sources.webdataset import WebDataset
from vlcorpus.schemas.errors import ConfigError


def fill(root, *names: str):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        (["00000.tar"], WebDataset),
        (["x/00000.tar", "x/00000.parquet", "x/00000_stats.json"], WebDataset),
        (["metadata.jsonl", "a.png"], PairTable),
        (["captions.csv", "img/a.png"], PairTable),
        (["data/train-0.parquet", "README.md"], PairTable),
        (["train/metadata.csv", "train/a.png", "test/metadata.jsonl"], PairTable),
        (["page.html", "page_files/a.png"], HtmlAlt),
        (["deep/er/PAGE.HTM"], HtmlAlt),
        (["a.png", "a.txt"], ImageFolder),
        (["10_cat/a.png", "10_cat/a.caption", "README.md"], ImageFolder),
        (["a.png"], ImageFolder),
        (["00000.tar", "00000/0.jpg"], WebDataset),
        (["00000.parquet", "00000/0.jpg"], PairTable),  # of a table that is broken, it is not known
    ],
)
def test_a_folder_is_what_its_files_are(files, kind, tmp_path):
    assert kind_of_folder(Location(str(fill(tmp_path / "in", *files)))) is kind


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (["a.tar", "b.csv"], r"several kinds: .*b\.csv is PairTable, .*a\.tar is WebDataset\. .*glob"),
        (["a.tar", "b.csv", "a.parquet"], "several kinds: .* is PairTable, .*WebDataset"),
        (["a.html", "b.jsonl"], "several kinds: .*HtmlAlt, .*PairTable"),
        (["a.tar", "a.parquet", "a.html"], "several kinds: .*HtmlAlt, .*WebDataset"),
        (["a.pdf", "a.txt"], r"no file in it is known to hold pairs.*\.tar.*\.csv.*\.html"),
        ([".keep"], "no file in it is known"),
    ],
)
def test_a_folder_of_several_kinds_or_of_none_is_refused_by_name(files, message, tmp_path):
    with pytest.raises(ConfigError, match=message):
        kind_of_folder(Location(str(fill(tmp_path / "in", *files))))


LEDGER = {"key": ["0"], "status": ["success"], "url": ["http://x/0.jpg"], "caption": ["a cat"]}


@pytest.mark.parametrize(
    ("columns", "files", "kind"),
    [
        (LEDGER, ["00000/0.jpg"], ImageFolder),
        (LEDGER | {"jpg": [b"x"]}, ["00000/0.jpg"], PairTable),  # img2dataset's own Parquet output
        ({"file_name": ["0.jpg"], "text": ["x"]}, ["00000/0.jpg"], PairTable),
        (LEDGER, ["other/0.jpg"], PairTable),
        (LEDGER, ["00000/0.jpg", "more.csv"], PairTable),
        (LEDGER, ["00000.tar"], WebDataset),
    ],
)
def test_a_ledger_beside_its_folder_is_no_table_of_pairs(columns, files, kind, tmp_path):
    fill(tmp_path, *files)
    pq.write_table(pa.table(columns), tmp_path / "00000.parquet")
    assert kind_of_folder(Location(str(tmp_path))) is kind


COCO = {"images": [{"id": 1, "file_name": "0.jpg"}], "annotations": [{"image_id": 1, "caption": "a cat"}]}


@pytest.mark.parametrize(
    ("name", "content", "others", "kind"),
    [
        ("annotations/captions.json", COCO, ["images/0.jpg"], PairJson),
        ("llava.json", [{"image": "0.jpg", "conversations": []}], ["0.jpg"], PairJson),
        ("llava.json", [{"image": "0.jpg", "conversations": []}], [], PairJson),
        ("0.json", {"caption": "a cat"}, ["0.jpg"], ImageFolder),
        ("0.jpg.json", [{"caption": "a cat"}], ["0.jpg"], ImageFolder),
        ("00000_stats.json", {"count": 3}, ["00000/0.jpg"], ImageFolder),
        ("instances.json", {**COCO, "annotations": []}, ["0.jpg"], ImageFolder),
        ("captions.json", COCO, ["0.jpg", "metadata.csv"], PairTable),
        ("dataset_info.json", {"x": 1}, ["train.parquet"], PairTable),
        ("captions.json", COCO, ["0.tar"], WebDataset),
        ("captions.json", COCO, ["0.jpg", "page.html"], HtmlAlt),
    ],
)
def test_json_is_read_where_it_holds_pairs_and_nothing_but_images_is_beside_it(
    name, content, others, kind, tmp_path
):
    fill(tmp_path, name, *others)
    (tmp_path / name).write_text(json.dumps(content))
    assert kind_of_folder(Location(str(tmp_path))) is kind
