import re
from random import Random

import pytest

from tests.stages.stem.plane_geometry.problems.posed import posed
from vlcorpus.stages.generate.posing import find_posing
from vlcorpus.stages.generate.tell_problem import read_words, tell_problem

POSING = find_posing("plane_geometry")


def told(lang):
    return [(s.problem, tell_problem(POSING, s.problem, lang, Random(n))) for n, s in enumerate(posed())]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_that_is_given_is_told_or_shown_and_the_answer_is_boxed_once(lang):
    for problem, said in told(lang):
        assert said.style == problem.variant
        answer = POSING.wording.value(problem.asked[0], problem.answer)
        assert said.answer.count(r"\boxed") == 1
        assert rf"\boxed{{{answer}}}" in said.answer.splitlines()[-1]
        for given in problem.givens:
            if given.claim.operation in ("length", "angle"):
                value = POSING.wording.value(given.claim.operation, given.claim.value)
                stated = f"{given.claim.arguments[0]} = {value}"
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


def test_every_rule_has_words():
    words = read_words(POSING.rules)
    assert {step.rule for problem, _ in told("en") for step in problem.steps} <= words.keys()
