"""Tables as img2dataset, open_clip, Hugging Face `datasets` and LLaVA write them."""

import json

import pyarrow as pa

from tests.catalogs.sources.pair_tables import PNG, parquet, save, tables


def test_of_a_list_of_captions_the_first_is_the_text_and_all_are_in_meta(tmp_path, read):
    captions = [["a cat", "a grey cat"], ["a dog"], []]
    rows = read(parquet(tmp_path, {"image": [PNG, PNG, PNG], "captions": captions}))
    assert [row.text for row in rows] == ["a cat", "a dog", ""]
    assert json.loads(rows[0].meta) == {"captions": ["a cat", "a grey cat"]}


def test_a_list_of_one_image_is_that_image_and_several_are_a_rejection(tmp_path, read):
    image = {"bytes": PNG, "path": None}
    rows = read(parquet(tmp_path, {"images": [[image], [image, image], []], "text": ["x", "y", "z"]}))
    assert [getattr(row, "reason", "row") for row in rows] == ["row", "image_ambiguous", "image_missing"]
    assert rows[0].content == PNG
    assert "2 images" in rows[1].detail


def test_a_table_of_open_clip_has_paths_and_titles(tmp_path, read):
    (row,) = read(save(tmp_path, "t.csv", "filepath,title\na.png,a cat\n"))
    assert (row.content, row.text) == (PNG + b"a.png", "a cat")


def test_a_download_that_failed_says_why(tmp_path, read):
    columns = {
        "caption": ["a cat", "a dog"],
        "status": ["success", "failed_to_download"],
        "error_message": [None, "HTTP Error 404: Not Found"],
        "jpg": pa.array([PNG, None], pa.binary()),
    }
    row, lost = read(parquet(tmp_path, columns))
    assert row.text == "a cat"
    assert (lost.reason, lost.detail) == ("download_failed", "HTTP Error 404: Not Found")


def test_a_table_of_open_clip_may_have_tabs(tmp_path, read):
    (row,) = read(save(tmp_path, "t.csv", 'filepath\ttitle\na.png\t"a cat, ""grey"""\n'))
    assert (row.content, row.text) == (PNG + b"a.png", 'a cat, "grey"')


def test_a_table_of_a_spreadsheet_may_have_semicolons(tmp_path, read):
    (row,) = read(save(tmp_path, "t.csv", "image;text;n\na.png;a cat, grey;1\n"))
    assert (row.text, json.loads(row.meta)) == ("a cat, grey", {"n": "1"})


def test_the_struct_of_a_hub_webdataset_says_what_its_json_says(tmp_path, read):
    said = [
        {"caption": "a grey cat", "url": "http://x", "license": "MIT", "key": "0", "status": "success"},
        {"caption": "a dog", "url": None, "license": None, "key": "1", "status": "success"},
        {"caption": "a bird", "url": None, "license": None, "key": "2", "status": "success"},
    ]
    columns = {
        "jpg": [PNG] * 3,
        "txt": ["a cat", "IMG_1.jpg", None],
        "json": said,
        "__key__": ["0", "1", "2"],
    }
    rows = read(parquet(tmp_path, columns))
    assert [row.text for row in rows] == ["a cat", "a dog", "a bird"]
    assert (rows[0].url, rows[0].license) == ("http://x", "MIT")
    assert json.loads(rows[0].meta) == {"__key__": "0", "caption": "a grey cat"}
    assert json.loads(rows[1].meta) == {"__key__": "1"}


def test_a_text_may_be_a_field_of_a_struct(tmp_path, read):
    said = [{"caption": "a cat", "alt": "x"}]
    (row,) = read(parquet(tmp_path, {"jpg": [PNG], "json": said}))
    assert (row.text, json.loads(row.meta)) == ("a cat", {"alt": "x"})
    (row,) = read(tables(tmp_path, text_column="json.alt"))
    assert (row.text, json.loads(row.meta)) == ("x", {"caption": "a cat"})
    (row,) = read(
        parquet(tmp_path, {"jpg": [PNG], "said": said}) and tables(tmp_path, text_column="said.alt")
    )
    assert row.text == "x"


def test_json_may_be_a_text_in_a_column(tmp_path, read):
    said = ['{"caption": "a cat"}', "no JSON", None]
    rows = read(parquet(tmp_path, {"jpg": [PNG] * 3, "json": said}))
    assert [row.text for row in rows] == ["a cat", "", ""]
    assert json.loads(rows[1].meta) == {"json": "no JSON"}


TURNS = [{"from": "human", "value": "<image>\nSay what you see."}, {"from": "gpt", "value": "a cat"}]


def test_of_a_conversation_the_first_answer_is_the_text_and_its_origin_is_told(tmp_path, read):
    (row,) = read(parquet(tmp_path, {"image": [PNG], "conversations": [TURNS], "id": ["7"]}))
    assert row.text == "a cat"
    assert json.loads(row.meta) == {
        "id": "7",
        "text_from": "the first answer of a conversation, which a model may have written",
    }
    (tmp_path / "t.parquet").unlink()
    line = json.dumps({"id": "7", "image": "a.png", "conversations": TURNS})
    assert read(save(tmp_path, "t.jsonl", line + "\n"))[0].text == "a cat"


def test_a_conversation_of_llama_factory_has_messages_and_images(tmp_path, read):
    turns = [{"role": "user", "content": "<image>Who?"}, {"role": "assistant", "content": "A cat."}]
    lines = [{"messages": turns, "images": ["a.png"]}, {"messages": turns, "images": ["a.png", "img/b.png"]}]
    row, several = read(save(tmp_path, "t.jsonl", "".join(json.dumps(line) + "\n" for line in lines)))
    assert (row.content, row.text) == (PNG + b"a.png", "A cat.")
    assert several.reason == "image_ambiguous"
