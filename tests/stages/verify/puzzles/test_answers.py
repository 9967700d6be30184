import pytest

from tests.stages.verify.puzzles.test_puzzle import BAR, CORNER, DOT, grids, shapes
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.puzzles import answers
from vlcorpus.stages.verify.puzzles.puzzle import Puzzle

SERIES = Puzzle(
    {
        "kind": "series",
        "panels": [*map(shapes, (1, 2, 3, 4)), None],
        "options": {"A": shapes(4), "B": shapes(5)},
    }
)
ROTATION = Puzzle(grids("rotation", [["##", "#."]], A=[".#", "##"], B=BAR))
NET = Puzzle(grids("opposite", [[".a..", "bcde", ".f.."]]))
CUBES = Puzzle({"kind": "stack", "panels": [{"heights": [[3, 1], [1, 0]]}]})


def test_answers_and_rules():
    assert answers.answer(SERIES, "series") == "B"
    assert answers.rule(SERIES, "count") == "progression"
    assert answers.rule(SERIES, "shape") == "constant"
    for kind in ("matrix", "puzzle"):
        with pytest.raises(Unknown):
            answers.answer(SERIES, kind)


def test_what_pictures_show():
    assert answers.shape(SERIES, "3") == "circle"
    assert answers.number(SERIES, "3") == "3"
    assert answers.same(SERIES, "A", "4") == "yes"
    assert answers.filled(ROTATION, "B") == "2"
    assert answers.degrees(ROTATION, "1", "A") == "180"
    assert answers.axes(ROTATION, "1") == "1"
    with pytest.raises(Unknown):
        answers.shape(ROTATION, "1")


def test_faces_of_a_net():
    assert answers.opposite(NET, "b") == "d"
    assert answers.adjacent(NET, "a", "c") == "yes"
    assert answers.adjacent(NET, "a", "f") == "no"
    assert answers.folds(NET, "1") == "yes"
    with pytest.raises(Unknown):
        answers.opposite(NET, "z")


def test_cubes():
    assert answers.cubes(CUBES, "1") == "5"
    assert answers.tallest(CUBES, "1") == "3"
    assert answers.count(CUBES, "panels") == "1"


def test_transforms_that_are_several_have_no_name():
    puzzle = Puzzle(grids("analogy", [BAR, ["..", "##"], DOT, None], A=["..", "#."], B=["##", "##"]))
    with pytest.raises(Unknown):
        answers.transform(puzzle, "puzzle")
    puzzle = Puzzle(grids("analogy", [CORNER, ["##", "#."], DOT, None], A=[".#", ".."], B=["##", "##"]))
    with pytest.raises(Unknown):
        answers.transform(puzzle, "rotation")


def test_the_odd_one_differs_in_one_attribute():
    options = {name: shapes(2) for name in "ABCD"} | {"E": shapes(3)}
    assert answers.odd_in(Puzzle({"kind": "odd", "options": options}), "puzzle") == "count"
