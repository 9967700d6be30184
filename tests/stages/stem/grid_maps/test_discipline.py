import re
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.grid_maps.compose import LANDMARKS, REGIONS
from vlcorpus.stages.stem.grid_maps.discipline import DISCIPLINE, compose_scene


def test_families_that_are_held_out_exist():
    families = set()
    for seed in range(80):
        try:
            families.add(compose_scene(Random(seed)).family)
        except Unfit:
            continue
    assert set(DISCIPLINE.held_out) < families


@pytest.mark.parametrize("name", [*LANDMARKS, *REGIONS])
def test_what_the_legend_names_has_a_chinese_name_too(name):
    book = read_phrasebook(DISCIPLINE.phrases)
    assert re.fullmatch(rf"[一-鿿]+（{name}）", book.name(name, "zh"))


def test_moves_are_said_in_words():
    book = read_phrasebook(DISCIPLINE.phrases)
    assert book.name("2 north, 1 east", "en") == "2 squares north and 1 square east"
    assert book.name("2 north, 1 east", "zh") == "向北2格、再向东1格"
