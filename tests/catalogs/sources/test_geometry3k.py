import json

import pytest

from tests.factories import png
from vlcorpus.catalogs.sources.geometry3k import Geometry3k, is_geometry3k, question_of
from vlcorpus.catalogs.sources.open_exercises import open_exercises

RECORD = {
    "problem_text": "Find x.",
    "annotat_text": "Find $x$.",
    "compact_text": "Find x.",
    "choices": ["12", "13"],
    "answer": "B",
    "data_type": "train",
}


@pytest.fixture
def folder(tmp_path):
    for number in ("1", "2"):
        (tmp_path / number).mkdir()
        (tmp_path / number / "data.json").write_text(json.dumps(RECORD))
        (tmp_path / number / "logic_form.json").write_text("{}")
    (tmp_path / "1/img_diagram.png").write_bytes(png(8, 8, "red"))
    (tmp_path / "1/img_diagram_point.png").write_bytes(png(8, 8, "blue"))
    return tmp_path


@pytest.mark.parametrize("name", [".", "*/data.json", "**/data.json"])
def test_a_folder_is_an_exercise_with_the_picture_beside_it(folder, name):
    source = open_exercises([f"{folder}/{name}"], columns={})
    assert type(source) is Geometry3k
    one, two = (row for part in source.partitions(source.list_items()) for row in source.read(part))
    assert (one.question, one.options, one.answer) == ("Find $x$.", ["12", "13"], "B")
    assert one.images == [png(8, 8, "red")]
    assert two.reason == "file_missing"


def test_other_json_is_no_geometry3k():
    assert is_geometry3k(["1/data.json", "1/logic_form.json"])
    assert not is_geometry3k(["1/data.json"])
    assert not is_geometry3k(["1/data.json", "1/logic_form.json", "more.json"])


@pytest.mark.parametrize(
    ("annotated", "compact", "question"),
    [
        ("Find $m \\widehat{A B}$", "Find m \\widehat AB.", "Find $m \\widehat{A B}$"),
        ("Refer to Exercise 3.", "Find m \\widehat AB.", "Find m $\\widehat{AB}$."),
        (
            "See 4.",
            "If \\triangle RST \\cong \\triangle ABC, find y.",
            "If $\\triangle RST \\cong \\triangle ABC$, find y.",
        ),
        ("See 5.", "In \\odot X, AB = 30.", "In $\\odot X$, AB = 30."),
        ("Find x.", "", "Find x."),
    ],
)
def test_the_question_is_what_the_annotators_mended(annotated, compact, question):
    assert question_of(annotated, compact) == question
