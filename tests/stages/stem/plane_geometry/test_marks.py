import math

import pytest

from vlcorpus.stages.stem.plane_geometry.marks import arcs, square, ticks, toward

CORNER = ((3.0, 1.0), (1.0, 1.0), (1.0, 5.0))  # a right one, its vertex in the middle


def test_a_square_has_a_corner_on_each_arm():
    one, far, other = square(CORNER, 10).points()
    assert (one[1], other[0]) == (1, 1)
    assert far == pytest.approx((one[0], other[1]))
    assert one[0] - 1 == pytest.approx(0.35)


def test_arcs_are_about_the_vertex_and_grow():
    radii = [{round(math.dist((1, 1), at), 9) for at in _ends(path)} for path in arcs(CORNER, 2, 10)]
    assert radii == [{0.6}, {0.76}]


def _ends(path):
    return [points[-1] for _, points in path.commands if points]


def test_ticks_lie_evenly_about_the_middle():
    middles = []
    for path in ticks(((0.0, 0.0), (8.0, 0.0)), 3, 10):
        (ax, ay), (bx, by) = path.points()
        assert (ax, ay) == pytest.approx((bx, -by))
        middles.append(ax)
    assert middles == pytest.approx([3.84, 4, 4.16])


def test_toward_goes_the_way():
    assert toward((1, 1), (4, 5), 2.5) == pytest.approx((2.5, 3))
