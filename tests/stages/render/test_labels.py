from random import Random

import numpy as np
import pytest

from tests.stages.render.drawings import BLACK, WHITE, style
from tests.stages.render.test_layout import BOX, scene, thing
from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing, Unfit
from vlcorpus.stages.render.canvas import ink_box, paint_objects
from vlcorpus.stages.render.labels import add_labels
from vlcorpus.stages.render.layout import place


def labelled(*things, **changes):
    how = style(**changes)
    made = scene(*things)
    placed = place(made, how, Random(0))
    return add_labels(made, placed, how, paint_objects(placed.drawing.without_ground()))


def corners(*tags):
    return Thing("corners", "points", tuple(Dot(tag.at) for tag in tags), tags)


def test_labels_stand_on_no_ink_and_apart():
    tags = [Tag(name, at, (2, 1)) for name, at in zip("ABCD", [(0, 0), (4, 0), (4, 2), (0, 2)], strict=True)]
    drawing, numbers = labelled(thing(Shape(Role.LINE, BOX)), corners(*tags))
    assert [tag.text for tag in numbers.values()] == list("ABCD")
    alone = paint_objects(drawing.of(numbers)) != 0
    lines = paint_objects(drawing.without_labels()) != 0
    assert not (alone & lines).any()
    boxes = [ink_box(item) for item in drawing.items if item.object in numbers]
    for one in boxes:
        for other in boxes:
            if one is not other:
                assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_label_rather_stands_on_the_far_side():
    drawing, _ = labelled(thing(Shape(Role.LINE, BOX)), corners(Tag("A", (0, 0), (2, 1))))
    (label,) = [item for item in drawing.items if item.object == 3]
    assert label.center[0] < 30
    assert label.center[1] > 210


def test_a_label_that_finds_no_room_makes_the_scene_unfit():
    hatching = [Shape(Role.LINE, polyline([(0, y / 20), (4, y / 20)])) for y in range(41)]
    with pytest.raises(Unfit, match="no room for the label A"):
        labelled(thing(*hatching), corners(Tag("A", (2, 1))))


def test_a_centred_label_stands_on_its_place():
    drawing, _ = labelled(
        thing(Shape(Role.SOLID, BOX)), Thing("n", "n", (), (Tag("7", (2, 1), is_centered=True),))
    )
    assert drawing.items[-1].center == (150, 150)
    assert np.count_nonzero(paint_objects(drawing) == 3) > 10


def test_labels_with_rooms_get_smaller_together_until_all_fit():
    tags = (Tag("phytoplankton", (1, 1), room=(2, 1)), Tag("cod", (3, 1), room=(2, 1)))
    drawing, _ = labelled(thing(Shape(Role.LINE, BOX)), Thing("names", "names", (), tags), label_px=40.0)
    long, short = drawing.items[-2:]
    left, _, right, _ = ink_box(long)
    assert right - left == pytest.approx(120, rel=0.05)  # 240 px are 4 units
    assert long.size_px == short.size_px < 40


def test_a_label_that_would_be_too_small_to_read_makes_the_scene_unfit():
    with pytest.raises(Unfit, match="too long for its room"):
        labelled(
            thing(Shape(Role.LINE, BOX)), Thing("n", "n", (), (Tag("phytoplankton", (1, 1), room=(0.5, 1)),))
        )


@pytest.mark.parametrize(("hue", "color"), [("red", WHITE), ("yellow", BLACK), (None, BLACK)])
def test_a_label_is_read_on_what_it_stands_on(hue, color):
    shades = {"red": (150, 10, 20), "yellow": (250, 230, 80)}
    tag = Tag("7", (2, 1), is_centered=True, on=hue)
    drawing, _ = labelled(thing(Shape(Role.SOLID, BOX)), Thing("n", "n", (), (tag,)), shades=shades)
    assert drawing.items[-1].color == color


def test_a_label_stands_on_a_side_or_nowhere():
    below = Tag("7", (2, 0), side=(0, -1))
    drawing, _ = labelled(thing(Shape(Role.LINE, BOX)), corners(below))
    left, top, right, _ = ink_box(drawing.items[-1])
    assert (left + right) / 2 == pytest.approx(150)
    assert top > 210
    barred = Shape(Role.LINE, polyline([(1, -0.3), (3, -0.3)]))
    with pytest.raises(Unfit, match="no room for the label 7"):
        labelled(thing(Shape(Role.LINE, BOX), barred), corners(below))


@pytest.mark.parametrize("role", [Role.GRID, Role.SHADE])
def test_labels_stand_on_grids_and_shades(role):
    hatching = [Shape(role, polyline([(0, y / 20), (4, y / 20)])) for y in range(41)]
    drawing, _ = labelled(thing(*hatching), corners(Tag("A", (2, 1))))
    assert drawing.items[-1].text == "A"


def test_a_label_is_smaller_or_turned_where_its_tag_says_so():
    plain, small, turned = (
        labelled(thing(Shape(Role.LINE, BOX)), corners(Tag("height", (2, 0), side=(0, -1), **how)))[0]
        for how in ({}, {"size": 0.5}, {"turn_deg": -90.0})
    )
    width, height = size(plain.items[-1])
    assert size(small.items[-1]) == pytest.approx((width / 2, height / 2), rel=0.1)
    assert size(turned.items[-1]) == pytest.approx((height, width))


def size(label):
    left, top, right, bottom = ink_box(label)
    return right - left, bottom - top


def test_what_is_pinned_of_a_text_stands_on_the_point():
    tags = [Tag(text, at, is_centered=True, pin="C") for text, at in (("CH₃", (0, 0)), ("H₃C", (4, 0)))]
    drawing, numbers = labelled(thing(Shape(Role.LINE, BOX)), corners(*tags))
    right, left = (item for item in drawing.items if item.object in numbers)
    size = ink_box(right)[2] - ink_box(right)[0]
    plain = labelled(
        thing(Shape(Role.LINE, BOX)), corners(*(Tag("C", tag.at, is_centered=True) for tag in tags))
    )
    first, second = (item.center for item in plain[0].items if item.object in plain[1])
    assert right.center[0] - first[0] > size / 4
    assert second[0] - left.center[0] > size / 4


def test_signs_that_a_font_lacks_are_drawn_in_the_chinese_one():
    tags = [Tag("zoo", (0, 0), (2, 1)), Tag("动物园", (4, 2), (2, 1))]
    drawing, _ = labelled(thing(Shape(Role.LINE, BOX)), corners(*tags))
    latin, chinese = drawing.items[-2:]
    assert (latin.font.name, chinese.font.name) == ("Roboto-Regular.ttf", "NotoSansSC-Regular.otf")


def test_a_sign_that_no_font_has_is_an_error_and_no_box():
    with pytest.raises(ValueError, match="lack signs"):
        labelled(thing(Shape(Role.LINE, BOX)), corners(Tag("\U0001f0a1", (0, 0))))


def test_entries_of_a_legend_begin_in_a_row():
    tags = tuple(
        Tag(text, (2, y), room=(3, 0.5), is_flush=True) for text, y in (("zoo", 0.5), ("castle", 1.5))
    )
    drawing, _ = labelled(thing(Shape(Role.LINE, BOX)), Thing("legend", "legend", (), tags))
    one, other = (ink_box(label) for label in drawing.items[-2:])
    assert one[0] == pytest.approx(other[0]) == pytest.approx(60)  # 1.5 of 60 px left of the middle
