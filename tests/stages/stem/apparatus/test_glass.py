import math

import pytest

from vlcorpus.stages.stem.apparatus import glass
from vlcorpus.stages.stem.apparatus.part import box_of

VESSELS = [
    glass.round_flask((0, 0), -20.0),
    glass.conical_flask((0, 0), 40.0),
    glass.beaker((0, 0), 40.0),
    glass.test_tube((0, 0), 0.2, 4),
    glass.filled_tube((0, 0), 190, 100),
    glass.gas_jar((0, 0), is_upright=True),
    glass.gas_jar((0, 0), is_upright=False, water=(10, 60)),
    glass.trough((0, 0), 150, 120, 80),
    glass.washing_bottle((0, 0), 80),
    glass.evaporating_dish((0, 0), 20),
    glass.crucible((0, 0)),
    glass.u_tube((0, 0)),
    glass.drying_tube((0, 0)),
    glass.gas_syringe((0, 0), 80),
]


@pytest.mark.parametrize("part", VESSELS, ids=lambda part: part.kind)
def test_a_letter_points_at_the_wall_of_its_vessel(part):
    """And not at what is in it: then it would label the liquid."""
    near = min(
        math.dist(part.at, (a[0] + k * (b[0] - a[0]) / 40, a[1] + k * (b[1] - a[1]) / 40))
        for shape in part.shapes
        for a, b in zip(*(list(shape.path.points())[start:] for start in (0, 1)), strict=False)
        for k in range(41)
    )
    assert near < 8


@pytest.mark.parametrize("level", [-60.0, 0.0, 50.0])
def test_the_liquid_of_a_round_flask_ends_at_its_level(level):
    pool = glass.round_flask((10, 20), level).shapes[0]
    assert box_of(pool.path)[3] == pytest.approx(20 + level, abs=0.5 if level < 0 else glass.FLASK)
    first = next(pool.path.points())
    assert first[1] == pytest.approx(20 + level)


def test_a_turned_place():
    assert glass.turned((1, 2), math.pi / 2)((3, 0)) == pytest.approx((1, 5))
