import pytest

from tests.stages.stem.solid_geometry.solids import box
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.solid_geometry.gates import check
from vlcorpus.stages.stem.solid_geometry.space import View


def test_a_cuboid_is_clear():
    check(box())


def test_a_point_that_only_looks_as_if_it_lay_on_a_line_is_refused():
    cuboid = box()
    cuboid.view = View((1, 0, 0), (0, 0, 1), (0, 1, 0))  # straight from the front
    with pytest.raises(Unfit, match="points are near"):
        check(cuboid)


def test_points_near_each_other_are_refused():
    cuboid = box()
    cuboid.name((0, 0, 7))
    check(cuboid)
    cuboid.points["Z"] = (0, 0, 7.4)
    with pytest.raises(Unfit, match="points are near"):
        check(cuboid)
