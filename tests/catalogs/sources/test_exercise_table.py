import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.factories import png
from tests.stages.exercises.rows import data_uri
from vlcorpus.catalogs.sources.open_exercises import open_exercises
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.exercises.exercise import FoundExercise

IMAGE = png(8, 8, "red")


def rows(folder, **options):
    source = open_exercises([str(folder)], columns={}, **options)
    return [row for part in source.partitions(source.list_items()) for row in source.read(part)]


def test_json_beside_its_pictures(tmp_path):
    (tmp_path / "a.png").write_bytes(IMAGE)
    records = [{"question": "What?", "image": "a.png", "answer": 3, "level": 2}, {"question": "Why?"}]
    (tmp_path / "set.json").write_text(json.dumps(records))
    one, two = rows(tmp_path)
    assert isinstance(one, FoundExercise)
    assert (one.question, one.answer, one.images, one.meta) == ("What?", "3", [IMAGE], '{"level": 2}')
    assert (two.question, two.answer, two.images) == ("Why?", "", [])


def test_parquet_with_bytes_and_several_pictures(tmp_path):
    table = pa.table(
        {
            "question": ["What?"],
            "options": [["A)1", "B)2"]],
            "answer": ["B"],
            "image_1": [{"bytes": IMAGE, "path": "x.png"}],
            "image_2": [{"bytes": png(4, 4, "blue"), "path": "y.png"}],
        }
    )
    pq.write_table(table, tmp_path / "set.parquet")
    (row,) = rows(tmp_path)
    assert (row.options, row.answer, row.images) == (["1", "2"], "B", [IMAGE, png(4, 4, "blue")])


def test_pictures_in_the_markup_of_a_question(tmp_path):
    question = f"<p>See <img src='{data_uri(IMAGE)}'></p>"
    (tmp_path / "set.jsonl").write_text(json.dumps({"problem": question, "context": "Before."}) + "\n")
    (row,) = rows(tmp_path)
    assert row.images == [IMAGE]
    assert row.question == f"Before.\n{question}"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"question": ""}, "question_missing"),
        ({"question": "What?", "image": "gone.png"}, "file_missing"),
        ({"question": "What?", "image": "../a.png"}, "path_outside"),
        ({"question": "What?", "image": "https://x/a.png"}, "image_not_local"),
        ({"question": "What?", "options": ["1", "2"], "answer": 1}, "answer_ambiguous"),
    ],
)
def test_what_cannot_be_taken_is_a_reject_with_its_reason(tmp_path, record, reason):
    (tmp_path / "set.json").write_text(json.dumps([record]))
    (row,) = rows(tmp_path)
    assert row.reason == reason


@pytest.mark.parametrize(
    ("name", "said"), [("text", "It has text. Say which"), ("Questions", "Did you mean Questions[?]")]
)
def test_a_set_without_questions_says_which_columns_it_has(tmp_path, name, said):
    (tmp_path / "set.json").write_text(json.dumps([{name: "What?"}]))
    with pytest.raises(ConfigError, match=f"{said}.*--set fields.question=NAME"):
        rows(tmp_path)


def test_a_question_that_holds_its_options(tmp_path):
    choices = [{"text": "1", "label": "A"}, {"text": "2", "label": "B"}]
    arc = {"question": {"stem": "Which is the largest?", "choices": choices}, "answerKey": "B"}
    (tmp_path / "set.json").write_text(json.dumps([arc]))
    (row,) = rows(tmp_path)
    assert (row.question, row.options, row.answer) == ("Which is the largest?", ["1", "2"], "B")


def test_a_folder_in_the_path_of_a_picture_that_is_not_there(tmp_path):
    (tmp_path / "a.png").write_bytes(IMAGE)
    (tmp_path / "set.json").write_text(json.dumps([{"question": "What?", "image": "images/a.png"}]))
    (missing,) = rows(tmp_path)
    assert missing.reason == "file_missing"
    assert missing.detail.endswith("a.png is there: image_prefix=images/ would take it")
    (found,) = rows(tmp_path, image_prefix="images/")
    assert found.images == [IMAGE]
