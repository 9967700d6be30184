from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.structure import structure
from vlcorpus.stages.stem.circuits.compose import compose_scene

SCENES = []
for seed in range(200):
    try:
        SCENES.append(compose_scene(Random(seed)))
    except Unfit:
        continue


def test_scenes_vary():
    assert len(SCENES) > 120
    assert len({structure(scene.claims, scene.names) for scene in SCENES}) > 0.8 * len(SCENES)


def test_truth_tells_what_is_drawn():
    for scene in SCENES:
        names = {thing.name for thing in scene.things}
        assert names >= scene.truth["components"].keys()
        for told in scene.truth["components"].values():
            assert set(told["ends"]) <= scene.truth["nodes"].keys()
            assert ("state" in told) == (told["kind"] == "switch")
        assert scene.places[("symbol", "E")]


def test_a_battery_is_never_short_circuited():
    for scene in SCENES:
        is_told = any(claim.expression == ("current", "E") for claim in scene.claims)
        assert is_told or scene.family.startswith("lamps")
