from itertools import pairwise
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.food_webs.habitats import chain_of, habitats, heights, part_of


@pytest.mark.parametrize("name", habitats())
def test_who_is_eaten_is_listed_and_nobody_eats_in_a_circle(name):
    habitat = habitats()[name]
    for species, eaten in habitat.items():
        assert set(eaten) <= habitat.keys() - {species}
    assert max(heights(habitat).values()) < 6  # an endless one for a circle
    assert () in habitat.values()


@pytest.mark.parametrize("name", habitats())
def test_a_part_holds_all_links_between_its_species_and_no_hungry_consumer(name):
    habitat = habitats()[name]
    for seed in range(5):
        part = part_of(habitat, Random(seed), 7)
        assert len(part) == 7
        for species, eaten in part.items():
            assert set(eaten) == set(habitat[species]) & part.keys()
            assert bool(eaten) == bool(habitat[species])


def test_a_chain_begins_with_a_producer():
    n = 0
    for seed in range(20):
        try:
            chain = chain_of(habitats()["meadow"], Random(seed), 4)
        except Unfit:
            continue
        n += 1
        assert habitats()["meadow"][chain[0]] == ()
        assert all(a in habitats()["meadow"][b] for a, b in pairwise(chain))
    assert n > 3


def test_heights_are_those_of_the_longest_chains():
    assert heights({"a": (), "b": ("a",), "c": ("a", "b")}) == {"a": 0, "b": 1, "c": 2}
