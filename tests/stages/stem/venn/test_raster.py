import math
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.venn.curves import Curve
from vlcorpus.stages.stem.venn.raster import STEP, Raster

FRAME = ((-500, -500), (1100, 500))


def raster(**curves):
    return Raster.of(curves, FRAME)


def overlapping():
    return raster(A=Curve((0, 0), (300, 300)), B=Curve((400, 0), (300, 300)))


def test_regions_are_found():
    assert overlapping().found(10) == ["", "A", "B", "AB"]
    assert raster(A=Curve((0, 0), (300, 300)), B=Curve((0, 0), (100, 100))).found(10) == ["", "A", "AB"]


def test_slivers_and_regions_in_parts_are_unfit():
    with pytest.raises(Unfit, match="sliver"):
        raster(A=Curve((0, 0), (300, 300)), B=Curve((590, 0), (300, 300))).found(40)
    with pytest.raises(Unfit, match="parts"):
        raster(A=Curve((0, 0), (300, 100)), B=Curve((0, 0), (100, 300))).found(10)


def test_the_deepest_place_of_a_lens_is_its_middle():
    (x, y), depth = overlapping().deepest("AB")
    assert math.dist((x, y), (200, 0)) < STEP * 5  # a lens is about as wide for a while
    assert depth == pytest.approx(100, abs=STEP * 2)


def test_what_is_taken_keeps_others_away():
    made = overlapping()
    places = [made.take("A", Random(1), 34, 68) for _ in range(4)]
    assert all(math.dist(p, q) >= 60 for p in places for q in places if p is not q)
    made.block((0, 0), 310)
    with pytest.raises(Unfit, match="full"):
        made.take("A", Random(1), 34, 68)
