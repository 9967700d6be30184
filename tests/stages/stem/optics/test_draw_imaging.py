from fractions import Fraction

import pytest

from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.schemas.stem.optics import ELEMENTS, RAYS
from vlcorpus.stages.stem.optics.draw_imaging import things
from vlcorpus.stages.stem.optics.setup import CONVERGING, PLANE, Setup


@pytest.mark.parametrize("element", ELEMENTS)
@pytest.mark.parametrize("distance", [2, 6, 12])
def test_rays_leave_in_line_with_the_image(element, distance):
    setup = Setup(element, 0 if element == PLANE else 4, Fraction(distance), 2, RAYS)
    x, y = map(float, setup.image)
    for thing in things(setup, {}):
        if thing.kind != "ray":
            continue
        leaving = thing.shapes[-2]
        (a, b), (c, d) = leaving.path.points()
        assert abs((c - a) * (y - b) - (d - b) * (x - a)) < 1e-6
        assert (c > 0) == setup.is_lens


def test_what_is_virtual_is_dashed():
    for distance, is_dashed in ((2, True), (12, False)):
        setup = Setup(CONVERGING, 4, Fraction(distance), 2, ("parallel",))
        found = {thing.name: thing for thing in things(setup, {})}
        for name in ("image", "ray parallel"):
            assert any(shape.role == Role.DASHED for shape in found[name].shapes) == is_dashed
