import pytest

from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.puzzles.pictures import (
    TRANSFORMS,
    Grid,
    Marks,
    Stacks,
    beside,
    front_view,
    n_axes,
    read_picture,
    turned,
)

L = Grid(("#.", "#.", "##"))


def test_grids_are_turned_clockwise_and_mirrored():
    assert turned(L, 90).rows == ("###", "#..")
    assert turned(L, 180).rows == ("##", ".#", ".#")
    assert turned(L, 270).rows == ("..#", "###")
    made = {name: make(L).rows for name, make in TRANSFORMS.items()}
    assert made["mirror left and right"] == (".#", ".#", "##")
    assert made["mirror top and bottom"] == ("##", "#.", "#.")
    assert made["invert"] == (".#", ".#", "..")
    assert made["rotate 90"] == ("###", "#..")


@pytest.mark.parametrize(
    ("rows", "n"),
    [
        (("###", "###", "###"), 4),
        ((".#.", "###", ".#."), 4),
        (("#.#", "...", "..."), 1),
        (("#..", ".#.", "..."), 1),
        (("##.", "...", "..."), 0),
    ],
)
def test_axes(rows, n):
    assert n_axes(Grid(rows)) == n


def test_cubes_from_the_front():
    assert front_view(Stacks(((2, 0, 1), (1, 0, 3)))).rows == ("..#", "#.#", "#.#")
    assert beside(L, L).rows == ("#.#.", "#.#.", "####")
    assert L.cells == [(0, 0), (0, 1), (0, 2), (1, 2)]


def test_pictures_are_read():
    assert read_picture({"marks": [0, 8]}) == Marks(frozenset({0, 8}))
    assert read_picture({"heights": [[1]]}) == Stacks(((1,),))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"marks": [8, 0]},
        {"marks": [9]},
        {"rows": ["#", "##"]},
        {"shape": "circle", "count": 1, "size": 1, "fill": 0, "turn": 2},
        {"shape": "cube", "count": 1, "size": 1, "fill": 0, "turn": 0},
        {"shape": "circle", "count": 0, "size": 1, "fill": 0, "turn": 0},
    ],
)
def test_what_is_no_picture_is_refused(told):
    with pytest.raises(Contradiction):
        read_picture(told)
