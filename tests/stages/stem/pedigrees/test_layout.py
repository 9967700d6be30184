from itertools import pairwise
from random import Random

import pytest

from tests.stages.stem.pedigrees.families import family, three_generations
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.pedigrees.compose import compose
from vlcorpus.stages.stem.pedigrees.layout import SIBLINGS, middle, rail


def test_parents_stand_above_the_middle_of_their_children():
    made = three_generations()
    for couple in made.couples:
        assert middle(couple) == pytest.approx(sum(rail(couple)) / 2, abs=2)
        assert {child.y for child in couple.children} == {couple.father.y - 240}


def test_nobody_stands_near_another_and_rails_are_apart():
    for seed in range(60):
        try:
            made = compose(Random(seed))
        except Unfit:
            continue
        for row in made.rows:
            assert all(b.x - a.x >= SIBLINGS - 8 for a, b in pairwise(row))
            rails = sorted(rail(couple) for couple in made.couples if couple.father in row)
            assert all(start - end >= 40 for (_, end), (start, _) in pairwise(rails))


def test_lines_that_run_into_each_other_are_unfit():
    with pytest.raises(Unfit, match="run into each other"):
        family("mfmf/mm", "I-1 I-2: II-2, I-3 I-4: II-1")
