import math

import pytest

from vlcorpus.stages.stem.venn.curves import Curve, crossings

CIRCLE = Curve((0, 0), (5, 5))
TURNED = Curve((10, 20), (6, 3), math.pi / 6)


@pytest.mark.parametrize("curve", [CIRCLE, TURNED])
@pytest.mark.parametrize("angle", [0.0, 1.0, 4.0])
def test_points_lie_on_the_curve_and_know_their_angle(curve, angle):
    point, (dx, dy) = curve.at(angle), curve.outward(angle)
    assert curve.depth(*point) == pytest.approx(0)
    assert curve.angle_of(point) == pytest.approx(angle)
    assert curve.depth(point[0] + 0.1 * dx, point[1] + 0.1 * dy) < 0 < curve.depth(*curve.center)
    near = (point[0] + 0.01 * dx, point[1] + 0.01 * dy)
    assert curve.distance(near) == pytest.approx(0.01, rel=0.01)


def test_a_turned_ellipse_is_drawn_turned():
    xs = [x for x, _ in TURNED.outline().points()]
    reach = math.hypot(6 * math.cos(math.pi / 6), 3 * math.sin(math.pi / 6))
    assert max(x for x, _ in TURNED.samples) - 10 == pytest.approx(reach, rel=0.01)
    assert max(xs) - 10 >= reach * 0.99


def test_circles_cross_in_two_points():
    found = crossings(CIRCLE, Curve((6, 0), (5, 5)))
    assert sorted(found) == [pytest.approx((3, -4)), pytest.approx((3, 4))]
    assert not crossings(CIRCLE, Curve((0, 1), (2, 2)))
    assert not crossings(CIRCLE, Curve((20, 1), (2, 2)))
