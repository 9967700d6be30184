import math
from fractions import Fraction

from tests.stages.stem.mechanics.parts import drawn, parts, value
from vlcorpus.stages.stem.mechanics.train import train

PARTS = parts(train, 120)


def radius(part, wheel):
    return float(Fraction(part.truth["wheels"][wheel]))


def test_wheels_that_mesh_touch_and_turn_the_other_way():
    for part in PARTS:
        for one, other in part.truth["meshes"]:
            (x, y), (u, v) = part.at[one], part.at[other]
            reach = radius(part, one) + radius(part, other)
            assert math.isclose(math.hypot(float(u - x), float(v - y)), reach)
            assert value(part, "turns", one) != value(part, "turns", other)


def test_belts_turn_wheels_the_same_way_unless_they_are_crossed():
    for part in PARTS:
        for one, other, how in part.truth["belts"]:
            assert (value(part, "turns", one) == value(part, "turns", other)) == (how == "open")
            assert value(part, "joined", one, other) == f"{how} belt"


def test_belts_touch_their_wheels():
    for part in PARTS:
        for one, other, _ in part.truth["belts"]:
            for shape in drawn(part)[f"belt {one} {other}"].shapes:
                start, end = shape.path.points()
                for wheel in (one, other):
                    x, y = map(float, part.at[wheel])
                    along = (end[0] - start[0], end[1] - start[1])
                    off = abs(along[0] * (y - start[1]) - along[1] * (x - start[0])) / math.hypot(*along)
                    assert math.isclose(off, radius(part, wheel))
