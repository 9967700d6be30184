from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.puzzles.grids import (
    TRANSFORMS,
    images,
    inverted,
    lopsided,
    mirrored,
    n_filled,
    rotated,
    upside_down,
    with_moved_cell,
)

L = ("#..", "#..", "##.")


def test_a_quarter_turn_is_clockwise():
    assert rotated(L, 1) == ("###", "#..", "...")
    assert rotated(L, 4) == L


def test_mirrors():
    assert mirrored(L) == ("..#", "..#", ".##")
    assert upside_down(L) == ("##.", "#..", "#..")
    assert inverted(("#.",)) == (".#",)
    assert TRANSFORMS["rotate 180"](L) == mirrored(upside_down(L))


def test_a_lopsided_pattern_is_like_none_of_its_images():
    for seed in range(20):
        grid = lopsided(Random(seed), 4)
        assert len(set(images(grid))) == 8


def test_a_moved_cell_leaves_their_number():
    for seed in range(20):
        other = with_moved_cell(Random(seed), L)
        assert other != L
        assert n_filled(other) == n_filled(L)


def test_a_full_grid_has_no_cell_to_move():
    with pytest.raises(Unfit):
        with_moved_cell(Random(0), ("##", "##"))
