from collections import Counter
from itertools import combinations
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.odd_counts.compose import FAMILIES, bounds, compose
from vlcorpus.stages.stem.odd_counts.kinds import KINDS


def test_an_odd_one_is_alone():
    for seed in range(30):
        counts = FAMILIES["odd one"][1](Random(seed), KINDS["dog"])
        assert sorted(Counter(counts).values())[0] == 1
        assert len(Counter(counts)) == 2


def test_one_of_twins_is_as_usual():
    for seed in range(30):
        assert 4 in FAMILIES["twins"][1](Random(seed), KINDS["dog"])


@pytest.mark.parametrize("family", ["odd one", "collection"])
def test_many_strings_are_not_counted_on_many(family):
    with pytest.raises(Unfit):
        FAMILIES[family][1](Random(0), KINDS["guitar"])


def test_things_stand_apart():
    for seed in range(100):
        try:
            boxes = [bounds(model) for model in compose(Random(seed)).models.values()]
        except Unfit:
            continue
        for (al, ay, ar, ah), (bl, by, br, bh) in combinations(boxes, 2):
            assert ar <= bl or br <= al or ah <= by or bh <= ay


def test_things_of_several_have_letters():
    groups = []
    for seed in range(60):
        try:
            groups.append(compose(Random(seed)))
        except Unfit:
            continue
    assert {len(group.models) == 1 for group in groups} == {True, False}
    for group in groups:
        names = list(group.models)
        assert names == (
            [group.kind.name]
            if len(names) == 1
            else [f"{group.kind.name} {x}" for x in "ABCDEF"][: len(names)]
        )
