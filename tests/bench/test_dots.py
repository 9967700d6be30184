from dataclasses import replace

import pytest

from bench.dots import misplaced
from tests.stages.generate.scenes import scenes

ROWS = scenes(30)


def test_places_lie_where_the_dots_say():
    assert [fault for row in ROWS for fault in misplaced(row)] == []


@pytest.mark.parametrize("off_px", [9.0, -14.0])
def test_a_place_that_is_moved_is_found(off_px):
    found = 0
    for row in ROWS:
        (first, *rest) = row.places
        moved = replace(first, point_px=[first.point_px[0] + off_px, first.point_px[1]])
        found += any("px off" in fault for fault in misplaced(replace(row, places=[moved, *rest])))
    assert found > 15


def test_a_dot_that_is_not_there_is_found():
    for row in ROWS:
        things = [replace(t, bbox_px=[1, 1, 9, 9]) if t.kind == "point" else t for t in row.things]
        assert any(fault.startswith("no dot at") for fault in misplaced(replace(row, things=things)))
