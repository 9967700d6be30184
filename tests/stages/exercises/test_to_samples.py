import pytest

from tests.stages.exercises.rows import figure, read
from vlcorpus.schemas.exercises.markup import IMAGE
from vlcorpus.schemas.sample import Generated
from vlcorpus.stages.exercises.to_samples import ToExerciseSamples, parts_of

SAID = Generated(
    role="translator",
    model_id="m-8B",
    model_revision=None,
    prompt_sha256="0",
    sampling="{}",
    seed=None,
    finish_reason="stop",
    n_out_tokens=3,
)


def sample(**fields):
    (made,) = ToExerciseSamples()([read(**fields)])
    return made


def test_steps_and_the_standard_answer_are_trained():
    made = sample(steps=["$7\\times 8=56$"], stated="56")
    user, assistant = made.messages
    assert "What is $7\\times 8$?" in user.content[0].text
    assert assistant.content[0].text == "$7\\times 8=56$\nThe answer is $\\boxed{56}$."
    assert (assistant.train, made.label_source, made.trainable) == (True, "upstream", True)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"answer": "red", "answer_kind": "words"}, "The answer is $\\boxed{\\text{red}}$."),
        ({"lang": "zh"}, "答案是$\\boxed{56}$。"),
    ],
)
def test_the_answer_by_its_kind_and_language(fields, told):
    assert sample(**fields).messages[1].content[0].text == told


def test_figures_stand_where_the_text_has_them():
    made = sample(statement=f"Of {IMAGE} and {IMAGE}, which?", figures=[figure(), figure()])
    kinds = [part.type for part in made.messages[0].content]
    assert kinds[:4] == ["text", "image", "text", "image"]
    assert [part.media for part in parts_of(f"{IMAGE}a{IMAGE}") if part.type == "image"] == [0, 1]


def test_a_translation_is_a_models_work():
    made = sample(translated_from="zh", generated=[SAID])
    assert (made.label_source, made.model) == ("model", "m-8B")
