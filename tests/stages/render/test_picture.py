from random import Random

import pytest

from tests.stages.render.test_layout import BOX, scene
from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import Dot, ExactPoint, Role, Scene, Shape, Tag, Thing, Unfit
from vlcorpus.stages.render.picture import draw_picture

SIZE = (300, 300)


def stream(name):
    return Random(f"test/{name}")


def test_things_and_labels_are_seen_and_places_lie_where_they_are_drawn():
    box = Thing("box", "polygon", (Shape(Role.LINE, BOX),))
    dot = Thing("point A", "point", (Dot((4, 2)),), (Tag("A", (4, 2), (2, 1)),))
    made = Scene("t", (), ("A",), {}, (box, dot), (), {("point", "A"): ExactPoint(("4", "2"), (4, 2))})
    picture = draw_picture(made, {}, SIZE, stream)
    assert [(thing.name, thing.kind) for thing in picture.things] == [
        ("box", "polygon"),
        ("point A", "point"),
        ("label A", "label"),
    ]
    (place,) = picture.places
    x1, y1, x2, y2 = picture.things[1].bbox_px
    assert place.point_px == pytest.approx([(x1 + x2) / 2, (y1 + y2) / 2], abs=1.5)
    assert place.exact == ["4", "2"]


def test_a_thing_that_is_hidden_makes_the_scene_unfit():
    under = Thing("line", "segment", (Shape(Role.LINE, polyline([(1, 1), (3, 1)])),))
    over = Thing("box", "polygon", (Shape(Role.SOLID, BOX),))
    with pytest.raises(Unfit, match="a segment is hidden"):
        draw_picture(scene(under, over), {}, SIZE, stream)


def test_what_is_told_by_its_colour_is_not_scanned_grey():
    plain, red = (scene(Thing("box", "polygon", (Shape(Role.LINE, BOX, hue),))) for hue in (None, "red"))
    assert draw_picture(plain, {"photocopy": 1}, SIZE, stream).style.wear == "scan"
    with pytest.raises(Unfit, match="grey"):
        draw_picture(red, {"photocopy": 1}, SIZE, stream)
    assert draw_picture(red, {"photocopy": 9, "blackboard": 1}, SIZE, stream).style.family == "blackboard"
