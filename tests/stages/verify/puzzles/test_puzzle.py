import pytest

from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.puzzles.puzzle import Puzzle

CORNER, BAR, DOT = ["#.", "##"], ["##", ".."], ["#.", ".."]


def grids(kind, panels, **options):
    return {
        "kind": kind,
        "panels": [panel and {"rows": panel} for panel in panels],
        "options": {name: {"rows": rows} for name, rows in options.items()},
    }


@pytest.mark.parametrize(
    ("truth", "right"),
    [
        (grids("match", [CORNER], A=BAR, B=CORNER), "B"),
        (grids("reflection", [CORNER], A=CORNER, B=[".#", "##"]), "B"),
        (grids("rotation", [["##", "#."]], A=[".#", "##"], B=BAR), "A"),
        (grids("analogy", [BAR, ["..", "##"], DOT, None], A=["..", "#."], B=[".#", ".."]), "A"),
        (grids("completion", [["#...", "##.."]], A=["..", "##"], B=[".#", "##"]), "B"),
        (grids("fold", [CORNER], A=["#..#", "####"], B=["#.#.", "####"]), "A"),
        (grids("net", [], A=["###", "###"], B=[".#..", "####", ".#.."]), "B"),
        (grids("odd", [], A=CORNER, B=[".#", "##"], C=BAR, D=["##", ".#"], E=["##", "#."]), "C"),
    ],
)
def test_the_right_option_is_found(truth, right):
    assert Puzzle(truth).right == right


def shapes(count, shape="circle"):
    return {"shape": shape, "count": count, "size": 1, "fill": 0, "turn": 0}


def test_series_and_odd_of_attributes():
    series = {"kind": "series", "panels": [*map(shapes, (1, 2, 3, 4)), None]}
    assert Puzzle(series | {"options": {"A": shapes(4), "B": shapes(5)}}).right == "B"
    options = {name: shapes(n) for n, name in enumerate("ABCDE", start=1)} | {"C": shapes(3, "star")}
    assert Puzzle({"kind": "odd", "options": options}).right == "C"


def test_a_shadow():
    options = {"A": {"rows": ["#.", "##"]}, "B": {"rows": [".#", "##"]}}
    panel = {"heights": [[1, 2], [1, 0]]}
    assert Puzzle({"kind": "shadow", "panels": [panel], "options": options}).right == "B"


@pytest.mark.parametrize(
    "truth",
    [
        {"kind": "sudoku"},
        grids("match", [CORNER], A=BAR, B=DOT),
        grids("match", [CORNER], A=CORNER, B=CORNER),
        {"kind": "match", "panels": [{"rows": CORNER}], "options": {"A": {"marks": [1]}}},
    ],
)
def test_a_puzzle_without_one_answer_is_refused(truth):
    with pytest.raises(Contradiction):
        Puzzle(truth)


def test_pictures_are_found_by_their_names():
    puzzle = Puzzle(grids("analogy", [BAR, ["..", "##"], DOT, None], A=["..", "#."], B=[".#", ".."]))
    assert puzzle.grid("1").rows == tuple(BAR)
    assert puzzle.grid("B").rows == (".#", "..")
    assert puzzle.blank == 4
    assert puzzle.transforms() == ["rotate 180", "mirror top and bottom", "invert"]
    for name in ("0", "4", "5", "Z"):
        with pytest.raises(Unknown):
            puzzle.picture(name)
