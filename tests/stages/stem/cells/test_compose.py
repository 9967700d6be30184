import math
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.cells.compose import MAKERS, compose


def cells(n=120):
    found = []
    for seed in range(n):
        try:
            found.append(compose(Random(seed)))
        except Unfit:
            continue
    assert len(found) > n / 2
    return found


def test_all_kinds_and_many_constructions_come():
    made = cells()
    assert {cell.kind for cell in made} == set(MAKERS)
    assert len({step for cell in made for step in cell.steps}) > 20


def test_no_part_lies_on_another_but_the_nucleolus():
    for cell in cells():
        round_ones = [part for part in cell.parts if part.radius and part.kind != "nucleolus"]
        for part, other in combinations(round_ones, 2):
            assert math.dist(part.at, other.at) > part.radius + other.radius
        for part in cell.parts:
            if part.kind == "nucleolus":
                (nucleus,) = (other for other in cell.parts if other.kind == "nucleus")
                assert part.radius < math.dist(part.at, nucleus.at) < nucleus.radius - part.radius


def test_letters_are_outside_and_go_round_the_cell():
    for cell in cells():
        places = [cell.letters_at[index] for index in cell.labels.values()]
        assert not any(cell.holds((round(x), round(y)), 0.0) for x, y in places)
        angles = [math.atan2(y, x) for x, y in places]
        assert angles == sorted(angles, reverse=True)
