import pytest

from tests.stages.verify.plane_geometry.figures import UNKNOWN, say, truth
from vlcorpus.schemas.stem.plane_geometry import KINDS_OF_QUADRILATERAL, KINDS_OF_TRIANGLE

TRIANGLES = [
    ("A 0 0, B 2 0, C 1 sqrt(3)", "equilateral"),
    ("A 0 0, B 2 0, C 1 19/11", "isosceles"),  # 1.727 is not sqrt(3)
    ("A 0 0, B 2 0, C 0 2", "right isosceles"),
    ("A 0 0, B sqrt(2) sqrt(2), C 0 2*sqrt(2)", "right isosceles"),
    ("A 0 0, B 4 0, C 0 3", "right"),
    ("A 0 0, B 1 0, C 0 sqrt(3)", "right"),
    ("A 0 0, B 4 0, C 2 5", "isosceles"),
    ("A 0 0, B 5 0, C 1 1", "scalene"),  # obtuse
    ("A 0 0, B 5 0, C 2 5", "scalene"),  # acute
]
QUADRILATERALS = [
    ("A 0 0, B 2 0, C 2 2, D 0 2", "square"),
    ("A 0 0, B sqrt(2)/2 -sqrt(2)/2, C sqrt(2) 0, D sqrt(2)/2 sqrt(2)/2", "square"),
    ("A 0 0, B 3 0, C 3 2, D 0 2", "rectangle"),
    ("A 0 0, B 2 0, C 3 sqrt(3), D 1 sqrt(3)", "rhombus"),
    ("A 0 0, B 4 0, C 5 2, D 1 2", "parallelogram"),
    ("A 0 -3, B 2 0, C 0 1, D -2 0", "kite"),
    ("A 2 0, B 0 1, C -2 0, D 0 -3", "kite"),  # from another corner
    ("A 0 0, B 4 0, C 3 1, D 1 1", "isosceles trapezoid"),
    ("A 0 0, B 1 1, C 3 1, D 4 0", "isosceles trapezoid"),  # the other pair is parallel
    ("A 0 0, B 4 0, C 3 2, D 0 2", "right trapezoid"),
    ("A 0 0, B 0 2, C 3 2, D 4 0", "right trapezoid"),
    ("A 0 0, B 5 0, C 3 2, D 1 2", "trapezoid"),
    ("A 0 0, B 5 0, C 4 3, D 1 2", "irregular quadrilateral"),
    ("A 0 0, B 4 0, C 1 1, D 0 5", "irregular quadrilateral"),  # not convex
    ("A -2 0, B 0 1, C 2 0, D 0 4", UNKNOWN),  # a dart: a kite for some
]
MORE_CORNERS = [
    ("A 2 0, B 1 sqrt(3), C -1 sqrt(3), D -2 0, E -1 -sqrt(3), F 1 -sqrt(3)", "regular hexagon"),
    ("A 2 0, B 1 2, C -1 2, D -2 0, E -1 -2, F 1 -2", "hexagon"),
    # Equal angles and sides of 2 and 3 in turn; then equal sides, not convex.
    ("A 0 0, B 2 0, C 7/2 3*sqrt(3)/2, D 5/2 5*sqrt(3)/2, E -1/2 5*sqrt(3)/2, F -3/2 3*sqrt(3)/2", "hexagon"),
    ("A 0 0, B 2 0, C 2 2, D 1 2-sqrt(3), E 0 2, F -sqrt(3) 1", "hexagon"),
    ("A 0 0, B 5 0, C 8 4, D 5 8, E 0 8, F -3 4", "hexagon"),  # equal sides, convex
    ("A 0 0, B 3 0, C 4 2, D 2 4, E -1 2", "pentagon"),
    (
        "A 1+sqrt(2) 1, B 1 1+sqrt(2), C -1 1+sqrt(2), D -1-sqrt(2) 1, "
        "E -1-sqrt(2) -1, F -1 -1-sqrt(2), G 1 -1-sqrt(2), H 1+sqrt(2) -1",
        "regular octagon",
    ),
    ("A 0 0, B 2 -1, C 4 0, D 5 2, E 4 4, F 2 5, G 0 4", "heptagon"),
    # A plus: equal sides, and all turns are right angles, to the left and to the right.
    ("A 1 0, B 2 0, C 2 1, D 3 1, E 3 2, F 2 2, G 2 3, H 1 3, I 1 2, J 0 2, K 0 1, L 1 1", "dodecagon"),
]


