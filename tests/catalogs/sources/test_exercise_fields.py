import pytest

from vlcorpus.catalogs.sources.exercise_fields import exercise_columns


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
