import math
from dataclasses import replace
from random import Random

import pytest

from tests.stages.render.drawings import style
from vlcorpus.schemas.scenes.path import arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Scene, Shape, Thing
from vlcorpus.stages.render.drawing import Pen
from vlcorpus.stages.render.layout import MARGIN, place

BOX = polyline([(0, 0), (4, 0), (4, 2), (0, 2)], closed=True)


def scene(*things):
    return Scene("test", (), (), {}, things, ())


def placed(*things, **changes):
    return place(scene(*things), style(**changes), Random(0))


def thing(*shapes):
    return Thing("box", "box", shapes)


def test_a_scene_fills_the_image_up_to_its_margins_and_y_grows_upwards():
    to_px = placed(thing(Shape(Role.LINE, BOX))).to_px
    left, right = 300 * MARGIN, 300 * (1 - MARGIN)
    assert to_px((0, 0)) == pytest.approx((left, 150 + 60))
    assert to_px((4, 2)) == pytest.approx((right, 150 - 60))


@pytest.mark.parametrize("role", Role)
def test_every_role_is_painted(role):
    (mark,) = placed(thing(Shape(role, BOX))).drawing.items
    assert mark.pen or mark.fill
    assert mark.object == 1


def test_helpers_are_dashed_or_thin():
    (dashed,) = placed(thing(Shape(Role.HELPER, BOX)), is_dashed=True).drawing.items
    (thin,) = placed(thing(Shape(Role.HELPER, BOX)), is_dashed=False).drawing.items
    assert dashed.pen.dashes_px
    assert not thin.pen.dashes_px
    assert thin.pen.width_px < style().line_px


@pytest.mark.parametrize("is_dashed", [True, False])
def test_what_is_dashed_is_so_in_every_style(is_dashed):
    (mark,) = placed(thing(Shape(Role.DASHED, BOX)), is_dashed=is_dashed).drawing.items
    assert mark.pen.dashes_px


def test_a_hue_is_painted_in_its_shade():
    (mark,) = placed(thing(Shape(Role.LINE, BOX, hue="red"))).drawing.items
    assert mark.pen == Pen(style().shades["red"], style().line_px)


def test_dots_have_the_size_of_the_style_whatever_the_scale():
    shapes = (Shape(Role.LINE, BOX), Dot((2, 1)), Dot((1, 1), is_hollow=True))
    _, dot, hollow = placed(thing(*shapes)).drawing.items
    xs = [x for x, _ in dot.path.points()]
    assert max(xs) - min(xs) == pytest.approx(2 * style().dot_px, rel=0.15)
    assert hollow.fill == style().surface
    assert hollow.pen


def test_a_trembling_hand_strays_a_little_and_takes_places_along():
    still, shaken = placed(thing(Shape(Role.LINE, BOX))), placed(thing(Shape(Role.LINE, BOX)), tremble_px=3.0)
    offs = [
        math.dist(still.to_px(p), shaken.to_px(p))
        for p in [(x / 4, y / 4) for x in range(17) for y in range(9)]
    ]
    assert 0.5 < max(offs) < 5
    corners = {shaken.to_px(p) for p in [(0, 0), (4, 0), (4, 2), (0, 2)]}
    assert corners <= set(shaken.drawing.items[0].path.points())
    assert len(list(shaken.drawing.items[0].path.points())) > 30


def test_what_is_drawn_by_a_machine_stays_as_it_is():
    disc = arc((2, 1), 1)
    (mark,) = placed(thing(Shape(Role.LINE, disc))).drawing.items
    assert len(list(mark.path.points())) == len(list(disc.points()))


def test_a_shade_is_as_pale_as_it_says():
    (faint,) = placed(thing(Shape(Role.SHADE, BOX, hue="red", strength=0.2))).drawing.items
    (strong,) = placed(thing(Shape(Role.SHADE, BOX, hue="red", strength=1.0))).drawing.items
    assert strong.fill == style().shades["red"]
    assert sum(faint.fill) > sum(strong.fill)


def test_paper_covers_what_lies_below_with_the_surface():
    (sheet,) = placed(thing(Shape(Role.PAPER, BOX))).drawing.items
    assert sheet.fill == style().surface
    assert sheet.pen.color == style().ink


def test_the_image_holds_the_room_that_a_scene_asks_for():
    roomy = replace(scene(thing(Shape(Role.LINE, BOX))), room=((-4, 0), (8, 2)))
    to_px = place(roomy, style(), Random(0)).to_px
    assert to_px((-4, 1)) == pytest.approx((300 * MARGIN, 150))
