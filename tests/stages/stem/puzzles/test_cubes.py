from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.puzzles.cubes import (
    as_grid,
    folded,
    front_view,
    hexomino,
    opposite_cells,
    silhouette,
    stacked,
)

CROSS = {(0, 1), (1, 0), (1, 1), (1, 2), (1, 3), (2, 1)}


def test_a_cross_folds_to_a_cube():
    assert sorted(folded(CROSS).values()) == [0, 1, 2, 3, 4, 5]
    opposite = opposite_cells(CROSS)
    assert (opposite[0, 1], opposite[1, 0], opposite[1, 1]) == ((2, 1), (1, 2), (1, 3))


def test_a_block_does_not_fold():
    assert folded({(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)}) is None


def test_there_are_eleven_nets_of_a_cube():
    found = set()
    for seed in range(3000):
        try:
            cells = hexomino(Random(seed))
        except Unfit:
            continue
        if folded(cells):
            turned = [{(s * r, t * c) for r, c in cells} for s in (1, -1) for t in (1, -1)]
            turned += [{(c, r) for r, c in one} for one in turned]
            found.add(min(as_grid(one) for one in turned))
    assert len(found) == 11


def test_a_front_view_shows_the_tallest_of_each_column():
    assert front_view(((2, 0, 1), (1, 3, 0))) == [2, 3, 1]
    assert silhouette([2, 3, 1], 3) == (".#.", "##.", "###")


def test_no_stack_hides_the_top_of_another():
    for seed in range(200):
        try:
            heights = stacked(Random(seed))
        except Unfit:
            continue
        for r, row in enumerate(heights):
            for c, height in enumerate(row):
                ahead = zip(heights[r + 1 :], range(c + 1, len(row)), strict=False)
                assert all(other[k] < height + step for step, (other, k) in enumerate(ahead, start=1))


def test_letters_stand_in_the_cells_of_a_net():
    assert as_grid({(3, 4), (4, 4)}, {(3, 4): "A", (4, 4): "B"}) == ("A", "B")
    with pytest.raises(Unfit):
        opposite_cells({(0, 0), (0, 1), (1, 0), (1, 1)})
