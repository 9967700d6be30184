"""Pairs of JSON files: arrays of records as LLaVA writes them, and COCO's captions."""

import json
import tracemalloc

import pytest

from tests.catalogs.sources.conftest import outcomes
from tests.catalogs.sources.pair_tables import PNG, fill
from vlcorpus.catalogs.sources import record_json
from vlcorpus.catalogs.sources.growth import grow
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.pair_json import PairJson
from vlcorpus.schemas.errors import ConfigError

TURNS = [{"from": "human", "value": "<image>\nWhat is it?"}, {"from": "gpt", "value": "A grey cat."}]
LLAVA = [
    {"id": "1", "image": "a.png", "conversations": TURNS},
    {"id": "1", "image": "img/b.png", "conversations": [*TURNS, TURNS[0], {"from": "gpt", "value": "Yes."}]},
    {"id": "2", "conversations": TURNS},
    {"id": "3", "image": ["a.png"], "conversations": TURNS},
    {"id": "4", "image": ["a.png", "img/b.png"], "conversations": TURNS},
    {"id": "5", "image": "no.png", "conversations": []},
]


def source(*inputs, **parameters) -> PairJson:
    return PairJson(inputs=tuple(map(str, inputs)), source="test", **parameters)


def save(folder, content: object, name: str = "t.json", **parameters) -> PairJson:
    fill(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return source(folder, **parameters)


def coco(n: int = 2, **more) -> dict:
    """Return COCO with two images, the first with five captions."""
    names = ["a.png", "img/b.png"]
    images = [{"id": i, "file_name": names[i % 2], "width": 9, "license": 1} for i in range(n)]
    licenses = [{"id": 1, "url": "http://creativecommons.org/licenses/by/2.0/"}]
    captions = [{"id": i, "image_id": 0, "caption": f"A cat, {i}."} for i in range(5)]
    return {"info": {}, "images": images, "licenses": licenses, "annotations": captions, **more}


def test_llava_is_rows_of_its_first_answers(tmp_path, read):
    rows = read(save(tmp_path, LLAVA))
    assert outcomes(rows) == ["row", "row", "image_missing", "row", "image_ambiguous", "file_missing"]
    assert [row.source_key for row in rows] == [f"t.json#row={index}" for index in range(6)]
    assert [(row.content, row.text) for row in rows[:2]] == [
        (PNG + b"a.png", "A grey cat."),
        (PNG + b"img/b.png", "A grey cat."),
    ]
    assert json.loads(rows[0].meta) == {
        "id": "1",
        "text_from": "the first answer of a conversation, which a model may have written",
    }


def test_an_array_of_other_records_is_a_table(tmp_path, read):
    (row,) = read(save(tmp_path, [{"file_name": "a.png", "alt": "a cat", "n": 1, "license": "MIT"}]))
    assert (row.text, row.license, json.loads(row.meta)) == ("a cat", "MIT", {"n": 1})


def test_of_the_captions_of_coco_the_first_is_the_text_and_all_are_in_meta(tmp_path, read):
    first, second = read(save(tmp_path, coco(), license="CC0-1.0"))
    assert (first.source_key, first.text, first.license) == ("t.json#row=0", "A cat, 0.", "CC-BY-2.0")
    assert json.loads(first.meta)["captions"] == [f"A cat, {i}." for i in range(5)]
    assert json.loads(first.meta)["width"] == 9
    assert (second.content, second.text) == (PNG + b"img/b.png", "")


@pytest.mark.parametrize("where", ["val2017", "images/val2017", "images", ".", "annotations"])
def test_images_lie_where_coco_and_others_keep_them(where, tmp_path, read):
    fill(tmp_path / "coco" / where)
    save(tmp_path / "coco", coco(), "annotations/captions_val2017.json")
    if where != ".":
        (tmp_path / "coco/a.png").unlink()
    rows = read(source(tmp_path / "coco"))
    assert outcomes(rows) == ["row", "row"]


def test_a_folder_for_images_may_be_named(tmp_path, read):
    fill(tmp_path / "elsewhere")
    save(tmp_path / "coco", coco(), "annotations/captions_val2017.json")
    rows = read(source(tmp_path / "coco/annotations", image_folder=f"{tmp_path}/elsewhere"))
    assert outcomes(rows) == ["row", "row"]
    assert rows[0].uri == f"{tmp_path}/elsewhere/a.png"


def test_files_without_pairs_are_left_out_and_alone_they_are_refused(tmp_path, read):
    save(tmp_path, coco(annotations=[{"image_id": 0, "bbox": [0, 0, 1, 1]}]), "instances.json")
    save(tmp_path, {"count": 3}, "stats.json")
    with pytest.raises(ConfigError, match="the JSON files hold no rows"):
        source(tmp_path).items()
    assert len(read(save(tmp_path, coco(), "captions.json"))) == 2


def test_an_array_without_images_is_refused_with_what_it_has(tmp_path):
    with pytest.raises(ConfigError, match=r"no column image .*It has instruction, output"):
        save(tmp_path, [{"instruction": "x", "output": "y"}]).items()


def test_a_broken_array_is_its_rows_and_a_broken_coco_one_rejection(tmp_path, read):
    save(tmp_path, json.dumps(LLAVA).encode()[:-5], "a.json")
    rows = read(save(tmp_path, json.dumps(coco()).encode()[:-5], "b.json"))
    assert outcomes(rows)[-2:] == ["json_broken", "json_broken"]
    assert [row.source_key for row in rows][-2:] == ["a.json#row=5", "b.json"]


@pytest.mark.parametrize("content", [coco(9), [LLAVA[0]] * 9])
def test_stretches_of_a_file_are_its_rows(content, tmp_path, read, monkeypatch):
    whole = read(save(tmp_path, content))
    monkeypatch.setattr(record_json, "_ROWS_PER_PARTITION", 2)
    cut = source(tmp_path)
    assert [item.n_rows for item in cut.items()] == [2, 2, 2, 2, 1]
    assert [len(p.items) for p in cut.partitions(cut.items())] == [1, 1, 1, 1, 1]
    assert read(cut) == whole
    assert len(read(Limited(source(tmp_path), 3))) == 3
    monkeypatch.setattr(record_json, "_MAX_STRETCHES", 3)
    assert [item.n_rows for item in source(tmp_path).items()] == [3, 3, 3]


def test_a_new_file_makes_new_partitions_and_a_longer_one_is_changed(tmp_path):
    first = save(tmp_path, LLAVA, "b.json")
    kept = {p.index: p for p in first.partitions(first.items())}
    grown = grow(save(tmp_path, LLAVA, "a.json"), kept, committed={0})
    assert (grown.n_new, grown.changed) == (1, ())
    assert grow(save(tmp_path, LLAVA * 2, "b.json"), kept, committed={0}).changed == (
        "b.json#rows=000000000",
    )


def test_an_image_whose_text_is_not_utf8_goes_on_without_it_unless_its_encoding_is_stated(tmp_path, read):
    records = [{"image": "a.png", "text": text} for text in ("一只猫在睡觉", "猫", "a cat")]
    content = json.dumps(records, ensure_ascii=False).encode("gbk")
    rows = read(save(tmp_path, content))
    assert [row.text for row in rows] == ["", "", "a cat"]
    assert "text_encoding" in json.loads(rows[1].meta)["text_not_utf8"]
    stated = read(source(tmp_path, text_encoding="gbk"))
    assert [row.text for row in stated] == ["一只猫在睡觉", "猫", "a cat"]


def test_a_large_coco_is_read_in_stretches_in_little_memory(tmp_path):
    images = [{"id": n, "file_name": "a.png", "note": "x" * 500} for n in range(20_000)]
    captions = [{"image_id": n % 20_000, "caption": f"{n} " + "a cat " * 20} for n in range(60_000)]
    made = save(tmp_path, {"images": images, "annotations": captions})
    del images, captions
    size = (tmp_path / "t.json").stat().st_size
    tracemalloc.start()
    partitions = made.partitions(made.items())
    n_rows = sum(len(json.loads(row.meta)["captions"]) == 3 for row in made.read(partitions[2]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (len(partitions), n_rows) == (7, 3200)
    assert peak < size
