import pytest

from tests.stages.exercises.rows import figure, read
from tests.stages.inference.recorded import replaying
from vlcorpus.schemas.exercises.markup import IMAGE
from vlcorpus.stages.exercises.solve_again import SolveAgain, asked_text
from vlcorpus.stages.inference.model import Model


def test_it_is_asked_with_its_figures_and_options_and_without_its_answer():
    row = read(f"{IMAGE}Which?", "B", options=["1", "2"], answer_kind="option", figures=[figure()])
    (request,) = SolveAgain(Model(role="reasoner"), n_answers=3).requests(row)
    image, text = request.turns[0].parts
    assert image.bytes == figure().content
    assert "A. 1\nB. 2" in text
    assert request.sampling.n == 3


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("So it is $\\boxed{56}$.", None),
        ("So it is $\\boxed{54}$.", "answer_disputed"),
        ("No idea.", "answer_disputed"),
    ],
)
def test_the_model_confirms_or_disputes(tmp_path, reply, reason):
    row = read()
    (out,) = replaying(SolveAgain, row, [reply], tmp_path, n_answers=1)([row])
    assert getattr(out, "reason", None) == reason
    if reason is None:
        assert out.solved == "model"


def test_without_a_model_every_exercise_goes_on():
    row = read()
    assert list(SolveAgain(Model(role="reasoner"))([row])) == [row]


def test_options_stand_in_lines_of_their_own():
    assert asked_text(read("Which?", options=["1", "2"])) == "Which?\nA. 1\nB. 2"
