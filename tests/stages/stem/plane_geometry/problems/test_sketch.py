import math
from fractions import Fraction

import pytest

from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.schemas.scenes.scene import Unfit


def test_points_of_roots_stay_exact():
    sketch = right_triangle()
    assert sketch.places["D"].told == ("xy", "36/25", "48/25")
    assert sketch.part("A", "B", Fraction(1, 4)) == "E"
    assert sketch.places["E"].told == ("xy", "1", "0")


def test_points_of_directions_are_told_by_them_and_lie_there():
    sketch = circle()
    assert sketch.places["B"].told == ("polar", "O", "5", "80")
    assert sketch.direction("A", "B") == 130
    sketch.begin("foot")
    foot = sketch.foot("O", "A", "B")
    assert sketch.places[foot].told[0] == "meet"
    assert math.dist(sketch.places[foot].at, (0, 0)) == pytest.approx(5 * math.cos(math.radians(40)))


def test_the_bisector_halves_the_angle_of_directions():
    sketch = circle()
    sketch.begin("bisector")
    foot = sketch.bisector_foot("C", "A", "B")
    assert sketch.direction("C", foot) - sketch.direction("C", "A") == 20


def test_what_was_begun_can_be_undone():
    sketch = right_triangle()
    sketch.undo()
    assert list(sketch.places) == ["A", "B", "C"]
    assert len(sketch.lines) == 3
    sketch.begin("again")
    assert sketch.at(9, 9) == "D"


def test_a_point_is_named_once_and_a_line_drawn_once():
    sketch = right_triangle()
    with pytest.raises(Unfit, match="has a name"):
        sketch.at(4, 0)
    sketch.draw("BD")
    assert len(sketch.lines) == 4


def test_parallel_lines_do_not_meet():
    with pytest.raises(Unfit, match="parallel"):
        circle().aim("A", 30, "B", 210)
