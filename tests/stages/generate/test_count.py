import json
from collections import Counter
from dataclasses import replace

import pytest

from tests.stages.generate.saying import said, voice
from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.scenes.claims import Claim, claims_from_json
from vlcorpus.schemas.scenes.rows import SeenThing
from vlcorpus.stages.generate.count import FORMS, count
from vlcorpus.stages.generate.measured import Measured


def dots(n):
    things = [
        SeenThing(
            name=f"dot {k}",
            kind="dot",
            bbox_px=[9.0 * k, 50.0, 9.0 * k + 8, 58.0],
            point_px=[9.0 * k + 4, 54.0],
            n_pixels=60,
            visible=1.0,
        )
        for k in range(n)
    ]
    claim = Claim(("count", "dots"), str(n), tuple(thing.name for thing in things), ("98", "99"))
    return replace(scenes(1)[0], things=things, width_px=1000, height_px=1000), claim


def counted(tmp_path, n, tries=30):
    row, claim = dots(n)
    return [
        text for seed in range(tries) for text in count(voice(tmp_path, seed), row, [claim], Measured(), 2)
    ]


def places(answer):
    listed, end, total = answer.partition("\n```\n")
    return json.loads(listed.removeprefix("```json\n")) if end else None, total


@pytest.mark.parametrize("n", [0, 1, 7, 40])
def test_the_three_forms_count_alike(tmp_path, n):
    """n = boxes = points, for whatever is there, and for nothing."""
    found = {text.style: text for text in counted(tmp_path, n)}
    assert found.keys() == set(FORMS)
    assert found["direct"].answer == str(n)
    for form, key in (("boxes", "bbox_2d"), ("points", "point_2d")):
        listed, total = places(found[form].answer)
        assert len(listed) == len(found[form].things) == n
        assert all(place.keys() == {key, "label"} and place["label"] == "dot" for place in listed)
        assert total == f"There are {n} dots."


def test_what_surprises_is_counted_first(tmp_path):
    row, claim = dots(3)
    fewer = replace(claim, value="2", things=claim.things[:2], prior="4")
    texts = [
        text for seed in range(9) for text in count(voice(tmp_path, seed), row, [claim, fewer], Measured(), 2)
    ]
    assert {claims_from_json(text.claims)[0].value for text in texts} == {"2"}


def test_what_nobody_asks_for_is_not_counted(tmp_path):
    row, claim = dots(3)
    silent = replace(claim, expression=("count", "stars"))
    assert list(count(voice(tmp_path), row, [silent], Measured(), 2)) == []


def test_long_lists_are_not_asked_for(tmp_path):
    assert {text.style for text in counted(tmp_path, 41)} == {"direct"}


def test_a_count_that_is_not_that_of_its_things_stops_the_run(tmp_path):
    row, claim = dots(3)
    wrong = replace(claim, value="4")
    with pytest.raises(AssertionError, match=r"count.*= 4, and its things are dot 0, dot 1, dot 2"):
        list(count(voice(tmp_path), row, [wrong], Measured(), 2))


def test_boxes_and_points_are_those_of_the_things_that_are_claimed():
    forms = Counter()
    for row, text in said("count"):
        (claim,) = claims_from_json(text.claims)
        assert sorted(claim.things) == sorted(text.things)
        assert len(text.things) == int(claim.value)
        boxes = {thing.name: thing.bbox_px for thing in row.things}
        forms[text.style] += 1
        if text.style == "points":
            for place, name in zip(places(text.answer)[0], text.things, strict=True):
                x, y = place["point_2d"][0] * row.width_px / 1000, place["point_2d"][1] * row.height_px / 1000
                left, top, right, bottom = boxes[name]
                assert left - 1 <= x <= right + 1
                assert top - 1 <= y <= bottom + 1
    assert min(forms[form] for form in FORMS) > 10
