import json
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.stages.generate.scenes import scenes
from tests.stages.verify.plane_geometry.figures import truth
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.claims import NO, YES, Claim, claims_from_json, claims_to_json
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.check_said import CheckSaid, faults_of_options
from vlcorpus.stages.verify.oracle import open_oracle
from vlcorpus.stages.verify.reader import Reading


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


@pytest.mark.parametrize("name", DISCIPLINES)
def test_what_is_said_of_any_discipline_can_be_read_and_holds(name):
    said_of_it = list(SayScenes(max_questions=4)(scenes(12, name)))
    assert [row.detail for row in CheckSaid()(said_of_it) if isinstance(row, Rejection)] == []


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


# What the reader reads: the claims that came with the text are left as they are, and the text is changed.


def reworded(row, change):
    """Return the scene with the first text that `change` makes another of."""
    for text in row.said:
        if (changed := change(text)) != text:
            return replace(row, said=[changed])
    return None


def in_caption(old, new):
    return lambda said: replace(said, text=said.text.replace(old, new)) if said.kind == "caption" else said


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (in_caption("acute", "obtuse"), "claim_wrong"),
        (in_caption("is parallel to", "is perpendicular to"), "claim_wrong"),
        (in_caption("outside", "inside"), "claim_wrong"),
        (in_caption("parallel", "paralel"), "unreadable"),
        (in_caption(" is ", " is not "), "unreadable"),
        (lambda said: replace(said, answer="No") if said.answer == "Yes" else said, "claim_wrong"),
        (lambda said: replace(said, answer="Perhaps") if said.answer == "Yes" else said, "unreadable"),
        (
            lambda said: replace(said, answer="A") if said.style == "choice" and said.answer == "B" else said,
            "claim_wrong",
        ),
        (lambda said: replace(said, text="the middle") if said.kind == "point" else said, "unreadable"),
    ],
)
def test_a_text_is_believed_by_its_words_alone(change, reason):
    changed = [other for row in said() if (other := reworded(row, change))]
    assert changed
    assert {checked(row).reason for row in changed} == {reason}


def test_a_point_is_where_its_words_say():
    n = 0
    for row in said():
        points = [text for text in row.said if text.kind == "point"]
        for one, other in pairwise(points):
            if one.place.exact == other.place.exact:
                continue
            n += 1
            label, other_label = (text.text.removeprefix("the ") for text in (one, other))
            moved = replace(one.place, exact=[one.place.exact[1], f"1+{one.place.exact[0]}"])
            for wrong in (
                replace(one, place=other.place),
                replace(one, text=other.text, answer=one.answer.replace(f'"{label}"', f'"{other_label}"')),
                replace(one, place=moved),
            ):
                assert checked(replace(row, said=[wrong])).reason == "claim_wrong"
    assert n > 20


def test_an_option_that_some_call_right_is_no_wrong_one():
    """A right triangle of unequal sides is scalene: it is no wrong option for one."""
    oracle = open_oracle("plane_geometry", truth("A 0 0, B 4 0, C 0 3", polygons="ABC"))
    offered = Reading(wrong=(Claim(("kind", "ABC"), "scalene"), Claim(("kind", "ABC"), "isosceles")))
    assert list(faults_of_options(oracle, offered)) == ["kind(ABC) = scalene is offered as wrong"]
