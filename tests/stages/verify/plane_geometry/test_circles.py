import pytest

from tests.stages.verify.plane_geometry.figures import UNKNOWN, say, truth

# Radius 5 around O. A and B are ends of a diameter; C and D on the circle; P outside, PT touches in T; E
# inside. Q beyond T on the tangent's line; K is the middle of chord CD.
CIRCLE = "circle O"
FIGURE = truth(
    "O 0 0, A -5 0, B 5 0, C 3 4, D -3 4, T 4 -3, P 7 1, Q 1 -7, E 1 1, K 0 4, R 10 5",
    segments="AB OC CD PQ CE PR EP",
    polygons="ABC",
    circles={CIRCLE: ("0", "0", "25")},
    centers={CIRCLE: "O"},
)


def test_the_hand_figure_is_what_it_says():
    """T lies on the circle, and OT is perpendicular to PQ: 4*6 - 3*8 = 0."""
    assert say(FIGURE, "position", "T", CIRCLE) == "on"
    assert say(FIGURE, "on", "T", "PQ") == "yes"


@pytest.mark.parametrize(
    ("segment", "value"),
    [
        ("OC", "radius"),
        ("CO", "radius"),
        ("AO", "radius"),  # a part of the diameter
        ("AB", "diameter"),
        ("BA", "diameter"),
        ("CD", "chord"),
        ("AC", "chord"),
        ("PT", "tangent"),
        ("TP", "tangent"),
        ("PQ", "tangent"),  # touches between its ends, which are both outside
        ("CK", UNKNOWN),  # half a chord
        ("CE", UNKNOWN),  # from the circle inwards, but not from its centre
        ("PR", UNKNOWN),  # outside
        ("EP", UNKNOWN),  # cuts through the circle
        ("OT", UNKNOWN),  # not drawn
    ],
)
def test_role(segment, value):
    assert say(FIGURE, "role", segment, CIRCLE) == value


def test_a_segment_that_ends_before_the_point_of_touch_is_no_tangent():
    figure = truth("A 1 1, B 3 1, C -1 1", segments="AB AC", circles={"c": ("0", "0", "1")})
    assert say(figure, "role", "AB", "c") == say(figure, "role", "BA", "c") == UNKNOWN
    assert say(figure, "role", "AC", "c") == say(figure, "role", "CA", "c") == "tangent"


def test_a_tangent_by_roots():
    """From (2, 0) the unit circle is touched in (1/2, sqrt(3)/2)."""
    figure = truth("P 2 0, T 1/2 sqrt(3)/2, N 1/2 13/15", segments="PT PN", circles={"c": ("0", "0", "1")})
    assert say(figure, "role", "PT", "c") == "tangent"
    assert say(figure, "role", "PN", "c") == UNKNOWN  # 13/15 is sqrt(3)/2 + 0.0006


@pytest.mark.parametrize(
    ("point", "value"), [("O", "inside"), ("E", "inside"), ("D", "on"), ("P", "outside"), ("X", "?")]
)
def test_position_to_a_circle(point, value):
    assert say(FIGURE, "position", point, CIRCLE) == value


@pytest.mark.parametrize(
    ("point", "value"),
    [("E", "inside"), ("A", "on"), ("O", "on"), ("K", "outside"), ("T", "outside"), ("P", "outside")],
)
def test_position_to_a_polygon(point, value):
    assert say(FIGURE, "position", point, "ABC") == say(FIGURE, "position", point, "CBA") == value


def test_position_to_what_is_neither():
    assert say(FIGURE, "position", "E", "ABD") == UNKNOWN
    assert say(FIGURE, "position", "E", "circle P") == UNKNOWN


def test_position_to_a_polygon_that_is_not_convex():
    figure = truth("A -2 0, B 0 1, C 2 0, D 0 4, N 0 1/2, I 1 1, J 0 3", polygons="ABCD")
    assert [say(figure, "position", point, "ABCD") for point in "NIJB"] == [
        "outside",
        "inside",
        "inside",
        "on",
    ]


