from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.structure import structure
from vlcorpus.stages.stem.optics.discipline import DISCIPLINE


def test_scenes_vary():
    found = []
    for seed in range(300):
        try:
            found.append(DISCIPLINE.compose(Random(seed)))
        except Unfit:
            continue
    assert {scene.family for scene in found} >= {"converging_lens", "plane_mirror", "mirrors_in_grid"}
    structures = {structure(scene.claims, scene.names) for scene in found}
    assert len(structures) > 0.7 * len(found)
