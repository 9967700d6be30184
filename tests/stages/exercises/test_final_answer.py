import pytest

from vlcorpus.stages.exercises.final_answer import final_answer, stated_answer, steps_of


@pytest.mark.parametrize(
    ("solution", "answer"),
    [
        ("So it is $\\boxed{\\frac{1}{2}}$.", "\\frac{1}{2}"),
        ("First \\boxed{1}, then \\boxed{2}.", "2"),
        ("3 * 4 = 12\n#### 12", "12"),
        ("排除法，故选$\\text{D}$．", "D"),
        ("It is an even number.", None),
        ("\\boxed{never closed", None),
    ],
)
def test_what_a_solution_marks_as_its_answer(solution, answer):
    assert stated_answer(solution) == answer


def test_what_is_called_the_answer_in_words():
    assert final_answer("We add them.\nThe answer is 12.") == "12"
    assert final_answer("1250÷25=50，答：正确的商是50．") == "正确的商是50"
    assert stated_answer("The answer is 12.") is None


def test_steps_are_lines_without_their_numbers_and_notes():
    solution = "1. He has 3*4=<<3*4=12>>12 nuts.\n2) He eats two.\n\n#### 10"
    assert steps_of(solution) == ["He has 3*4=12 nuts.", "He eats two."]
    assert steps_of("解：设它为$x$。则$x=2$。") == ["设它为$x$。", "则$x=2$。"]
