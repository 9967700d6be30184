from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.solid_geometry.stacks import stacks


def scenes():
    for seed in range(80):
        try:
            yield stacks(Random(seed))
        except Unfit:
            continue


def value(scene, *expression):
    return next(claim.value for claim in scene.claims if claim.expression == expression)


def test_cubes_and_views_are_counted():
    for scene in scenes():
        heights = scene.truth["heights"]
        assert value(scene, "count", "cubes") == str(sum(map(sum, heights)))
        front = [max(row[c] for row in heights) for c in range(len(heights[0]))]
        assert value(scene, "columns", "front") == ", ".join(map(str, front))
        assert value(scene, "squares", "front") == str(sum(front))


def test_no_stack_is_hidden_by_a_higher_one_in_front():
    for scene in scenes():
        for behind, before in zip(scene.truth["heights"], scene.truth["heights"][1:], strict=False):
            assert all(far >= near for far, near in zip(behind, before, strict=True))
