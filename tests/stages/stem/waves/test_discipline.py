from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.waves.discipline import compose_scene


def test_places_lie_on_their_waves_and_strings():
    kinds = set()
    for seed in range(120):
        try:
            scene = compose_scene(Random(seed))
        except Unfit:
            continue
        for (what, name, *_), place in scene.places.items():
            x, y = map(Fraction, place.exact)
            kinds.add(what)
            if what == "crest":
                assert y == Fraction(scene.truth["waves"][name]["amplitude"])
            elif what == "zero":
                assert y == 0
            elif what in ("node", "antinode"):
                assert 0 <= x <= Fraction(scene.truth["strings"][name]["length"])
    assert kinds == {"point", "crest", "trough", "zero", "node", "antinode"}
