from random import Random

import pytest

from vlcorpus.schemas.stem.puzzles import SHAPES
from vlcorpus.stages.stem.puzzles import by_patterns
from vlcorpus.stages.stem.puzzles.by_attributes import odd
from vlcorpus.stages.stem.puzzles.draw import OUTLINES, SIDE, draw
from vlcorpus.stages.stem.puzzles.puzzle import Puzzle

SHAPE = {"shape": "arrow", "count": 2, "size": 3, "fill": 0, "turn": 2}


def test_every_shape_has_an_outline_about_as_large():
    assert OUTLINES.keys() == set(SHAPES)
    for path in OUTLINES.values():
        assert 0.7 < max(abs(value) for point in path.points() for value in point) < 1.2


@pytest.mark.parametrize("beside", [True, False])
def test_options_of_a_matrix_stand_apart_from_its_panels(beside):
    puzzle = Puzzle("matrix", (*[SHAPE] * 8, None), dict.fromkeys("ABCDEF", SHAPE), "A", ())
    drawn = draw(puzzle, beside=beside)
    panels = [at for name, at in drawn.at.items() if name.startswith("panel")]
    options = [at for name, at in drawn.at.items() if name.startswith("option")]
    if beside:
        assert min(x for x, _ in options) - max(x for x, _ in panels) > SIDE
    else:
        assert min(y for _, y in panels) - max(y for _, y in options) > SIDE
    assert len({tuple(at) for at in drawn.at.values()}) == 15
    assert drawn.things[8].tags[0].text == "?"


def test_an_arrow_that_is_turned_by_a_quarter_points_to_the_right():
    puzzle = Puzzle("series", ({**SHAPE, "count": 1},), {}, "", ())
    shape = draw(puzzle).things[0].shapes[1]
    tip = max(shape.path.points())
    assert tip[1] == pytest.approx(0, abs=1)


def test_letters_stand_below_options():
    drawn = draw(odd(Random(0)))
    for thing in drawn.things:
        assert thing.tags[0].text == thing.name[-1]
        assert thing.tags[0].at[1] < drawn.at[thing.name][1]


def test_faces_of_a_net_are_told_where_their_letters_stand():
    drawn = draw(by_patterns.opposite(Random(1)))
    letters = {tag.text: [round(value) for value in tag.at] for tag in drawn.things[0].tags}
    assert {name: at for name, at in drawn.at.items() if name.startswith("face")} == {
        f"face {letter}": at for letter, at in letters.items()
    }


def test_each_cube_shows_three_faces():
    puzzle = Puzzle("stack", ({"heights": [[2, 1], [0, 1]]},), {}, "", ())
    assert len(draw(puzzle).things[0].shapes) == 1 + 3 * 4  # and the floor
