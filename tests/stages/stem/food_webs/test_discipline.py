import re

import pytest

from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.food_webs.discipline import DISCIPLINE
from vlcorpus.stages.stem.food_webs.habitats import habitats


@pytest.mark.parametrize("habitat", habitats())
def test_each_species_has_a_chinese_name_of_its_own(habitat):
    """Pictures have English names, so that Chinese sentences have both."""
    book = read_phrasebook(DISCIPLINE.phrases)
    names = [book.name(species, "zh") for species in habitats()[habitat]]
    for species, name in zip(habitats()[habitat], names, strict=True):
        assert re.fullmatch(rf"[一-鿿]+（{species}）", name)
    assert len(set(names)) == len(names)
