import json
from collections import Counter
from dataclasses import replace

import pytest

from tests.stages.generate.saying import said, voice
from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.scenes.rows import SeenThing
from vlcorpus.stages.generate.locate import frame


def listed(answer):
    (place,) = json.loads(answer.removeprefix("```json\n").removesuffix("\n```"))
    return place


def test_a_point_is_written_as_the_report_has_it():
    points = said("point")
    for row, text in points:
        place = listed(text.answer)
        assert place.keys() == {"point_2d", "label"}
        x, y = place["point_2d"]
        assert abs(x - text.place.point_px[0] / row.width_px * 1000) <= 0.51
        assert abs(y - text.place.point_px[1] / row.height_px * 1000) <= 0.51
    kinds = Counter(json.loads(text.place.expression)[0] for _, text in points)
    assert kinds.keys() >= {"point", "centroid", "crossing", "halfway"}


def test_a_box_is_that_of_the_thing():
    boxes = said("box")
    kinds = set()
    for row, text in boxes:
        (thing,) = [thing for thing in row.things if [thing.name] == text.things]
        box = listed(text.answer)["bbox_2d"]
        sides = [row.width_px, row.height_px] * 2
        assert box == pytest.approx(
            [v / side * 1000 for v, side in zip(thing.bbox_px, sides, strict=True)], abs=1.01
        )
        assert text.text.removeprefix("the ") == listed(text.answer)["label"]
        kinds.add(thing.kind)
    assert kinds == {"segment", "circle", "label", "right angle mark", "angle mark"}


@pytest.mark.parametrize(
    ("kind", "visible", "box", "n"),
    [
        ("dot", 0.6, [10.0, 10.0, 20.0, 20.0], 1),
        ("dot", 0.59, [10.0, 10.0, 20.0, 20.0], 0),
        ("dot", 1.0, [10.0, 10.0, 10.1, 20.0], 0),
        ("axis", 1.0, [10.0, 10.0, 20.0, 20.0], 0),
    ],
)
def test_what_is_hidden_or_tiny_or_of_no_kind_that_has_a_phrase_is_not_framed(
    tmp_path, kind, visible, box, n
):
    thing = SeenThing(name="big one", kind=kind, bbox_px=box, point_px=box[:2], n_pixels=9, visible=visible)
    row = replace(scenes(1)[0], things=[thing])
    assert len(list(frame(voice(tmp_path), row, 0.6, 3))) == n
