import math

import pytest

from vlcorpus.schemas.scenes.path import arc, polyline, smooth


def test_an_arc_keeps_its_distance_from_the_centre():
    path = arc((3.0, 4.0), 10.0, 0.5, 2.0)
    ends = [points[-1] for _, points in path.commands]
    assert all(math.dist(end, (3.0, 4.0)) == pytest.approx(10.0) for end in ends)
    assert ends[0] == pytest.approx((3 + 10 * math.cos(0.5), 4 + 10 * math.sin(0.5)))
    assert ends[-1] == pytest.approx((3 + 10 * math.cos(2.5), 4 + 10 * math.sin(2.5)))


def test_a_curve_of_an_arc_is_round():
    (_, (start,)), (_, (first, second, end)) = arc((0, 0), 1.0, 0, math.pi / 2).commands
    for k in range(11):
        t = k / 10
        x, y = (
            (1 - t) ** 3 * start[axis]
            + 3 * t * (1 - t) ** 2 * first[axis]
            + 3 * t * t * (1 - t) * second[axis]
            + t**3 * end[axis]
            for axis in (0, 1)
        )
        assert math.hypot(x, y) == pytest.approx(1.0, abs=3e-4)


def test_a_whole_turn_is_closed_and_a_part_is_not():
    assert arc((0, 0), 1).commands[-1][0] == "Z"
    assert arc((0, 0), (2, 1), 0, 3).commands[-1][0] == "C"


def test_points_move_together():
    path = polyline([(0, 0), (1, 0), (1, 1)], closed=True).moved(lambda p: (p[0] + 5, 2 * p[1]))
    assert list(path.points()) == [(5, 0), (6, 0), (6, 2)]
    assert path.commands[-1][0] == "Z"


@pytest.mark.parametrize("closed", [False, True])
def test_a_smooth_curve_goes_through_its_points(closed):
    points = [(0.0, 0.0), (1.0, 2.0), (3.0, 1.0), (4.0, 4.0)]
    ends = [passed[-1] for letter, passed in smooth(points, closed=closed).commands if letter in "MC"]
    assert ends == (points + points[:1] if closed else points)
