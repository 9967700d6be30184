from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.pedigrees.shapes import MAX_IN_ROW, SHAPES


@pytest.mark.parametrize("name", SHAPES)
def test_everybody_belongs_to_the_family_and_partners_stand_side_by_side(name):
    n = 0
    for seed in range(20):
        try:
            made = SHAPES[name](Random(f"{name} {seed}"))
        except Unfit:
            continue
        n += 1
        parents = {p for couple in made.couples for p in couple.partners}
        children = {child for couple in made.couples for child in couple.children}
        assert set(made.people) == parents | children
        for couple in made.couples:
            assert (couple.father.sex, couple.mother.sex) == ("male", "female")
            row = made.rows[couple.father.row]
            assert abs(row.index(couple.father) - row.index(couple.mother)) == 1
            assert couple.children
            assert all(child.parents == (couple.father, couple.mother) for child in couple.children)
        assert max(map(len, made.rows)) <= MAX_IN_ROW
    assert n > 10


def test_shapes_have_their_generations():
    rows = {name: len(make(Random(4)).rows) for name, make in SHAPES.items()}
    assert rows == {
        "two_generations": 2,
        "three_generations": 3,
        "four_generations": 4,
        "two_lines": 3,
        "cousins": 4,
    }
    assert SHAPES["cousins"](Random(4)).couples[-1].is_related
