from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.cells import FUNCTIONS
from vlcorpus.stages.stem.cells.discipline import compose_scene


def test_the_truth_is_what_the_contract_says():
    for seed in range(30):
        try:
            scene = compose_scene(Random(seed))
        except Unfit:
            continue
        parts = scene.truth["parts"]
        assert {part["kind"] for part in parts} <= set(FUNCTIONS)
        for letter, index in scene.truth["labels"].items():
            assert scene.places["end", letter].at == tuple(map(float, parts[index]["at"]))
