import re
from random import Random

import pytest

from tests.stages.stem.plane_geometry.problems.posed import posed
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.stages.generate.posing import find_posing
from vlcorpus.stages.generate.tell_problem import read_words, step_in_words, tell_problem, value_in_latex

POSING = find_posing("plane_geometry")


def told(lang):
    return [(s.problem, tell_problem(POSING, s.problem, lang, Random(n))) for n, s in enumerate(posed())]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_that_is_given_is_told_or_shown_and_the_answer_is_boxed_once(lang):
    for problem, said in told(lang):
        assert said.style == problem.variant
        answer = value_in_latex(problem.asked[0], problem.answer)
        assert said.answer.count(r"\boxed") == 1
        assert rf"\boxed{{{answer}}}" in said.answer.splitlines()[-1]
        for given in problem.givens:
            if given.claim.operation in ("length", "angle"):
                stated = (
                    f"{given.claim.arguments[0]} = {value_in_latex(given.claim.operation, given.claim.value)}"
                )
                assert (stated in said.text) is given.is_told
                assert stated in said.text + said.answer
        assert len(said.answer.splitlines()) - len(problem.steps) in (1, 2)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_slot_is_left_and_sentences_end(lang):
    for _, said in told(lang):
        for text in (said.text, said.answer):
            assert not re.search(r"\{(value|kind|points|lie|last|unknown)\}", text)
            assert text.count("$") % 2 == 0
            assert "  " not in text
        assert said.text[-1] in ".?。？"
        assert all(line[-1] in ".。" for line in said.answer.splitlines())


def test_a_letter_in_the_image_is_asked_for():
    asked = [said.text for problem, said in told("en") if problem.unknown]
    assert all(re.search(r"\$[xy?]\$", text) for text in asked)


@pytest.mark.parametrize(
    ("operation", "value", "latex"),
    [
        ("angle", "75/2", r"\frac{75}{2}^\circ"),
        ("length", "3*sqrt(2)", r"3\sqrt{2}"),
        ("disc", "25*pi/4", r"\frac{25\pi}{4}"),
        ("circumference", "pi", r"\pi"),
        ("sector", "pi/3", r"\frac{\pi}{3}"),
    ],
)
def test_values_are_latex_with_their_unit(operation, value, latex):
    assert value_in_latex(operation, value) == latex


def test_a_sum_that_is_squared_or_multiplied_is_in_brackets():
    words = r"$AB = \sqrt{a^2 + b^2} = v$, $AB \cdot c$"
    step = Step(
        "r",
        (),
        Claim(("length", "AB"), "7"),
        {"A": "P", "B": "Q"},
        {"a": "2*sqrt(3)", "b": "5", "c": "1+sqrt(2)"},
    )
    assert step_in_words(words, step, {}) == r"$PQ = \sqrt{(2\sqrt{3})^2 + 5^2} = 7$, $PQ \cdot (1+\sqrt{2})$"


def test_what_equals_itself_is_said_once():
    step = Step("r", (), Claim(("length", "AB"), "7/2"), {}, {"a": "7", "b": "2"})
    assert step_in_words(r"$AB = \frac{a}{b} = v$.", step, {}) == r"$AB = \frac{7}{2}$."


def test_a_polygon_keeps_the_name_that_the_text_gives_it():
    step = Step("r", (), Claim(("length", "AB"), "1"), dict(zip("ABCD", "QRSP", strict=True)), {})
    assert step_in_words("In $ABCD$, $AB$.", step, {"PQRS": "PQRS"}) == "In $PQRS$, $QR$."


def test_every_rule_has_words():
    words = read_words(POSING.rules)
    assert {step.rule for problem, _ in told("en") for step in problem.steps} <= words.keys()
