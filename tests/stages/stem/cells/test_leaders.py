from random import Random

import pytest

from tests.stages.stem.cells.test_compose import cells
from vlcorpus.stages.stem.cells.cell import Cell, Part
from vlcorpus.stages.stem.cells.leaders import add_letter


def samples(start, end, n=200):
    return [
        (start[0] + (end[0] - start[0]) * k / n, start[1] + (end[1] - start[1]) * k / n) for k in range(n)
    ]


def distance(one, other):
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def test_the_line_of_a_letter_touches_no_other_part():
    for cell in cells():
        for index, out in cell.letters_at.items():
            part = cell.parts[index]
            for other in cell.parts:
                is_around = part.kind == "nucleolus" and other.kind == "nucleus"
                if other is part or is_around or other.kind == "cytoplasm" or not other.radius:
                    continue
                assert all(distance(at, other.at) > other.radius for at in samples(part.at, out))


def test_a_line_goes_aside_where_something_is_in_its_way_and_else_straight():
    cell = Cell(Random(0), "animal", (600.0, 450.0), 2.0)
    cell.parts = [Part("lysosome", (200, 0), 30.0), Part("mitochondrion", (400, 0), 72.0)]
    add_letter(cell, 1)
    assert cell.letters_at[1] == pytest.approx((730.0, 0.0))
    cell.letters_at.clear()
    add_letter(cell, 0)
    assert abs(cell.letters_at[0][1]) > 100


def test_where_every_way_is_barred_there_is_no_letter():
    cell = Cell(Random(0), "animal", (600.0, 450.0), 2.0)
    cell.parts = [Part("lysosome", (0, 40), 30.0)]
    cell.parts += [Part("vacuole", (x, 250), 150.0) for x in (-300, 0, 300)]
    add_letter(cell, 0)
    assert not cell.letters_at
