from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.solid_geometry.additions import ADDITIONS
from vlcorpus.stages.stem.solid_geometry.polyhedra import compose, polyhedron
from vlcorpus.stages.stem.solid_geometry.shells import SHELLS


def test_all_shells_and_additions_are_met():
    steps = set()
    for seed in range(600):
        try:
            steps.update(compose(Random(seed)).steps)
        except Unfit:
            continue
    assert steps == {*SHELLS, *ADDITIONS, "perspective"}


def test_truth_and_places_are_told_exactly():
    scene = next(scene for scene in filter(None, map(_scene, range(50))) if "perspective" not in scene.steps)
    vertex = next(iter(scene.truth["vertices"]))
    assert all(isinstance(number, str) for number in scene.truth["vertices"][vertex])
    assert ("vertex", vertex) in scene.places
    assert ("solid_center", "solid") in scene.places


def test_in_perspective_nothing_is_said_of_lengths_and_middles():
    found = [scene for scene in filter(None, map(_scene, range(300))) if "perspective" in scene.steps]
    assert len(found) > 10
    for scene in found:
        assert {place[0] for place in scene.places} == {"vertex"}
        assert {"kind", "lines"} <= {claim.operation for claim in scene.claims}
        told = {claim.operation for claim in scene.claims}
        assert told.isdisjoint({"equal", "longer", "length", "midpoint", "perpendicular"})


def _scene(seed):
    try:
        return polyhedron(Random(seed))
    except Unfit:
        return None
