import re

import pytest

from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.stem.grid_maps.compose import LANDMARKS, REGIONS
from vlcorpus.stages.stem.grid_maps.discipline import DISCIPLINE


@pytest.mark.parametrize("name", [*LANDMARKS, *REGIONS])
def test_what_the_legend_names_has_a_chinese_name_too(name):
    book = read_phrasebook(DISCIPLINE.phrases)
    assert re.fullmatch(rf"[一-鿿]+（{name}）", book.name(name, "zh"))


def test_moves_are_said_in_words():
    book = read_phrasebook(DISCIPLINE.phrases)
    assert book.name("2 north, 1 east", "en") == "2 squares north and 1 square east"
    assert book.name("2 north, 1 east", "zh") == "向北2格、再向东1格"
