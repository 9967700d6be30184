from random import Random

import pytest

from tests.stages.stem.solid_geometry.solids import box, solid
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.solid_geometry.additions import ADDITIONS
from vlcorpus.stages.stem.solid_geometry.space import cross, dot, minus


@pytest.mark.parametrize("name", ADDITIONS)
def test_every_addition_adds_something_to_some_solid(name):
    for seed in range(30):
        grown = solid("quadrangular_pyramid" if name == "pyramid_height" else "cuboid", seed)
        if name == "point_joined":
            grown.name((1, 0, 0))
        before = (len(grown.places), len(grown.lines), len(grown.lengths))
        try:
            ADDITIONS[name](grown)
        except Unfit:
            continue
        assert (len(grown.places), len(grown.lines), len(grown.lengths)) != before
        return
    raise AssertionError("nothing was ever added")


@pytest.mark.parametrize("name", ["section_through_vertices", "section_through_midpoints", "corner_section"])
def test_a_section_is_flat_and_its_sides_lie_in_faces(name):
    found = 0
    for seed in range(40):
        cuboid = box()
        cuboid.random = Random(seed)
        try:
            ADDITIONS[name](cuboid)
        except Unfit:
            continue
        (section,) = cuboid.sections
        corners = [cuboid.places[letter] for letter in section]
        normal = cross(minus(corners[1], corners[0]), minus(corners[2], corners[0]))
        assert all(dot(normal, minus(corner, corners[0])) == 0 for corner in corners)
        for n in range(len(section)):
            assert cuboid.faces_with(section[n - 1] + section[n])
        found += 1
    assert found > 10
