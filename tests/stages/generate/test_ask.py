import re
from collections import Counter
from random import Random

import pytest

from tests.stages.generate.saying import N, legs, said, voice
from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.scenes.claims import NO, YES, Claim, claims_from_json
from vlcorpus.stages.generate.ask import ask, chances, distractors
from vlcorpus.stages.generate.measured import Measured
from vlcorpus.stages.generate.say_scenes import SayScenes

RATES = Measured()


def asked(tmp_path, claims, n=60, lang="en", rates=RATES):
    return [text for seed in range(n) for text in ask(voice(tmp_path, seed, lang), claims, rates, 9)]


def test_the_letter_of_a_choice_is_that_of_the_answer():
    choices = [text for _, text in said("question", max_questions=8) if text.style == "choice"]
    assert len(choices) > 60
    for text in choices:
        options = dict(re.findall(r"^([A-D])\. (.+)$", text.text, re.M))
        (claim,) = claims_from_json(text.claims)
        assert len(set(options.values())) == 4
        if text.lang == "en" and claim.operation not in ("kind",):
            assert options[text.answer] == claim.value
    shares = Counter(text.answer for text in choices)
    assert max(shares.values()) < 0.4 * len(choices)


def test_no_two_questions_of_a_scene_are_of_one_operation():
    for row in SayScenes(max_questions=8)(scenes(N)):
        operations = [
            (claim.expression[1][0] if claim.operation == "is" else claim.operation)
            for text in row.said
            if text.kind == "question"
            for claim in claims_from_json(text.claims)
        ]
        assert len(operations) == len(set(operations))


def test_what_surprises_is_asked_first_and_offers_what_one_would_guess(tmp_path):
    claims = [Claim(("side", "AB"), "3"), legs(value="4", prior=None), legs()]
    for seed in range(40):
        (text,) = ask(voice(tmp_path, seed), claims, RATES, 1)
        (claim,) = claims_from_json(text.claims)
        assert (claim.value, claim.prior) == ("5", "4")
        if text.style == "choice":
            assert re.search(r"^[A-D]\. 4$", text.text, re.M)


def test_of_yes_and_no_both_are_asked_whatever_one_would_guess(tmp_path):
    claims = [Claim(("side", "AB"), NO, prior=YES), Claim(("side", "CD"), YES)]
    found = Counter(claims_from_json(text.claims)[0].value for text in asked(tmp_path, claims))
    assert found.keys() == {YES, NO}


def test_whether_it_is_so_is_asked_of_what_is_and_of_what_one_would_guess(tmp_path):
    shape = Claim(("shape", "it"), "oval", rivals=("square", "round", "flat"), prior="round")
    found = {
        (claim.expression[2], claim.value, claim.prior)
        for text in asked(tmp_path, [shape])
        for claim in claims_from_json(text.claims)
    }
    assert found == {("oval", YES, NO), ("round", NO, YES)}


def test_yes_is_as_frequent_as_no_although_more_is_wrong():
    """Unless measured rates say more, of whichever value."""
    offers = [("shape?oval", {YES: []}), ("shape?square", {NO: []}), ("shape?flat", {NO: []})]
    assert chances(offers) == [0.5, 0.25, 0.25]
    assert chances([("shape", {"oval": []}), *offers]) == [0.5, 0.25, 0.125, 0.125]
    assert chances([("shape?oval", {YES: [], NO: []}), ("shape?flat", {NO: []})]) == [0.75, 0.25]
    assert chances([("shape/big", {"oval": []}), ("shape/small", {"oval": []})]) == [0.5, 0.5]


@pytest.mark.parametrize(
    ("value", "boxed"),
    [
        ("(1+2*sqrt(3))/5", r"\boxed{\frac{1+2\sqrt{3}}{5}}"),
        ("-7/2", r"\boxed{-\frac{7}{2}}"),
        ("AB", r"\boxed{AB}"),
        ("half of it", None),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_a_formula_can_be_is_boxed_as_latex(tmp_path, value, boxed, lang):
    texts = asked(tmp_path, [Claim(("side", "CD"), value)], lang=lang)
    assert {text.answer for text in texts if text.style == "boxed"} == ({boxed} if boxed else set())
    written = value.replace("*sqrt(3)", "√3")
    assert {text.answer for text in texts if text.style == "phrase"} == {written[0].upper() + written[1:]}


def test_a_number_is_as_often_the_least_as_the_greatest():
    claim = Claim(("legs", "it"), "6", rivals=("3", "4", "5", "7", "8", "9", "10"))
    random = Random(1)
    ranks = Counter(sum(int(wrong) < 6 for wrong in distractors(claim, random)) for _ in range(400))
    assert all(70 < ranks[rank] < 130 for rank in range(4))
    assert set(distractors(Claim(("legs", "it"), "0", rivals=("1", "2", "3")), random)) == {"1", "2", "3"}


def test_an_answer_of_rate_0_is_never_asked_for(tmp_path):
    rates = Measured("1", (), {"legs": {"5": 0.0}})
    assert asked(tmp_path, [legs()], rates=rates) == []
    assert len(asked(tmp_path, [legs()])) == 60
