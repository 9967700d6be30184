from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.pedigrees.discipline import DISCIPLINE, compose_scene


def test_places_are_those_of_people_in_the_truth():
    families = set()
    for seed in range(60):
        try:
            scene = compose_scene(Random(seed))
        except Unfit:
            continue
        families.add(scene.family)
        people = scene.truth["people"]
        values = {claim.expression: claim.value for claim in scene.claims}
        for expression, place in scene.places.items():
            if expression[0] != "couple":
                name = expression[1] if expression[0] == "person" else values[expression]
                assert list(place.exact) == people[name]["at"]
    assert set(DISCIPLINE.held_out) < families
