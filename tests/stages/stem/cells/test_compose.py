import math
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.cells.compose import MAKERS, compose, letter_place


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
        angles = []
        for index in cell.labels.values():
            part = cell.parts[index]
            assert not cell.holds(letter_place(cell, part), 0.0)
            angles.append(math.atan2(part.at[1], part.at[0]))
        assert angles == sorted(angles, reverse=True)
