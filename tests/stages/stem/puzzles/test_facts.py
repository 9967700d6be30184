from vlcorpus.stages.stem.puzzles.facts import claims
from vlcorpus.stages.stem.puzzles.puzzle import Puzzle


def told(puzzle):
    return {claim.expression: claim for claim in claims(puzzle)}


def picture(**given):
    return {"shape": "star", "count": 1, "size": 3, "fill": 0, "turn": 0} | given


def test_a_series_is_told_by_its_rules():
    cells = [picture(count=n, fill=n % 2) for n in range(1, 6)]
    of = told(Puzzle("series", (*cells[:4], None), {"A": cells[0], "B": cells[4]}, "B", ()))
    assert of["answer", "series"].value == "B"
    assert of["rule", "count"].value == "progression"
    assert of["rule", "fill"].value == "alternation"
    assert of["rule", "shape"].value == "constant"
    assert of["number", "B"].value == "5"


def test_letters_have_too_few_rivals_for_options_of_their_own():
    options = {letter: picture(count=n) for n, letter in enumerate("ABCDE", start=1)}
    assert len(told(Puzzle("odd", (), options, "A", ()))["answer", "odd"].rivals) == 2


def test_faces_across_the_cube_share_no_edge():
    of = told(Puzzle("opposite", ({"rows": [".A..", "BCDE", ".F.."]},), {}, "", ()))
    assert of["opposite", "B"].value == "D"
    assert of["adjacent", "B", "D"].value == "no"
    assert of["adjacent", "A", "B"].value == "yes"


def test_a_turn_is_told_in_degrees():
    panel, option = {"rows": ["#..", "#..", "##."]}, {"rows": ["###", "#..", "..."]}
    of = told(Puzzle("rotation", (panel,), {"A": option}, "A", ()))
    assert of["turned", "1", "A"].value == "90"
    assert of["filled", "A"].value == "4"


def test_cubes_are_counted():
    of = told(Puzzle("stack", ({"heights": [[2, 1], [0, 1]]},), {}, "", ()))
    assert (of["cubes", "1"].value, of["tallest", "1"].value) == ("4", "2")
    assert ("count", "options") not in of


def test_a_net_is_told_whether_it_folds():
    options = {"A": {"rows": [".#..", "####", ".#.."]}, "B": {"rows": ["###", "###"]}}
    of = told(Puzzle("net", (), options, "A", ()))
    assert (of["folds", "A"].value, of["folds", "B"].value) == ("yes", "no")
