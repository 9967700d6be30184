import math
from itertools import pairwise

import pytest

from vlcorpus.stages.stem.mechanics.symbols import arrow, arrow_head, block, ceiling, rope, spring


def test_a_block_has_its_name_on_it_and_its_mass_beside_it():
    thing = block("A", (2, 3), 5, "right")
    assert [(tag.text, tag.is_centered) for tag in thing.tags] == [("A", True), ("5 kg", False)]
    assert [tag.text for tag in block("A", (2, 3), None, "right").tags] == ["A"]


def test_a_spring_goes_all_the_way_down():
    points = list(spring("S1", (1, 0), 2.5, 50).shapes[0].path.points())
    assert points[0] == (1, 0)
    assert points[-1] == (1, -2.5)
    assert all(first[1] >= second[1] for first, second in pairwise(points))


@pytest.mark.parametrize("angle", [0, math.pi / 2, 3])
def test_a_head_stays_behind_its_tip(angle):
    (left, tip, right) = arrow_head((0, 0), angle).points()
    assert tip == (0, 0)
    for x, y in (left, right):
        assert x * math.cos(angle) + y * math.sin(angle) < 0


def test_an_arrow_ends_at_its_tip():
    shaft, head = arrow((0, 0), (2, 0))
    assert (2, 0) in list(shaft.path.points())
    assert (2, 0) in list(head.path.points())


def test_a_ceiling_is_hatched_above_and_a_rope_is_named():
    assert max(y for shape in ceiling(0, 3, 1).shapes for _, y in shape.path.points()) > 1
    assert rope("T1", (0, 0), (0, -1), "right").tags[0].text == "T1"
