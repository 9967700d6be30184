import pytest

from tests.stages.exercises.rows import read
from vlcorpus.stages.exercises.check_solution import CheckSolution


@pytest.fixture(scope="module")
def stage():
    stage = CheckSolution()
    yield stage
    stage.close()


def test_a_solution_that_comes_to_the_answer_confirms_it(stage):
    (row,) = stage([read(steps=["$7\\times 8=56$"], stated="56")])
    assert row.solved == "solution"


def test_what_says_nothing_of_the_answer_confirms_nothing(stage):
    rows = [read(), read(steps=["$7\\times 8=56$"])]
    assert list(stage(rows)) == rows


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"stated": "54"}, "answer_disputed"),
        ({"steps": ["$7\\times 8=54$"]}, "step_wrong"),
        ({"stated": "$9^{9^{9^{9}}}$", "answer": "$8^{8^{8^{8}}}$"}, "cpu_limit"),
    ],
)
def test_what_contradicts_is_a_reject(fields, reason):
    stage = CheckSolution(cpu_s=3.0)
    try:
        (rejection,) = stage([read(**fields)])
    finally:
        stage.close()
    assert rejection.reason == reason
