from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.structure import structure
from vlcorpus.stages.stem.solid_geometry.discipline import DISCIPLINE


def test_scenes_vary():
    """A fifth of all scenes at most has the structure of another."""
    found = []
    for seed in range(300):
        try:
            found.append(DISCIPLINE.compose(Random(seed)))
        except Unfit:
            continue
    assert {scene.family for scene in found} >= {"bodies", "stacks", "nets", "cuboid"}
    structures = {structure(scene.claims, scene.names) for scene in found}
    assert len(structures) > 0.8 * len(found)
