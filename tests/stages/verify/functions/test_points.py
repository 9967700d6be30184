import pytest

from tests.stages.verify.functions.planes import UNKNOWN, say


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("coordinates", "B"), "(-1/2, 0)"),
        (("location", "A"), "quadrant 1"),
        (("location", "B"), "x-axis"),
        (("location", "C"), "quadrant 4"),
        (("location", "D"), "origin"),
        (("position", "A", "l"), "on"),
        (("position", "C", "l"), "below"),
        (("position", "A", "r"), "on"),
        (("position", "D", "w"), "below"),
        (("position", "A", "e"), "on"),
        (("position", "A", "R"), "inside"),
        (("position", "C", "R"), "outside"),
        (("position", "D", "R"), "inside"),
        (("distance", "A", "D"), "sqrt(13)"),
        (("distance", "A", "C"), "6"),
        (("distance", "B", "A"), "sqrt(61)/2"),
        (("midpoint", "A", "B"), "(3/4, 3/2)"),
        (("slope_between", "A", "B"), "6/5"),
        (("slope_between", "A", "C"), UNKNOWN),
        (("mirrored", "A", "C"), "x-axis"),
        (("mirrored", "A", "B"), UNKNOWN),
        (("mirrored", "D", "D"), UNKNOWN),
        (("at_coordinates", "2", "-3"), "C"),
        (("at_coordinates", "2", "2"), UNKNOWN),
        (("components", "m"), "(-3, -2)"),
        (("magnitude", "m"), "sqrt(13)"),
        (("sum", "u", "n"), "(1, 5)"),
        (("difference", "u", "n"), "(5, -1)"),
        (("dot", "u", "m"), "-13"),
        (("parallel", "u", "m"), "yes"),
        (("parallel", "u", "n"), "no"),
        (("perpendicular", "u", "n"), "yes"),
        (("equal", "u", "m"), "no"),
        (("longer", "u", "m"), UNKNOWN),
        (("side", "R"), "above"),
        (("boundary", "R"), "included"),
        (("count", "graphs"), "10"),
        (("count", "points"), "4"),
        (("count", "vectors"), "3"),
        (("count", "regions"), "1"),
        (("count", "axes"), UNKNOWN),
    ],
)
def test_points_vectors_and_regions(expression, value):
    assert say(*expression) == value
