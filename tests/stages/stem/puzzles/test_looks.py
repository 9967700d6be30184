from dataclasses import replace
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.puzzles.by_attributes import matrix
from vlcorpus.stages.stem.puzzles.by_patterns import marks, opposite, reflection, shadow
from vlcorpus.stages.stem.puzzles.grids import mirrored, rotated
from vlcorpus.stages.stem.puzzles.looks import looks
from vlcorpus.stages.stem.puzzles.puzzle import LETTERS


def made(build, seed=0):
    """Return the first puzzle that a stream makes."""
    while True:
        try:
            return build(Random(seed))
        except Unfit:
            seed += 100


def changed(puzzle, change):
    return replace(
        puzzle,
        panels=tuple(panel and change(panel) for panel in puzzle.panels),
        options={letter: change(option) for letter, option in puzzle.options.items()},
    )


@pytest.mark.parametrize("turn", [mirrored, lambda grid: rotated(grid, 1)])
def test_a_puzzle_that_is_turned_is_the_same(turn):
    puzzle = made(reflection)
    turned = changed(puzzle, lambda picture: {"rows": list(turn(tuple(picture["rows"])))})
    assert turned != puzzle
    assert looks(turned) == looks(puzzle)


@pytest.mark.parametrize("build", [matrix, marks, reflection])
def test_the_order_of_options_makes_no_difference(build):
    puzzle = made(build)
    options = dict(zip(LETTERS, reversed(puzzle.options.values()), strict=False))
    assert looks(replace(puzzle, options=options)) == looks(puzzle)


@pytest.mark.parametrize("build", [matrix, marks, reflection, shadow])
def test_other_pictures_make_another_puzzle(build):
    assert len({looks(made(build, seed)) for seed in range(20)}) == 20


def test_numbers_and_letters_make_no_difference():
    puzzle = made(matrix)
    more = changed(puzzle, lambda picture: picture | {"count": picture["count"] + 1, "size": 2})
    assert looks(more) == looks(puzzle)
    assert len({looks(made(opposite, seed)) for seed in range(60)}) <= 11  # nets of a cube
