from functools import partial
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.food_webs.compose import KINDS, compose
from vlcorpus.stages.stem.food_webs.habitats import habitats


def composed(n, make=compose):
    found = []
    for seed in range(n):
        try:
            found.append(make(Random(seed)))
        except Unfit:
            continue
    return found


def test_every_construction_comes():
    made = [
        web
        for kind in KINDS.values()
        for habitat in habitats()
        for web in composed(15, partial(kind, habitat))
    ]
    kinds = {"web", "lying_chain", "upright_chain", "pyramid_of_levels", "pyramid_of_species"}
    assert {step for web in made for step in web.steps} == {*habitats(), *kinds}


def test_most_draws_are_not_thrown_away():
    assert len(composed(300)) > 100


def test_energy_grows_less_from_step_to_step():
    for web in composed(500):
        energies = list(web.energies.values())
        assert all(20 * b >= a >= 5 * b for a, b in pairwise(energies))


def test_eaters_stand_above_what_they_eat():
    for web in composed(100):
        if web.kind == "web":
            assert all(web.places[a][1] < web.places[b][1] for a, b in web.links)
