import pytest

from vlcorpus.stages.verify.puzzles.nets import folded, lettered
from vlcorpus.stages.verify.puzzles.pictures import Grid


@pytest.mark.parametrize(
    "rows", [(".#..", "####", ".#.."), ("##..", ".##.", "..##"), ("###..", "..###"), ("#...", "####", "...#")]
)
def test_nets_fold(rows):
    assert folded(Grid(rows)) is not None


@pytest.mark.parametrize(
    "rows",
    [("######",), ("###", "###"), ("##..", "####"), ("####", "##.."), ("#####",)],
)
def test_what_does_not_fold(rows):
    assert folded(Grid(rows)) is None


def test_letters_are_found_on_their_faces():
    faces = lettered(Grid((".a..", "bcde", ".f..")))
    assert faces["b"] + faces["d"] == faces["c"] + faces["e"] == faces["a"] + faces["f"] == 5
