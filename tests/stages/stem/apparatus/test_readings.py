from itertools import combinations

from tests.stages.stem.drawn import drawn
from vlcorpus.stages.stem.apparatus.part import box_of
from vlcorpus.stages.stem.apparatus.readings import reading_scene

SCENES = list(drawn(reading_scene, 80))


def test_instruments_do_not_lie_on_each_other():
    for scene in SCENES:
        boxes = []
        for thing in scene.things:
            if thing.kind == "instrument":
                parts = [box_of(shape.path) for shape in thing.shapes]
                boxes.append((*map(min, *[box[:2] for box in parts]), *map(max, *[box[2:] for box in parts])))
        for one, other in combinations(boxes, 2):
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def test_letters_are_in_the_order_of_the_truth():
    for scene in SCENES:
        letters = [thing.tags[0].text for thing in scene.things if thing.kind == "instrument"]
        assert letters == list(scene.truth["instruments"]) == sorted(letters)


def test_a_story_is_of_two_instruments_of_one_scale():
    stories = [scene.truth for scene in SCENES if scene.truth["story"]]
    assert len({truth["story"]["kind"] for truth in stories}) > 3
    for truth in stories:
        before, after = (truth["instruments"][truth["story"][when]] for when in ("before", "after"))
        assert before["scale"] == after["scale"]
        assert before["reading"] != after["reading"]


def test_marks_are_between_the_ends_of_their_scale():
    for scene in SCENES:
        for (operation, name, *_), point in scene.places.items():
            if operation == "mark":
                ends = scene.truth["instruments"][name]["ends"]
                for place, end, other in zip(point.at, *ends, strict=True):
                    assert min(float(end), float(other)) <= place <= max(float(end), float(other))
