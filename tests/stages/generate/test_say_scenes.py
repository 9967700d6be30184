import json
import re
from collections import Counter

from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.scenes.claims import NO, YES, claims_from_json
from vlcorpus.stages.generate.say_scenes import SayScenes

N = 150


def said(kind, **parameters):
    return [
        (row, text) for row in SayScenes(**parameters)(scenes(N)) for text in row.said if text.kind == kind
    ]


def test_what_is_said_is_claimed():
    """Every claim of a caption, and every answer, is one of the scene's own."""
    for kind in ("caption", "question"):
        for row, text in said(kind):
            known = {(c.expression, c.value) for c in claims_from_json(row.claims)}
            for claim in claims_from_json(text.claims):
                if claim.operation == "is":
                    _, expression, value = claim.expression
                    assert ((expression, value) in known) == (claim.value == YES)
                else:
                    assert (claim.expression, claim.value) in known


def test_no_caption_says_what_does_not_hold_or_is_not_there():
    for _, text in said("caption"):
        assert all(claim.value not in (NO, "0") for claim in claims_from_json(text.claims))
        assert text.text.count("。") + text.text.count(". ") >= len(claims_from_json(text.claims)) - 1


def test_the_letter_of_a_choice_is_that_of_the_answer():
    choices = [text for _, text in said("question") if text.style == "choice"]
    assert len(choices) > 20
    for text in choices:
        options = dict(re.findall(r"^([A-D])\. (.+)$", text.text, re.M))
        (claim,) = claims_from_json(text.claims)
        assert len(set(options.values())) == 4
        if text.lang == "en" and claim.operation not in ("kind",):
            assert options[text.answer] == claim.value
    shares = Counter(text.answer for text in choices)
    assert max(shares.values()) < 0.45 * len(choices)


def test_yes_and_no_are_as_frequent():
    answers = Counter(
        claims_from_json(text.claims)[0].value
        for _, text in said("question", max_questions=8)
        if claims_from_json(text.claims)[0].value in (YES, NO)
    )
    assert sum(answers.values()) > 200
    assert 0.35 < answers[YES] / sum(answers.values()) < 0.65


def test_a_point_is_written_as_the_report_has_it():
    points = said("point")
    for row, text in points:
        ((answer,),) = (json.loads(text.answer),)
        assert answer.keys() == {"point_2d", "label"}
        x, y = answer["point_2d"]
        assert abs(x - text.place.point_px[0] / row.width_px * 1000) <= 0.51
        assert abs(y - text.place.point_px[1] / row.height_px * 1000) <= 0.51
    kinds = Counter(json.loads(text.place.expression)[0] for _, text in points)
    assert kinds.keys() >= {"point", "centroid", "crossing", "halfway"}


def test_languages_come_by_their_shares():
    assert {text.lang for _, text in said("caption", languages={"zh": 1.0})} == {"zh"}
    both = Counter(text.lang for _, text in said("caption", languages={"en": 3.0, "zh": 1.0}))
    assert both["en"] > 2 * both["zh"] > 0


def test_no_two_questions_of_a_scene_are_of_one_operation():
    for row in SayScenes(max_questions=8)(scenes(N)):
        asked = [
            (claim.expression[1][0] if claim.operation == "is" else claim.operation)
            for text in row.said
            if text.kind == "question"
            for claim in claims_from_json(text.claims)
        ]
        assert len(asked) == len(set(asked))
