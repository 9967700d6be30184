import math

import pytest

from vlcorpus.stages.stem.apparatus import fittings
from vlcorpus.stages.stem.apparatus.part import box_of


def test_a_pipe_is_as_wide_around_a_corner():
    walls = list(fittings.pipe([(0, 0), (0, 100), (80, 100)]).path.points())
    assert sorted(walls) == [(-7, 0), (-7, 107), (7, 0), (7, 93), (80, 93), (80, 107)]


def test_the_boxes_of_a_tube_leave_free_what_it_goes_round():
    tube = fittings.tube([(0, 0), (0, 100), (80, 100)], (40, 100))
    assert not any(left < 40 < right and low < 50 < top for left, low, right, top in tube.boxes)


@pytest.mark.parametrize("from_below", [True, False])
@pytest.mark.parametrize("turn", [-0.36, math.pi / 2])
def test_cooling_water_enters_where_it_is_said(turn, from_below):
    """The arrow that points at the condenser is the lower one, or the higher one."""
    part, end = fittings.condenser((0, 0), turn, from_below=from_below)
    arrows = [shape for shape in part.shapes if len(list(shape.path.points())) == 2]
    middle = end[0] / 2, end[1] / 2

    def off(point):
        along = turn
        return abs(-(point[0] - middle[0]) * math.sin(along) + (point[1] - middle[1]) * math.cos(along))

    inwards = [
        arrow for arrow in arrows if off(list(arrow.path.points())[1]) < off(next(arrow.path.points()))
    ]
    assert len(arrows) == 2
    assert len(inwards) == 1
    heights = [box_of(arrow.path)[1] for arrow in arrows]
    assert (box_of(inwards[0].path)[1] == min(heights)) == from_below


def test_the_long_plate_of_a_battery_is_its_positive_pole():
    for plus_right in (True, False):
        plates = fittings.battery((0, 0), plus_right).shapes[0]
        points = list(plates.path.points())
        xs = {x for x, y in points if y == 26}
        assert (27 in xs) == plus_right
        assert (-27 in xs) != plus_right


def test_more_of_a_pear_is_filled_by_the_lower_liquid_where_it_says_so():
    low, high = (
        box_of(fittings.separating_funnel((0, 0), 100, split).shapes[3].path)[3] for split in (0.4, 0.6)
    )
    assert low == pytest.approx(100 + 106 * 0.4)
    assert high > low
