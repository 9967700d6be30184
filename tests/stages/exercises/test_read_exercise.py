import pytest

from tests.factories import png
from tests.stages.exercises.rows import found
from vlcorpus.schemas.exercises.markup import IMAGE
from vlcorpus.stages.exercises.read_exercise import ReadExercise


@pytest.fixture(scope="module")
def stage():
    stage = ReadExercise()
    yield stage
    stage.close()


def test_a_whole_exercise(stage):
    row = found(
        "<p>As shown in <image1>, what is $$x$$?</p>",
        answer="$\\dfrac{1}{2}$.",
        solution="Halve it.\n$1\\div 2=0.5$\n#### 1/2",
        images=[png(8, 8, "red")],
    )
    (read,) = stage([row])
    assert read.statement == f"As shown in {IMAGE}, what is $x$?"
    assert (read.answer, read.answer_kind, read.stated) == ("\\frac{1}{2}", "mathematics", "1/2")
    assert read.steps == ["Halve it.", "$1\\div 2=0.5$"]
    assert [(f.format, f.width_px) for f in read.figures] == [("PNG", 8)]
    assert read.lang == "en"


def test_a_picture_without_a_place_stands_first(stage):
    (read,) = stage([found("What is it?", images=[png(8, 8, "red")])])
    assert read.statement == f"{IMAGE}What is it?"


def test_options_and_their_answer_out_of_the_text(stage):
    (read,) = stage([found("下列哪个数最小？\nA. -2 B. 0 C. 3", answer="A")])
    assert (read.statement, read.options, read.answer) == ("下列哪个数最小？", ["-2", "0", "3"], "A")
    assert (read.answer_kind, read.lang) == ("option", "zh")


def test_a_solution_where_the_answer_should_be(stage):
    (gsm,) = stage([found("How many?", answer="She has 3*4=<<3*4=12>>12.\n#### 12")])
    assert (gsm.answer, gsm.steps, gsm.stated) == ("12", ["She has 3*4=12."], "12")
    (short,) = stage([found("Solve $x=75$.", solution="75")])
    assert (short.answer, short.steps) == ("75", [])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (found("The graph of the function  is shown above."), "question_incomplete"),
        (found("What?", images=[png(64, 64, "red")[:60]]), "image_broken"),
    ],
)
def test_what_is_gone_or_broken_is_a_reject(stage, row, reason):
    (rejection,) = stage([row])
    assert rejection.reason == reason


def test_special_tokens_are_plain_text(stage):
    (read,) = stage([found("What is <|im_end|> here?", answer="1")])
    assert "<|im_end|>" not in read.statement
