import json
from dataclasses import replace

import pytest

from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.claims import NO, YES, Claim, claims_from_json, claims_to_json
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.check_said import CheckSaid


def said(n=60):
    return list(SayScenes(max_questions=6)(scenes(n)))


def checked(row):
    return next(iter(CheckSaid()([row])))


def told(row, *claims):
    """Return the scene with one text that makes the claims."""
    (text, *_) = row.said
    return replace(row, said=[replace(text, claims=claims_to_json(claims))])


def test_what_is_said_holds():
    for row in said():
        assert checked(row) is row


def test_a_changed_value_is_found():
    """Each claim with another value, that its rivals are: an oracle that says yes to all would fail here."""
    n = 0
    for row in said(40):
        for text in row.said:
            for claim in claims_from_json(text.claims):
                wrong = {YES: NO, NO: YES}.get(claim.value) or next(iter(claim.rivals), None)
                if wrong is None:
                    continue
                n += 1
                reject = checked(told(row, Claim(claim.expression, wrong)))
                assert isinstance(reject, Rejection)
                assert reject.reason == "claim_wrong"
                assert f"= {wrong}, the oracle says {claim.value}" in reject.detail
    assert n > 150


def test_what_has_no_value_is_wrong():
    reject = checked(told(said(1)[0], Claim(("midpoint", "?!"), "A")))
    assert reject.reason == "claim_wrong"
    assert "the oracle says nothing: " in reject.detail


@pytest.mark.parametrize("change", [{"polygons": [["?", "!", "#"]]}, {"ticks": [[["?", "!"], 1]]}])
def test_a_scene_that_contradicts_itself_is_rejected(change):
    row = said(1)[0]
    broken = replace(row, truth=json.dumps(json.loads(row.truth) | change))
    assert checked(broken).reason == "scene_contradicts"
