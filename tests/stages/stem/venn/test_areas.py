import math

import pytest

from vlcorpus.stages.stem.venn.areas import areas, region_at
from vlcorpus.stages.stem.venn.curves import Curve

OVERLAPPING = {"A": Curve((0, 0), (5, 5)), "B": Curve((6, 0), (5, 5))}
NESTED = {"A": Curve((0, 0), (5, 5)), "B": Curve((0, 0), (2, 2))}
FRAME = ((-6, -6), (12, 6))


def size(path):
    """Return the area, positive where the outline leads around it counter-clockwise: holes are taken off."""
    total, loop = 0.0, []
    for letter, points in path.commands:
        loop = list(points) if letter == "M" else loop + list(points)
        if letter == "Z":
            total += (
                sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(loop, loop[1:] + loop[:1], strict=True)) / 2
            )
    return total


def test_where_a_point_lies():
    assert [region_at(OVERLAPPING, (x, 0)) for x in (-3, 3, 9, 20)] == ["A", "AB", "B", ""]


def test_areas_of_overlapping_circles():
    lens = 2 * 25 * math.acos(3 / 5) - 6 * 4
    found = {region: size(path) for region, path in areas(OVERLAPPING, FRAME).items()}
    assert found == pytest.approx(
        {"AB": lens, "A": 25 * math.pi - lens, "B": 25 * math.pi - lens, "": 216 - 50 * math.pi + lens},
        rel=0.01,
    )


def test_a_ring_has_a_hole_and_without_a_frame_there_is_no_outside():
    found = {region: size(path) for region, path in areas(NESTED, None).items()}
    assert found == pytest.approx({"A": 21 * math.pi, "AB": 4 * math.pi}, rel=0.01)
