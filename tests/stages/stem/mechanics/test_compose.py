from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.structure import structure
from vlcorpus.stages.stem.mechanics.compose import compose_scene

SCENES = []
for seed in range(300):
    try:
        SCENES.append(compose_scene(Random(seed)))
    except Unfit:
        continue


def test_scenes_vary():
    assert len({structure(scene.claims, scene.names) for scene in SCENES}) > 0.85 * len(SCENES)
    assert len({step for scene in SCENES for step in scene.steps}) > 14


def test_setups_are_of_different_kinds_and_do_not_touch():
    for scene in SCENES:
        kinds = [setup["kind"] for setup in scene.truth["setups"]]
        assert len(set(kinds)) == len(kinds) >= 2


def test_blocks_are_counted_over_all_setups():
    for scene in SCENES:
        blocks = [thing for thing in scene.things if thing.kind == "block"]
        counted = [claim.value for claim in scene.claims if claim.expression == ("count", "blocks")]
        assert counted == ([str(len(blocks))] if blocks else [])
