from collections import Counter
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.pedigrees import MODES
from vlcorpus.stages.stem.pedigrees.compose import compose
from vlcorpus.stages.stem.pedigrees.genetics import explanation
from vlcorpus.stages.stem.pedigrees.shapes import SHAPES


def composed(n):
    found = []
    for seed in range(n):
        try:
            found.append(compose(Random(seed)))
        except Unfit:
            continue
    return found


def test_every_construction_comes():
    families = composed(250)
    steps = Counter(step for family in families for step in family.steps)
    modes = {mode.replace(" ", "_").replace("-", "_").lower() for mode in MODES}
    marks = {"identical_twins", "fraternal_twins", "carriers", "proband", "deceased"}
    assert steps.keys() == {*SHAPES, *modes, *marks}
    assert len(families) > 230


def test_a_chart_is_explained_by_the_mode_that_made_it():
    by_step = {mode.replace(" ", "_").replace("-", "_").lower(): mode for mode in MODES}
    for family in composed(80):
        (mode,) = (by_step[step] for step in family.steps if step in by_step)
        assert explanation(family, mode) is not None
        assert any(p.affected for p in family.people)
        assert not any(p.affected and p.carrier for p in family.people)


def test_twins_are_neighbours_without_partners():
    for family in composed(80):
        partners = {p for couple in family.couples for p in couple.partners}
        for first, second, same in family.twins:
            row = family.rows[first.row]
            assert row.index(second) == row.index(first) + 1
            assert not {first, second} & partners
            assert not same or (first.sex, first.affected) == (second.sex, second.affected)
