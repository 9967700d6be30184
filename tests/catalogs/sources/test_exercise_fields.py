import pytest

from vlcorpus.catalogs.sources.exercise_fields import answer_of, exercise_columns, options_of
from vlcorpus.schemas.errors import Reject


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("question", "answer"), {"question": "question", "answer": "answer"}),  # GSM8K
        (
            ("problem", "answer_option_list", "answer_analysis", "answer_value"),  # TAL-SCQ
            {
                "question": "problem",
                "options": "answer_option_list",
                "answer": "answer_value",
                "solution": "answer_analysis",
            },
        ),
        (
            ("Problem", "Rationale", "correct"),
            {"question": "Problem", "answer": "correct", "solution": "Rationale"},
        ),
    ],
)
def test_columns_are_found_by_their_names(names, found):
    assert exercise_columns(names, {}) == found


def test_a_chosen_column_comes_first():
    assert exercise_columns(("question", "text"), {"question": "text"})["question"] == "text"


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
        (None, [], ""),
    ],
)
def test_answers_in_every_layout(value, options, answer):
    assert answer_of(value, options) == answer


def test_a_number_that_is_an_option_and_an_index_is_ambiguous():
    with pytest.raises(Reject, match="index"):
        answer_of(2, ["1", "2", "3"])
