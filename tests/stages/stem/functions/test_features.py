from fractions import Fraction

import pytest

from tests.stages.stem.functions.plots import plot
from tests.stages.stem.functions.test_graph import graph
from vlcorpus.stages.stem.functions.features import stretches, symmetry, turning_points, zeros, zeros_within

ACROSS = plot().frame.x


def ways(made):
    return [(float(part.low), float(part.high), part.direction) for part in stretches(made, ACROSS)]


def test_graphs_turn_where_they_turn():
    assert ways(graph("quadratic", 1, 2, 0)) == [(-6, 2, -1), (2, 6, 1)]
    assert ways(graph("cubic", 1, 0, 0, 3)) == [(-6, 0, 1), (0, 2, -1), (2, 6, 1)]
    assert ways(graph("cubic", 1, 1, 1, 1)) == [(-6, 6, 1)]
    assert ways(graph("segments", -2, 0, 0, 2, 1, 3, 4, 3)) == [(-2, 1, 1), (1, 4, 0)]


def test_a_gap_parts_what_rises_on_both_sides_of_it():
    assert ways(graph("reciprocal", -1, 1, 0)) == [(-6, 1, 1), (1, 6, 1)]
    assert ways(graph("logarithmic", 1, 2, -3)) == [(-3, 6, 1)]


def test_waves_turn_twice_in_a_period():
    assert turning_points(graph("sine", 1, 8, 0, 0), ACROSS) == [-2, 2]
    assert turning_points(graph("sine", 1, 4, 0, 0), ACROSS) == [-5, -3, -1, 1, 3, 5]


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (graph("quadratic", 1, 1, -4), [-1, 3]),
        (graph("quadratic", 1, 1, -3), None),
        (graph("quadratic", 1, 1, 2), []),
        (graph("absolute value", -2, 0, 3), [Fraction(-3, 2), Fraction(3, 2)]),
        (graph("cubic", 2, 1, 1, -3), [-3, 1]),
        (graph("exponential", 1, 2, 3), []),
        (graph("exponential", 1, 2, -3), None),
        (graph("reciprocal", 2, 1, -1), [3]),
        (graph("square root", 1, -2, -2), [2]),
        (graph("segments", 0, 2, 2, -2, 3, 0, 5, 1), [1, 3]),
        (graph("segments", 0, 1, 2, 0, 4, 0), None),
        (graph("sine", 1, 4, 0, 0), None),
    ],
)
def test_zeros(made, found):
    assert zeros(made) == found


def test_zeros_of_waves_are_those_in_the_window():
    assert zeros_within(graph("sine", 2, 8, 1, 0), ACROSS) == [-3, 1, 5]
    assert zeros_within(graph("sine", 2, 8, 1, 1), ACROSS) is None
    assert zeros_within(graph("linear", 1, 9), ACROSS) == []


@pytest.mark.parametrize(
    ("made", "shape"),
    [
        (graph("linear", 2, 0), "odd"),
        (graph("linear", 0, 2), "even"),
        (graph("quadratic", 1, 0, 3), "even"),
        (graph("quadratic", 1, 1, 0), "neither"),
        (graph("cubic", 1, -2, 0, 2), "odd"),
        (graph("cubic", 1, -1, 0, 2), "neither"),
        (graph("sine", 1, 4, 1, 2), "even"),
        (graph("sine", 1, 4, 2, 0), "odd"),
        (graph("sine", 1, 8, 1, 0), "neither"),
        (graph("sine", 1, 4, 0, 1), "neither"),
        (graph("exponential", 1, 2, 0), "neither"),
    ],
)
def test_symmetry(made, shape):
    assert symmetry(made) == shape
