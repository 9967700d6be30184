from math import pi

import pytest

from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.odd_counts.model import Model, Part, Word, around, disc, limb, spread, star, turned


def test_parts_are_spread_from_end_to_end():
    assert spread(0, 10, 3) == [0, 5, 10]
    assert spread(0, 10, 1) == [5]


def test_a_limb_is_filled_whole_and_open_where_it_begins():
    area, outline = limb([(0, 0), (0, 5), (2, 5), (2, 0)], "red")
    assert (area.role, area.hue, area.path.commands[-1]) == (Role.AREA, "red", ("Z", ()))
    assert ("Z", ()) not in outline.path.commands


@pytest.mark.parametrize(("degrees", "point"), [(0, (0, 2)), (90, (2, 0)), (180, (0, -2))])
def test_degrees_go_clockwise_from_straight_up(degrees, point):
    assert around((0, 0), 2, degrees) == pytest.approx(point)
    path = turned(polyline([(0, 0), (0, 2)]), (0, 0), degrees)
    assert list(path.points())[1] == pytest.approx(point)


def test_a_star_has_five_points():
    assert len(list(star((0, 0), 1).points())) == 10


def test_all_of_a_model_moves():
    body = disc((0, 0), 1)
    model = Model(
        (body,),
        {"leg": (Part((body,), (0, 0)),)},
        missing={"leg": ((1, 0),)},
        word=Word("X", (0, 0), (1, 1), "red"),
    )
    moved = model.moved(lambda point: (point[0] + pi, point[1]))
    assert {part.at for part in moved.parts["leg"]} == {(pi, 0)}
    assert moved.missing == {"leg": ((1 + pi, 0),)}
    assert moved.word.at == (pi, 0)
    assert min(x for shape in moved.shapes() for x, _ in shape.path.points()) > 2
