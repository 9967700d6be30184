import numpy as np
import pytest

from bench.problems_refigured import Refigured
from vlcorpus.schemas.scenes.claims import Claim

TRIANGLE = {"points": {"A": ["xy", "0", "0"], "B": ["xy", "3", "4"], "C": ["xy", "7", "0"]}}
TRIANGLE |= {"lines": ["AB", "BC", "CA"], "circles": {}}
# AD = BC and AB is parallel to DC: so it is, and so is a parallelogram.
TRAPEZOID = {"points": {"A": ["xy", "0", "0"], "B": ["xy", "9", "0"]}}
TRAPEZOID["points"] |= {"C": ["polar", "B", "4", "120"], "D": ["polar", "A", "4", "60"]}
TRAPEZOID |= {"lines": ["AB", "BC", "CD", "DA"], "circles": {}}


def claim(operation, *names, value="yes"):
    return Claim((operation, *names), value)


SIDES = [claim("length", "AB", value="5"), claim("length", "BC", value="4*sqrt(2)")]


@pytest.mark.parametrize(
    ("truth", "givens", "asked", "is_determined"),
    [
        (TRIANGLE, [*SIDES, claim("length", "CA", value="7")], claim("angle", "BCA", value="45"), True),
        # Two sides and the angle between them; and the angle beside them, which two triangles have.
        (
            TRIANGLE,
            [SIDES[1], claim("length", "CA", value="7"), claim("angle", "BCA", value="45")],
            SIDES[0],
            True,
        ),
        (TRIANGLE, [*SIDES, claim("angle", "BCA", value="45")], claim("length", "CA", value="7"), False),
        (TRIANGLE, SIDES, claim("length", "CA", value="7"), False),
        (
            TRAPEZOID,
            [claim("parallel", "AB", "DC"), claim("equal", "AD", "BC"), claim("angle", "DAB", value="60")],
            claim("angle", "ABC", value="60"),
            False,
        ),
        (
            TRAPEZOID,
            [claim("isosceles_trapezoid", "ABCD"), claim("angle", "DAB", value="60")],
            claim("angle", "ABC", value="60"),
            True,
        ),
    ],
)
def test_an_answer_is_determined_or_has_a_second_solution(truth, givens, asked, is_determined):
    assert Refigured(truth).is_determined(asked, givens) is is_determined


def test_a_given_is_needed_where_the_answer_moves_without_it():
    figure, angle = Refigured(TRIANGLE), claim("angle", "BCA", value="45")
    assert figure.is_needed(angle, SIDES)
    assert not figure.is_needed(angle, [*SIDES, claim("length", "CA", value="7")])


def test_a_mirrored_figure_looks_alike_and_a_folded_one_does_not():
    figure = Refigured(TRAPEZOID)
    folded = figure.drawn.copy()
    folded[2] = folded[0] + folded[1] - folded[2]
    assert figure.looks_alike(np.array([figure.drawn, figure.drawn * [-1, 1], folded])).tolist() == [
        True,
        True,
        False,
    ]
