import pytest

from tests.stages.verify.functions.planes import UNKNOWN, graph, of, say


@pytest.mark.parametrize(
    ("one", "other", "points", "n"),
    [
        (graph("linear", "1 0"), graph("linear", "-1 2"), "(1, 1)", "1"),
        (graph("linear", "1 0"), graph("linear", "1 2"), UNKNOWN, "0"),
        (graph("linear", "1 0"), graph("linear", "1 0"), UNKNOWN, UNKNOWN),
        (graph("quadratic", "1 0 0"), graph("linear", "1 2"), "(-1, 1), (2, 4)", "2"),
        (graph("quadratic", "1 0 0"), graph("linear", "2 -1"), "(1, 1)", "1"),
        (graph("quadratic", "1 0 0"), graph("linear", "0 2"), UNKNOWN, "2"),
        (graph("quadratic", "1 0 0"), graph("quadratic", "-1 0 2"), "(-1, 1), (1, 1)", "2"),
        (graph("absolute value", "1 0 0"), graph("linear", "0 3"), "(-3, 3), (3, 3)", "2"),
        (graph("absolute value", "1 0 0"), graph("linear", "1 0"), UNKNOWN, UNKNOWN),
        (graph("absolute value", "1 0 0"), graph("absolute value", "-1 1 2"), "(-1/2, 1/2), (3/2, 3/2)", "2"),
        (graph("absolute value", "1 0 0"), graph("quadratic", "1 0 0"), "(-1, 1), (0, 0), (1, 1)", "3"),
        (graph("cubic", "1 0 1 2"), graph("linear", "1 0"), UNKNOWN, UNKNOWN),
    ],
)
def test_where_graphs_meet(one, other, points, n):
    for pair in (of(one, other), of(other, one)):
        assert say("intersections", "f", "g", scene=pair) == points
        assert say("intersection_count", "f", "g", scene=pair) == n


@pytest.mark.parametrize(
    ("one", "other", "expression", "value"),
    [
        (graph("linear", "2 0"), graph("linear", "2 1"), ("parallel", "f", "g"), "yes"),
        (graph("linear", "2 0"), graph("linear", "2 0"), ("parallel", "f", "g"), UNKNOWN),
        (graph("linear", "2 0"), graph("linear", "-1/2 3"), ("perpendicular", "f", "g"), "yes"),
        (graph("linear", "2 0"), graph("linear", "-3 3"), ("perpendicular", "f", "g"), "no"),
        (graph("linear", "2 0"), graph("linear", "-3 3"), ("steeper", "f", "g"), "g"),
        (graph("linear", "2 0"), graph("linear", "-2 3"), ("steeper", "f", "g"), UNKNOWN),
        (graph("linear", "2 0"), graph("exponential", "1 2 0"), ("greater", "f", "g", "1"), UNKNOWN),
        (graph("linear", "2 0"), graph("exponential", "1 2 0"), ("greater", "f", "g", "3/2"), "f"),
        (graph("exponential", "1 2 0"), graph("linear", "2 0"), ("greater", "f", "g", "3/2"), "g"),
        (graph("exponential", "1 2 0"), graph("exponential", "1 3 0"), ("greater", "f", "g", "1/2"), "g"),
        (graph("linear", "2 0"), graph("square root", "1 0 0"), ("greater", "f", "g", "-1"), UNKNOWN),
    ],
)
def test_two_graphs_are_compared(one, other, expression, value):
    assert say(*expression, scene=of(one, other)) == value
