import math

import numpy as np
import pytest

from tests.stages.verify.plane_geometry.problems.truths import CIRCLE, TRIANGLE
from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.plane_geometry.problems.figure import Figure


def distance(figure, a, b):
    p, q = figure.pick(a + b)
    return float(np.linalg.norm(p - q)) * figure.size


def test_points_lie_where_they_are_told():
    figure = Figure(CIRCLE)
    assert distance(figure, "A", "B") == pytest.approx(10)
    assert distance(figure, "A", "C") == pytest.approx(10 * math.sin(math.radians(50)))
    assert distance(figure, "A", "P") == pytest.approx(distance(figure, "C", "P"))
    assert distance(Figure(TRIANGLE), "A", "D") == pytest.approx(2.4)


def test_how_points_lie():
    figure = Figure(CIRCLE)
    assert figure.between("A", "O", "B")
    assert not figure.between("O", "A", "B")
    assert figure.diameter("AB", "O")
    assert not figure.diameter("AC", "O")
    assert figure.same_side("CP", "AB")
    assert figure.opposite("PO", "AC")
    assert figure.slanted("AC", "AB")
    assert not figure.slanted("AO", "AB")
    assert figure.same_ray("A", "O", "B")
    assert not figure.same_ray("O", "A", "B")
    assert Figure(TRIANGLE).inside("D", "BAC")
    assert not Figure(TRIANGLE).inside("B", "DAC")


def test_a_polygon_is_convex_where_it_turns_one_way_and_once_around():
    pentagon = {
        "points": {"O": ["xy", "0", "0"]}
        | {c: ["polar", "O", "1", str(72 * n)] for n, c in enumerate("ABCDE")},
        "lines": [],
        "circles": {"O": "ABCDE"},
    }
    assert Figure(pentagon).convex("ABCDE")
    assert not Figure(pentagon).convex("ACEBD"), "a star goes around twice"
    assert not Figure(pentagon).convex("ACBDE")


@pytest.mark.parametrize(
    "change",
    [
        {"lines": ["BCD"]},
        {"lines": ["ABC"]},
        {"circles": {"A": "BC"}},
        {"points": {"A": ["xy", "0", "0"], "B": ["polar", "Z", "1", "2"]}},
        {"points": {"A": ["xy", "0", "0"]}, "lines": []},
        {"points": {"A": ["above", "B"]}, "lines": []},
    ],
)
def test_what_cannot_be_is_a_contradiction(change):
    with pytest.raises(Contradiction):
        Figure(TRIANGLE | change)