def test_center():
    assert say(FIGURE, "center", CIRCLE) == "O"
    assert say(FIGURE, "center", "circle P") == UNKNOWN
    circles = {"c": ("1", "1", "2"), "d": ("9", "9", "2")}
    figure = truth("A 0 0, M 1 1", circles=circles)
    assert say(figure, "center", "c") == "M"  # the point that lies there
    assert say(figure, "center", "d") == UNKNOWN
    figure["points"]["N"] = ["1", "1"]
    assert say(figure, "center", "c") == UNKNOWN
    figure["centers"]["c"] = "N"
    assert say(figure, "center", "c") == "N"


def test_inscribed():
    assert say(FIGURE, "inscribed", "ABC", CIRCLE) == "yes"
    figure = truth("A -5 0, B 5 0, C 3 3, D 3 4", polygons="ABC ABD", circles={"c": ("0", "0", "25")})
    assert say(figure, "inscribed", "ABC", "c") == "no"
    assert say(figure, "inscribed", "DBA", "c") == "yes"
    assert say(figure, "inscribed", "ACD", "c") == UNKNOWN
    assert say(figure, "inscribed", "ABC", "d") == UNKNOWN


INCIRCLE = {
    "in": ("1", "1", "1"),
    "ex": ("6", "6", "36"),  # touches BC from outside and the other sides beyond their ends
    "less": ("1", "1", "99/100"),
    "two": ("1/2", "1/2", "1/4"),  # touches two sides
    "around": ("2", "3/2", "25/4"),
    "on": ("2", "0", "1"),  # its centre is on a side
}


@pytest.mark.parametrize("name", INCIRCLE)
def test_touches(name):
    """The triangle of sides 3, 4 and 5 has an incircle of radius 1 around (1, 1)."""
    figure = truth("A 0 0, B 4 0, C 0 3", polygons="ABC", circles=INCIRCLE)
    assert say(figure, "touches", name, "ABC") == ("yes" if name == "in" else "no")
    assert say(figure, "touches", name, "ABX") == UNKNOWN


def test_touches_by_roots():
    figure = truth(
        "A 0 0, B 2 0, C 1 sqrt(3)",
        polygons="ABC",
        circles={"in": ("1", "sqrt(3)/3", "1/3"), "off": ("1", "sqrt(3)/3", "1/4")},
    )
    assert say(figure, "touches", "in", "BCA") == "yes"
    assert say(figure, "touches", "off", "BCA") == "no"
    assert say(figure, "touches", "none", "BCA") == UNKNOWN


def test_a_circle_that_touches_the_lines_of_a_dart_but_not_its_sides_does_not_touch_it():
    """All four lines are sqrt(2) away, but AB and CB end in B before the foot of the perpendicular."""
    dart = truth("A -2 1, B 0 3, C 2 1, D 0 15", polygons="ABCD", circles={"c": ("0", "5", "2")})
    assert say(dart, "touches", "c", "ABCD") == "no"


@pytest.mark.parametrize(
    ("x", "square", "value"),
    [
        ("3", "1", "tangent"),  # from outside: 2 + 1 = 3
        ("1", "1", "tangent"),  # from inside: 2 - 1 = 1
        ("1", "9", "tangent"),  # and around
        ("2", "1", "intersecting"),
        ("1/2", "1", "nested"),
        ("1/2", "16", "nested"),
        ("4", "1", "separate"),
        ("301/100", "1", "separate"),
        ("0", "1", "concentric"),
        ("0", "16", "concentric"),
        ("0", "4", UNKNOWN),  # the same circle
        ("2+sqrt(2)", "2", "tangent"),
        ("2-sqrt(2)", "2", "tangent"),
        ("2+sqrt(3)", "2", "separate"),
        ("2+sqrt(2)", "3", "intersecting"),
    ],
)
def test_circles(x, square, value):
    figure = truth("A 0 0", circles={"c": ("0", "0", "4"), "d": (x, "0", square)})
    assert say(figure, "circles", "c", "d") == say(figure, "circles", "d", "c") == value
    assert say(figure, "circles", "c", "c") == UNKNOWN
    assert say(figure, "circles", "c", "e") == UNKNOWN
