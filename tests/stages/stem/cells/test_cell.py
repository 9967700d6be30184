import math
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.cells.cell import Cell


def cell(squareness=2.0):
    return Cell(Random(1), "animal", (500.0, 300.0), squareness)


@pytest.mark.parametrize("squareness", [2.0, 6.0])
def test_the_edge_is_where_the_inside_ends(squareness):
    one = cell(squareness)
    for n in range(12):
        x, y = one.edge(math.tau * n / 12)
        assert one.holds((0.98 * x, 0.98 * y), 0.0)
        assert not one.holds((1.02 * x, 1.02 * y), 0.0)


def test_parts_are_put_apart_until_there_is_no_room():
    one = cell()
    for _ in range(3):
        one.put("mitochondrion", 80.0, inset=20.0)
    with pytest.raises(Unfit, match="no room for a nucleus"):
        one.put("nucleus", 250.0, inset=20.0)
    assert len(one.parts) == 3
    assert not one.is_free(one.parts[0].at, 1.0)
