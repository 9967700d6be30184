import pytest

from vlcorpus.catalogs.sources.exercise_values import answer_of, options_of, texts_of
from vlcorpus.schemas.errors import Reject


@pytest.mark.parametrize(
    "value",
    [
        ["A)21", "B)23"],  # AQuA
        ["21", "23"],
        [[{"aoVal": "A", "content": "21"}], [{"aoVal": "B", "content": "23"}]],  # TAL-SCQ
        {"A": "21", "B": "23"},
        {"label": ["A", "B"], "text": ["21", "23"]},  # ARC
        "A) 21 B) 23",
        [21.0, 23],
        {"A": 21, "B": "23", "C": None},  # a row of Parquet in which others have three
        [{"label": "B", "content": 23}, {"label": "A", "content": 21}],
        "['21', '23']",  # MMMU
        "21\n23",
    ],
)
def test_options_in_every_layout(value):
    assert options_of(value) == ["21", "23"]


@pytest.mark.parametrize(
    ("value", "options", "answer"),
    [
        ("B", ["1", "2"], "B"),
        (["D"], ["1", "2", "3", "4"], "D"),  # GaoKao-Bench
        ("AC", ["1", "2", "3"], "A, C"),
        (1, ["cat", "dog"], "B"),  # ScienceQA: an index
        ("dog", ["cat", "dog"], "B"),
        (48, [], "48"),
        (145.0, [], "145"),
        ({"text": "dog"}, ["cat", "dog"], "B"),
        ({"id": 3, "text": "dog"}, ["cat", "dog"], "B"),
        ({"label": "B"}, ["cat", "dog"], "B"),
        ({"value": 2}, [], "2"),
        ([["2"], ["-2"]], [], "2\n-2"),
        ([], ["cat", "dog"], ""),
        (float("nan"), [], ""),
        (None, [], ""),
    ],
)
def test_answers_in_every_layout(value, options, answer):
    assert answer_of(value, options) == answer


def test_a_number_that_is_an_option_and_an_index_is_ambiguous():
    with pytest.raises(Reject, match="index"):
        answer_of(2, ["1", "2", "3"])


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"label": ["A"], "text": ["21", "23"]}, "question_incomplete"),
        ({"B": "21", "C": "23"}, "question_incomplete"),
        ({"label": ["1", "2"], "text": ["21", "23"]}, "question_incomplete"),
        ("21, 23", "question_incomplete"),
        (5, "text_not_a_string"),
        ([{"x": 1}, {"x": 2}], "text_not_a_string"),
    ],
)
def test_options_that_nobody_can_tell(value, reason):
    with pytest.raises(Reject, match=reason):
        options_of(value)


def test_an_option_that_is_gone_keeps_its_place():
    assert options_of({"A": None, "B": "23"}) == ["", "23"]


def test_an_object_that_calls_none_of_its_fields_a_text():
    assert texts_of(["a", {"text": "b"}, None]) == ["a", "b"]
    with pytest.raises(Reject, match="dict of q"):
        texts_of({"q": "a"})
