from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.optics import ELEMENTS
from vlcorpus.stages.stem.optics.imaging import drawn_setup, imaging


def setups():
    for seed in range(150):
        try:
            yield drawn_setup(Random(seed))
        except Unfit:
            continue


def test_points_of_the_axis_lie_apart():
    for setup, points in setups():
        xs = sorted([*points.values(), *(x for x, _ in setup.foci.values()), 0])
        assert all(right - left >= 1 for left, right in pairwise(xs))


def test_all_elements_are_met_and_an_image_is_drawn_with_rays_alone():
    found = [setup for setup, _ in setups()]
    assert {setup.element for setup in found} == set(ELEMENTS)
    assert all(setup.rays for setup in found if setup.is_drawn)


def test_truth_and_places():
    scene = next(filter(None, map(_scene, range(20))))
    told = scene.truth["imaging"]
    assert scene.places["object_foot",].exact == (told["object"]["at"], "0")
    assert scene.places["object_tip",].exact == (told["object"]["at"], told["object"]["height"])


def _scene(seed):
    try:
        return imaging(Random(seed))
    except Unfit:
        return None
