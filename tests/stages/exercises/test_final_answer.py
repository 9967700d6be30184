import pytest

from vlcorpus.stages.exercises.final_answer import answer_in_parts, final_answer, stated_answer, steps_of


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


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("The interest is \\$1,090.", "\\$1,090"),
        ("The rate was 11.5%.", "11.5%"),
        ("In 3 years he earned \\$90.", "In 3 years he earned \\$90."),
        ("It is $x=90$.", "It is $x=90$."),
    ],
)
def test_the_sentence_that_answers_the_question(sentence, answer):
    begin = "$I = 90$\nWrite a complete sentence that answers the question."
    assert final_answer(f"{begin} {sentence}") == answer


@pytest.mark.parametrize(
    ("solution", "answer"),
    [
        ("ⓐ rational\nⓑ not $a = b$.", "ⓐ rational; ⓑ not $a = b$"),
        ("ⓐ rational", None),
        ("ⓑ rational\nⓐ irrational", None),
        ("ⓐ 4\nⓑ Teachers cannot be divided", None),
        ("Both: ⓐ 1 ⓑ 2", None),
    ],
)
def test_an_answer_for_each_part(solution, answer):
    assert answer_in_parts("Which are rational? ⓐ 1 ⓑ 2", solution) == answer
    assert answer_in_parts("Which are rational?", solution) is None


def test_steps_are_lines_without_their_numbers_and_notes():
    solution = "1. He has 3*4=<<3*4=12>>12 nuts.\n2) He eats two.\n\n#### 10"
    assert steps_of(solution) == ["He has 3*4=12 nuts.", "He eats two."]
    assert steps_of("解：设它为$x$。则$x=2$。") == ["设它为$x$。", "则$x=2$。"]
