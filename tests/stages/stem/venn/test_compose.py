from collections import Counter
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.venn.areas import areas, region_at
from vlcorpus.stages.stem.venn.compose import compose
from vlcorpus.stages.stem.venn.contents import CONTENTS
from vlcorpus.stages.stem.venn.layouts import LAYOUTS


def composed(n):
    found = []
    for seed in range(n):
        try:
            found.append(compose(Random(seed)))
        except Unfit:
            continue
    return found


def test_every_construction_comes():
    diagrams = composed(250)
    steps = Counter(step for diagram in diagrams for step in diagram.steps)
    assert steps.keys() == {*LAYOUTS, *CONTENTS, "universe"}
    assert len(diagrams) > 180


def test_regions_are_what_the_curves_make():
    for diagram in composed(60):
        assert set(diagram.regions) == set(areas(diagram.curves, diagram.frame))
        for region, place in diagram.regions.items():
            assert region_at(diagram.curves, place) == region


def test_a_letter_stands_outside_of_its_curve_and_near_it():
    for diagram in composed(60):
        for name, curve in diagram.curves.items():
            assert name not in region_at(diagram.curves, diagram.letters_at[name])
            assert curve.distance(diagram.letters_at[name]) < 60
            for other, of in diagram.curves.items():
                assert other == name or of.distance(diagram.letters_at[name]) > 35
