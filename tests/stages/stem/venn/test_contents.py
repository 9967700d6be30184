from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.venn.areas import region_at
from vlcorpus.stages.stem.venn.compose import compose
from vlcorpus.stages.stem.venn.contents import CONTENTS


def diagrams(content, n=40):
    for seed in range(n):
        try:
            diagram = compose(Random(f"contents {seed}"))
        except Unfit:
            continue
        if diagram.steps[-1] == content:
            yield diagram


@pytest.mark.parametrize("content", ["numbers", "rule_numbers"])
def test_elements_stand_in_their_regions(content):
    n = 0
    for diagram in diagrams(content):
        n += 1
        for region, names in diagram.elements.items():
            assert all(region_at(diagram.curves, diagram.spots[name]) == region for name in names)
        assert sum(map(len, diagram.elements.values())) == len(diagram.spots)
    assert n > 2


def test_numbers_are_counted_in_every_region():
    for diagram in diagrams("counts"):
        assert diagram.counts.keys() == diagram.regions.keys()
        assert all(diagram.size(region) == count > 0 for region, count in diagram.counts.items())


def test_a_part_is_shaded_but_not_all():
    for diagram in diagrams("shading"):
        assert set() < set(diagram.shaded) < set(diagram.regions)


def test_a_diagram_has_one_content():
    assert len(CONTENTS) == 4
    for content in CONTENTS:
        for diagram in diagrams(content):
            filled = [bool(diagram.spots), bool(diagram.counts), bool(diagram.shaded)]
            assert sum(filled) == 1
