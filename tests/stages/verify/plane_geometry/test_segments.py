import pytest

from tests.stages.verify.plane_geometry.figures import UNKNOWN, say, truth

# A square ABCD of side 4 with its diagonals, which cross in O; M halves AB; P on AC a quarter from A.
SQUARE = truth(
    "A 0 0, B 4 0, C 4 4, D 0 4, O 2 2, M 2 0, P 1 1, X 9 9", polygons="ABCD", segments="AC BD", helpers="MO"
)
# An equilateral triangle of side 2 with the altitude CD, whose foot halves AB.
EQUILATERAL = truth("A -1 0, B 1 0, C 0 sqrt(3), D 0 0", polygons="ABC", segments="CD")
# An obtuse triangle: the altitude from C ends in H beyond A.
OBTUSE = truth("A 0 0, B 3 0, C -2 2*sqrt(2), H -2 0", polygons="ABC", helpers="CH HA")


@pytest.mark.parametrize(
    ("point", "segment", "value"),
    [
        ("M", "AB", "yes"),
        ("M", "BA", "yes"),
        ("P", "AO", "yes"),
        ("O", "AC", "yes"),
        ("O", "AP", "no"),  # on its line, beyond its end
        ("O", "AB", "no"),
        ("X", "AC", "no"),
        ("A", "AB", UNKNOWN),  # an end
        ("B", "AB", UNKNOWN),
        ("B", "AM", "no"),
        ("M", "CM", UNKNOWN),  # not drawn
        ("Q", "AB", UNKNOWN),
    ],
)
def test_on(point, segment, value):
    assert say(SQUARE, "on", point, segment) == value


def test_a_foot_beyond_the_side_is_not_on_it():
    assert say(OBTUSE, "on", "H", "AB") == "no"
    assert say(OBTUSE, "on", "A", "HB") == "yes"
    assert say(OBTUSE, "perpendicular", "CH", "AB") == "yes"


@pytest.mark.parametrize(
    ("segment", "value"),
    [("AB", "M"), ("BA", "M"), ("AC", "O"), ("AO", "P"), ("BC", UNKNOWN), ("AX", UNKNOWN), ("AA", UNKNOWN)],
)
def test_midpoint(segment, value):
    assert say(SQUARE, "midpoint", segment) == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("AC", "BD", "O"),
        ("DB", "CA", "O"),
        ("PC", "BD", "O"),
        ("AO", "BD", UNKNOWN),  # O is an end of AO
        ("AB", "AD", UNKNOWN),  # an end of both
        ("AB", "CD", UNKNOWN),
        ("AP", "BD", UNKNOWN),
        ("AC", "AC", UNKNOWN),
        ("AC", "PC", UNKNOWN),
    ],
)
def test_meet(one, other, value):
    assert say(SQUARE, "meet", one, other) == value


def test_segments_that_cross_where_no_point_is_named_have_no_meeting_point():
    figure = truth("A 0 0, B 4 0, C 4 4, D 0 4", segments="AC BD")
    assert say(figure, "meet", "AC", "BD") == UNKNOWN
    figure["points"] |= {"O": ["2", "2"], "Q": ["2", "2"]}
    assert say(figure, "meet", "AC", "BD") == UNKNOWN  # two names


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("AB", "CD", "yes"),
        ("AB", "DC", "yes"),
        ("AM", "CD", "yes"),
        ("MO", "BC", "yes"),
        ("AB", "BC", "no"),
        ("AC", "BD", "no"),
        ("AB", "BA", UNKNOWN),
        ("AM", "MB", UNKNOWN),  # one line
        ("AB", "XA", UNKNOWN),
    ],
)
def test_parallel(one, other, value):
    assert say(SQUARE, "parallel", one, other) == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("AB", "BC", "yes"),
        ("AC", "BD", "yes"),
        ("AP", "OD", "yes"),  # their lines do
        ("MO", "AB", "yes"),
        ("MO", "CD", "yes"),
        ("AB", "AC", "no"),
        ("AB", "AB", "no"),
        ("AB", "AX", UNKNOWN),
    ],
)
def test_perpendicular(one, other, value):
    assert say(SQUARE, "perpendicular", one, other) == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("AB", "CB", "yes"),
        ("AC", "BD", "yes"),
        ("AM", "MO", "yes"),
        ("AB", "BA", "yes"),
        ("AB", "AC", "no"),
        ("AP", "PO", "yes"),
        ("AP", "OC", "no"),
        ("AB", "XB", UNKNOWN),
    ],
)
def test_equal(one, other, value):
    assert say(SQUARE, "equal", one, other) == value


def test_roots_are_compared_exactly():
    assert say(EQUILATERAL, "equal", "AC", "AB") == "yes"
    assert say(EQUILATERAL, "longer", "CD", "AD") == "CD"  # 1.73 and 1
    assert say(EQUILATERAL, "perpendicular", "AB", "CD") == "yes"
    nearly = truth("A 0 0, B 99/70 0, C 0 0, D 1 1", segments="AB CD")  # 1.414286 and 1.414214
    nearly["points"]["C"] = ["0", "0"]
    assert say(nearly, "equal", "AB", "CD") == "no"
    assert say(nearly, "longer", "DC", "BA") == "BA"


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("AB", "AC", "AC"),
        ("CA", "AB", "CA"),  # as it was named
        ("AM", "MB", UNKNOWN),  # equally long
        ("AB", "AB", UNKNOWN),
        ("MO", "AP", "MO"),
        ("AX", "AB", UNKNOWN),
    ],
)
def test_longer(one, other, value):
    assert say(SQUARE, "longer", one, other) == value


@pytest.mark.parametrize(
    ("figure", "angle", "value"),
    [
        (SQUARE, "ABC", "right"),
        (SQUARE, "AOB", "right"),
        (SQUARE, "BAC", "acute"),
        (SQUARE, "MAP", "acute"),
        (SQUARE, "MOC", "obtuse"),
        (SQUARE, "AMB", UNKNOWN),  # straight
        (SQUARE, "MAB", UNKNOWN),  # zero
        (SQUARE, "AXB", UNKNOWN),
        (SQUARE, "CMB", UNKNOWN),  # an arm is not drawn
        (EQUILATERAL, "ACB", "acute"),
        (EQUILATERAL, "CDB", "right"),
        (OBTUSE, "CAB", "obtuse"),
        (OBTUSE, "HAC", "acute"),
        (OBTUSE, "CHA", "right"),
    ],
)
def test_angle_kind(figure, angle, value):
    assert say(figure, "angle_kind", angle) == value
