import pytest

from tests.stages.exercises.rows import figure, read
from vlcorpus.filters.exercises.exercise import (
    answer_ambiguous,
    answer_missing,
    answer_not_an_option,
    figure_missing,
    question_incomplete,
    question_irrelevant,
)
from vlcorpus.schemas.exercises.exercise import AnswerKind
from vlcorpus.schemas.exercises.markup import IMAGE

OPTION = {"answer_kind": AnswerKind.OPTION}


@pytest.mark.parametrize(
    ("row", "is_wrong"),
    [
        (read("Solve $x+1=2$."), False),
        (read("3"), True),
        (read("扫码关注公众号，查看更多试题和答案解析"), True),
        (read("Log in to see the whole exercise and its answer."), True),
        (read("这个图形的面积？", lang="zh"), False),
    ],
)
def test_irrelevant(row, is_wrong):
    assert (question_irrelevant(row) is not None) is is_wrong


@pytest.mark.parametrize(
    ("row", "is_wrong"),
    [
        (read("What is $2$?"), False),
        (read("What is $2"), True),  # a formula that does not end
        (read("The sum of 2 and"), True),
        (read("小明比小强大岁．", options=["$5$", "$6$"], **OPTION), True),  # its blank is gone
        (read("小明比小强大几岁？", options=["$5$", "$6$"], **OPTION), False),
        (read("Which?", options=["5", "5"], **OPTION), True),
        (read("Which?", options=["5", ""], **OPTION), True),
        (read("Which is the largest?", answer="B"), True),  # its options are gone
        (read("A, B and C run. Who is first?", answer="B"), False),
        (read("Which is the largest?", answer="B", figures=[figure()]), False),
    ],
)
def test_incomplete(row, is_wrong):
    assert (question_incomplete(row) is not None) is is_wrong


@pytest.mark.parametrize(
    ("row", "is_wrong"),
    [
        (read("As shown in the figure, what is $x$?"), True),
        (read("如图，求面积。"), True),
        (read("As shown in the figure, what is $x$?", figures=[figure()]), False),
        (read("Figure out how many there are."), False),
        (read(f"{IMAGE}{IMAGE}Which?", figures=[figure()]), True),
    ],
)
def test_without_its_figure(row, is_wrong):
    assert (figure_missing(row) is not None) is is_wrong


@pytest.mark.parametrize("answer", ["", "略", "See the solution.", "Answers will vary", f"{IMAGE}", "N/A"])
def test_no_answer(answer):
    assert answer_missing(read(answer=answer)) == "answer_missing"
    assert answer_missing(read(answer="0")) is None


@pytest.mark.parametrize(
    ("answer", "kind", "is_wrong"),
    [("B", "option", False), ("A, B", "option", False), ("E", "option", True), ("12", "words", True)],
)
def test_an_answer_names_an_option(answer, kind, is_wrong):
    row = read("Which?", answer, options=["1", "2"], answer_kind=kind)
    assert (answer_not_an_option(row) is not None) is is_wrong


def test_an_essay_is_no_answer_that_can_be_compared():
    assert answer_ambiguous(read(answer="x" * 121, answer_kind=AnswerKind.WORDS)) == "answer_ambiguous"
    assert answer_ambiguous(read(answer="x" * 121)) is None