@pytest.mark.parametrize(("places", "kind"), TRIANGLES + QUADRILATERALS + MORE_CORNERS)
def test_kind_from_every_corner_and_both_ways_round(places, kind):
    name = "".join(place.split()[0] for place in places.split(","))
    figure = truth(places, polygons=name)
    for i in range(len(name)):
        turned = name[i:] + name[:i]
        assert say(figure, "kind", turned) == say(figure, "kind", turned[::-1]) == kind


def test_every_kind_of_the_contract_is_reached():
    assert {kind for _, kind in TRIANGLES} == set(KINDS_OF_TRIANGLE)
    assert {kind for _, kind in QUADRILATERALS} - {UNKNOWN} == set(KINDS_OF_QUADRILATERAL)


def test_a_polygon_of_too_many_corners_has_no_kind():
    name = "ABCDEFGHIJKLM"
    places = ", ".join(f"{letter} {i} {i * i}" for i, letter in enumerate(name))  # on a parabola: convex
    assert say(truth(places, polygons=name), "kind", name) == UNKNOWN
    assert say(truth(places, polygons=name[:12]), "kind", name[:12]) == "dodecagon"


# D on BC: ABD is as drawn as ABC. Sides 5 (BC), 4 (AB), 3 (CA).
RIGHT = truth("A 0 0, B 4 0, C 0 3, D 2 3/2", polygons="ABC", segments="AD")


@pytest.mark.parametrize(
    ("polygon", "side"),
    [
        ("ABC", "BC"),
        ("CBA", "CB"),
        ("CAB", "BC"),
        ("BAC", "CB"),
        ("ABD", "AB"),
        ("ADC", "CA"),
        ("ABX", UNKNOWN),
    ],
)
def test_longest_side_is_named_as_the_corners_come(polygon, side):
    assert say(RIGHT, "longest_side", polygon) == side


def test_there_is_no_longest_side_of_several():
    assert say(truth("A 0 0, B 2 0, C 1 5", polygons="ABC"), "longest_side", "ABC") == UNKNOWN
    assert say(truth("A 0 0, B 2 0, C 1 1/2", polygons="ABC"), "longest_side", "ABC") == "AB"
    assert say(truth(QUADRILATERALS[0][0], polygons="ABCD"), "longest_side", "ABCD") == UNKNOWN
    assert say(truth(QUADRILATERALS[11][0], polygons="ABCD"), "longest_side", "BCDA") == "AB"


@pytest.mark.parametrize(
    ("triangle", "corner"), [("ABC", "A"), ("BCA", "A"), ("ADC", "D"), ("ABD", "D"), ("BDC", UNKNOWN)]
)
def test_largest_angle(triangle, corner):
    assert say(RIGHT, "largest_angle", triangle) == corner


def test_there_is_no_largest_angle_of_several_or_of_more_corners():
    assert say(truth("A 0 0, B 2 0, C 1 1/2", polygons="ABC"), "largest_angle", "ABC") == "C"
    assert say(truth("A 0 0, B 2 0, C 1 5", polygons="ABC"), "largest_angle", "ABC") == UNKNOWN
    assert say(truth(TRIANGLES[0][0], polygons="ABC"), "largest_angle", "ABC") == UNKNOWN
    assert say(truth(QUADRILATERALS[12][0], polygons="ABCD"), "largest_angle", "ABCD") == UNKNOWN
