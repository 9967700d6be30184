"""What comes out of the inputs on which captions were wrong once, as real tools write them."""

import shutil
import subprocess
from collections import Counter

import pytest

from tests.catalogs.sources.conftest import outcomes
from vlcorpus.catalogs.sources.open_pairs import open_pairs
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.rejection import Rejection

pytestmark = pytest.mark.shared
DRAWN = "A drawn picture of shapes, number 100, on a soft background"

CASES = {
    "cases/captions/img2dataset_files": ({"row": 5, "download_failed": 1}, DRAWN),
    "cases/captions/img2dataset_parquet": ({"row": 5, "download_failed": 1}, DRAWN),
    "cases/captions/dead_links": ({"row": 50, "download_failed": 200}, DRAWN),
    "cases/captions/hf/captions_list.parquet": ({"row": 4}, DRAWN),
    "cases/captions/hf/images_list.parquet": ({"row": 4}, DRAWN),
    "cases/captions/hf/hub_webdataset.parquet": ({"row": 4}, DRAWN),
    "cases/captions/wds/avif.tar": ({"row": 3}, DRAWN),
    "cases/captions/wds/jfif.tar": ({"row": 3}, DRAWN),
    "cases/captions/wds/dotted.tar": ({"image_ambiguous": 1}, None),
    "cases/captions/wds/txt_is_file_name.tar": ({"row": 3}, DRAWN),
    "cases/captions/wds/text_latin1.tar": ({"row": 3}, ""),
    "cases/captions/drawings": ({"row": 5}, "line chart with two peaks"),
    "cases/captions/copies": ({"row": 80}, DRAWN),
    "grounding/datumaro/coco_dataset/coco": ({"row": 2}, "hello"),
    "posttrain/mm/mllm_demo.json": ({"image_ambiguous": 2, "file_missing": 4}, None),
}


@pytest.mark.parametrize("case", CASES)
def test_what_comes_out_of_a_case(case, shared, read):
    expected, text = CASES[case]
    rows = read(open_pairs([str(shared / case)]))
    assert Counter(outcomes(rows)) == expected
    first = next((row for row in rows if not isinstance(row, Rejection)), None)
    assert (first and first.text) == text


def test_absolute_paths_in_the_own_folder_are_rows(shared, tmp_path, read):
    for file in (shared / "cases/captions/absolute").iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    subprocess.run(["sh", "make_table.sh"], cwd=tmp_path, check=True)
    rows = read(open_pairs([f"{tmp_path}/pairs.csv"]))
    assert [row.text for row in rows] == ["A drawn picture one", "A drawn picture two"]


def test_a_table_of_addresses_says_how_to_download_them(shared):
    with pytest.raises(ConfigError, match=r"img2dataset --url_list .* --url_col URL --caption_col TEXT"):
        open_pairs([str(shared / "cases/captions/urls_only/laion_meta.parquet")]).items()
