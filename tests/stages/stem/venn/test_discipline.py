from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.venn.areas import region_at
from vlcorpus.stages.stem.venn.compose import compose
from vlcorpus.stages.stem.venn.discipline import compose_scene


def test_places_lie_in_the_regions_that_they_name():
    kinds = set()
    for seed in range(60):
        try:
            scene, diagram = compose_scene(Random(seed)), compose(Random(seed))
        except Unfit:
            continue
        for expression, place in scene.places.items():
            region = region_at(diagram.curves, place.at)
            match expression:
                case ("only", name):
                    assert region == name
                case ("only_both", *pair):
                    assert set(region) == set(pair)
                case ("all",):
                    assert set(region) == set(diagram.sets)
                case ("all_but", name):
                    assert set(region) == set(diagram.sets) - {name}
                case ("outside",):
                    assert region == ""
                case (_, name):
                    assert name in scene.truth["elements"][region]
            kinds.add(expression[0])
        assert scene.room
    assert kinds == {"only", "only_both", "all", "all_but", "outside", "element", "region_of"}
