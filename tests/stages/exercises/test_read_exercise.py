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
    ("solution", "answer"),
    [
        ("Rational: $0.75, 0.2\\overline{3}, \\sqrt{36}$. Irrational: $1.39\\ldots$", True),
        ("$x+3=5$, so $x=2$", False),
        ("$1,200 \\cdot 0.03 \\cdot 5 = 36 \\cdot 5 = 180$", False),
    ],
)
def test_a_solution_that_gives_no_reason_is_an_answer(stage, solution, answer):
    (read,) = stage([found("Which are they?", solution=solution)])
    assert (read.answer, len(read.steps)) == ((solution, 0) if answer else ("", 1))


def test_formulas_without_their_dollars(stage):
    (read,) = stage([found("What is it?", options=["\\sqrt { 2 }", "10"], answer="A")])
    assert read.options == ["$\\sqrt { 2 }$", "10"]
    (read,) = stage([found("What is it?", answer="\\dfrac{3}{4}")])
    assert (read.answer, read.answer_kind) == ("\\frac{3}{4}", "mathematics")


@pytest.mark.parametrize("solution", ["Nil", "omitted.", "NA", "略", "$3$", "B", "$$ $$ $$ $$"])
def test_what_is_no_solution_has_no_steps(stage, solution):
    (read,) = stage([found("What is it?", answer="3", solution=solution)])
    assert (read.answer, read.steps) == ("3", [])


def test_steps_in_pictures_are_not_told(stage):
    (read,) = stage([found("What is it?", answer="3", solution="Divide.<br><img>")])
    assert (read.answer, read.steps) == ("3", [])


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
