import re
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.food_webs.discipline import DISCIPLINE, compose_scene
from vlcorpus.stages.stem.food_webs.habitats import habitats


def test_families_that_are_held_out_exist():
    families = set()
    for seed in range(200):
        try:
            families.add(compose_scene(Random(seed)).family)
        except Unfit:
            continue
    assert DISCIPLINE.held_out
    assert set(DISCIPLINE.held_out) <= families


@pytest.mark.parametrize("habitat", habitats())
def test_each_species_has_a_chinese_name_of_its_own(habitat):
    """Pictures have English names, so that Chinese sentences have both."""
    book = read_phrasebook(DISCIPLINE.phrases)
    names = [book.name(species, "zh") for species in habitats()[habitat]]
    for species, name in zip(habitats()[habitat], names, strict=True):
        assert re.fullmatch(rf"[一-鿿]+（{species}）", name)
    assert len(set(names)) == len(names)
