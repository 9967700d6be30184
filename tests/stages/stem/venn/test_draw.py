from random import Random

from tests.stages.stem.venn.shown import with_counts, with_elements, with_shading
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.venn.draw import region_name, things


def test_shading_lies_below_and_texts_above():
    assert [thing.name for thing in things(with_shading(), Random(0))] == [
        "region A",
        "universe U",
        "set A",
        "set B",
    ]
    names = [thing.name for thing in things(with_elements(), Random(0))]
    assert names[3:] == ["element 9", "element 1", "element 10", "element 2", "element 7"]
    (shade,) = things(with_shading(), Random(0))[0].shapes
    assert shade.role == Role.SHADE
    assert shade.strength > 0.25


def test_numbers_stand_in_their_regions():
    found = {thing.name: thing.tags[0] for thing in things(with_counts(), Random(0))}
    assert (found["number AB"].text, found["number AB"].at) == ("3", (200, 0))
    assert found["number outside"].text == "4"
    assert region_name("") == "region outside"
