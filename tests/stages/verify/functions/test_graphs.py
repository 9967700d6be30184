import pytest

from tests.stages.verify.functions.planes import STEPS, UNKNOWN, graph, of, say


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("kind", "t"), "segments"),
        (("color", "l"), "red"),
        (("color", "q"), UNKNOWN),
        (("at", "l", "1/2"), "0"),
        (("at", "q", "3"), "0"),
        (("at", "c", "1"), "-3"),
        (("at", "e", "3"), "7"),
        (("at", "e", "1/2"), UNKNOWN),
        (("at", "o", "3"), "2"),
        (("at", "o", "-1"), UNKNOWN),
        (("at", "o", "2"), UNKNOWN),
        (("at", "r", "2"), "3"),
        (("at", "r", "1"), UNKNOWN),
        (("at", "s", "5"), "3"),
        (("at", "w", "1"), "3"),
        (("at", "w", "1/3"), "2"),
        (("at", "w", "1/2"), UNKNOWN),
        (("at", "t", "-1"), "3"),
        (("at", "t", "4"), UNKNOWN),
        (("solution", "l", "5"), "3"),
        (("solution", "q", "-4"), "1"),
        (("solution", "q", "0"), UNKNOWN),  # two
        (("solution", "c", "15"), "3"),
        (("solution", "e", "3"), "2"),
        (("solution", "e", "4"), UNKNOWN),  # irrational
        (("solution", "t", "0"), "14/5"),
        (("solution", "t", "4"), UNKNOWN),
        (("y_intercept", "q"), "-3"),
        (("y_intercept", "o"), "0"),
        (("zeros", "q"), "-1, 3"),
        (("zeros", "c"), "-2, 0, 2"),
        (("zeros", "v"), "-1/2, 5/2"),
        (("zeros", "w"), UNKNOWN),
        (("zeros", "r"), "-1"),
        (("vertex", "v"), "(1, 3)"),
        (("vertex", "l"), UNKNOWN),
        (("opens", "v"), "downwards"),
        (("axis_of_symmetry", "q"), "1"),
        (("minimum", "q"), "-4"),
        (("maximum", "q"), UNKNOWN),
        (("maximum", "v"), "3"),
        (("minimum", "s"), "0"),
        (("minimum", "w"), "-1"),
        (("maximum", "t"), "4"),
        (("minimum", "e"), UNKNOWN),  # it comes near to -1
        (("slope", "l"), "2"),
        (("slope_on", "t", "2", "3"), "-5"),
        (("slope_on", "t", "-3", "2"), UNKNOWN),
        (("vertical_asymptote", "r"), "1"),
        (("horizontal_asymptote", "e"), "-1"),
        (("vertical_asymptote", "e"), UNKNOWN),
        (("period", "w"), "4"),
        (("amplitude", "w"), "2"),
        (("midline", "w"), "1"),
    ],
)
def test_one_graph(expression, value):
    assert say(*expression) == value


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("solution_count", "q", "0"), "2"),
        (("solution_count", "q", "5"), "2"),  # at -2 and 4
        (("solution_count", "q", "6"), "0"),  # outside the window
        (("solution_count", "q", "-4"), "1"),
        (("solution_count", "q", "-5"), "0"),
        (("solution_count", "c", "1"), "3"),
        (("solution_count", "c", "5"), "1"),
        (("solution_count", "e", "-1"), "0"),
        (("solution_count", "e", "4"), "1"),
        (("solution_count", "o", "-5"), "1"),
        (("solution_count", "r", "1"), "0"),
        (("solution_count", "r", "2"), "1"),
        (("solution_count", "w", "0"), "5"),
        (("solution_count", "w", "3"), "3"),
        (("solution_count", "w", "4"), "0"),
        (("solution_count", "t", "1"), "2"),
        (("solution_count", "t", "4"), UNKNOWN),
        (("solution_count", "s", "0"), "1"),
    ],
)
def test_points_of_a_height_are_counted_in_the_window(expression, value):
    """The wave is 0 at -13/3, -5/3, -1/3, 7/3, 11/3, and 3 at -3, 1 and 5."""
    assert say(*expression) == value


@pytest.mark.parametrize(
    ("f", "low", "high", "way"),
    [
        ("l", "0", "1", 1),
        ("q", "1", "2", 1),
        ("q", "0", "2", 0),
        ("v", "-3", "1", 1),
        ("c", "-1", "1", -1),
        ("c", "-2", "0", 0),
        ("e", "-9", "9", 1),
        ("o", "0", "9", 1),
        ("o", "-1", "9", None),
        ("r", "2", "3", -1),
        ("r", "0", "2", None),
        ("w", "-1", "1", 1),
        ("w", "-1", "2", 0),
        ("t", "-3", "0", 1),
        ("t", "-3", "1", 0),
        ("t", "2", "4", None),
        ("l", "1", "1", None),
    ],
)
def test_rising_and_falling(f, low, high, way):
    told = [say(operation, f, low, high) for operation in ("increasing", "decreasing")]
    assert told == {1: ["yes", "no"], -1: ["no", "yes"], 0: ["no", "no"], None: [UNKNOWN, UNKNOWN]}[way]


def test_a_cubic_rises_through_its_level_place():
    assert say("increasing", "f", "-1", "1", scene=of(graph("cubic", "1 0 0 0"))) == "yes"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("sign", "q", "-1", "3"), "negative"),
        (("sign", "q", "3", "5"), "positive"),
        (("sign", "q", "2", "4"), UNKNOWN),
        (("sign", "o", "-1", "0"), "negative"),
        (("sign", "o", "-2", "0"), UNKNOWN),
        (("sign", "r", "1", "2"), "positive"),
        (("sign", "c", "0", "2"), "negative"),
        (("sign", "c", "0", "3"), UNKNOWN),
        (("sign", "w", "0", "2"), "positive"),
        (("sign", "t", "0", "2"), "positive"),
        (("passes", "l", "1"), "yes"),
        (("passes", "l", "2"), "no"),
        (("passes", "l", "3"), "yes"),
        (("passes", "l", "4"), "yes"),
        (("passes", "l", "5"), UNKNOWN),
        (("passes", "q", "1"), UNKNOWN),
    ],
)
def test_where_it_is_positive_and_which_quadrants_it_passes(expression, value):
    assert say(*expression) == value


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (graph("linear", "2 0"), "odd"),
        (graph("linear", "2 1"), "neither"),
        (graph("linear", "0 1"), "even"),
        (graph("linear", "0 0"), UNKNOWN),
        (graph("quadratic", "2 0 5"), "even"),
        (graph("quadratic", "2 1 5"), "neither"),
        (graph("cubic", "1 -2 0 2"), "odd"),
        (graph("cubic", "1 -2 0 1"), "neither"),
        (graph("reciprocal", "1 0 0"), "odd"),
        (graph("sine", "1 4 0 0"), "odd"),
        (graph("sine", "1 4 1 3"), "even"),
        (graph("sine", "1 4 2 0"), "odd"),
        (graph("segments", "-2 1 0 0 2 1"), "even"),
        (graph("segments", "-2 -1 0 0 2 1"), "odd"),
        (STEPS, "neither"),
        (graph("exponential", "1 2 0"), "neither"),
    ],
)
def test_symmetry(one, value):
    assert say("symmetry", "f", scene=of(one)) == value
