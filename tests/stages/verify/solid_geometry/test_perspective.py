import pytest

from tests.stages.verify.solid_geometry.solids import (
    CUBE,
    CUBOID,
    FRUSTUM,
    HEXAGONS,
    OCTAHEDRON,
    PRISM,
    PYRAMID,
)
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.solid_geometry.oracle import SolidGeometry

LEVEL = {"across": ["1", "0", "0"], "up": ["0", "0", "1"], "sight": ["0", "1", "0"]}


def seen_from(truth, x, y, z):
    """Return a solid seen by an eye that looks level to the back."""
    return SolidGeometry(truth | {"view": LEVEL | {"eye": [str(x), str(y), str(z)]}})


def test_what_is_twice_as_deep_is_half_as_large():
    width, depth, height = map(int, CUBOID["vertices"]["G"])
    place = seen_from(CUBOID, 0, -depth, 0).where(("vertex", "G"))
    assert place == pytest.approx((width / 2, height / 2))


@pytest.mark.parametrize(
    ("truth", "expression", "value"),
    [
        (PYRAMID, ("kind", "solid"), "quadrangular pyramid"),
        (PRISM, ("kind", "solid"), "triangular prism"),
        (PRISM, ("count", "seen_faces"), "2"),  # in a parallel view of the same sight there is one
        (PRISM, ("seen", "ABC"), "no"),
        (PRISM, ("seen", "DEF"), "yes"),
        (PRISM, ("hidden", "BC"), "yes"),
        (PRISM, ("opposite_face", "ABC"), "DEF"),
        (PRISM, ("common_edge", "ABC", "ABED"), "AB"),
        (PRISM, ("lines", "AB", "BC"), "intersecting"),
        (PRISM, ("lines", "AB", "DE"), "parallel"),
        (PRISM, ("lines", "AD", "BE"), "parallel"),
        (PRISM, ("lines", "AB", "CF"), "skew"),
        (HEXAGONS, ("lines", "AG", "DL"), "parallel"),  # which have no face in common
        (PYRAMID, ("lines", "AB", "CE"), "skew"),
        (OCTAHEDRON, ("lines", "AB", "CE"), "skew"),
    ],
)
def test_what_is_seen_in_perspective(truth, expression, value):
    assert seen_from(truth, 1, -30, 20).value(expression) == value


@pytest.mark.parametrize(
    ("truth", "expression"),
    [
        (CUBE, ("kind", "solid")),
        (CUBOID, ("kind", "solid")),
        (FRUSTUM, ("kind", "solid")),
        (PRISM, ("length", "AB")),
        (PRISM, ("equal", "AB", "DE")),
        (PRISM, ("longer", "AB", "BC")),
        (PRISM, ("perpendicular", "AB", "AD")),
        (PRISM, ("face_parallel", "AB", "DEF")),
        (PRISM, ("volume", "solid")),
    ],
)
def test_what_nobody_sees_in_perspective(truth, expression):
    with pytest.raises(Unknown):
        seen_from(truth, 1, -30, 20).value(expression)


@pytest.mark.parametrize("place", [("halfway", "AB"), ("face_middle", "ABC"), ("solid_center", "solid")])
def test_no_middle_is_a_place_in_perspective(place):
    with pytest.raises(Unknown):
        seen_from(PRISM, 1, -30, 20).where(place)


@pytest.mark.parametrize("eye", [(0, 0, 0), (1, 2, 1), (1, 9, 1)])
def test_the_eye_is_before_the_solid(eye):
    with pytest.raises(Contradiction, match="before the eye"):
        seen_from(CUBOID, *eye)


def test_the_picture_is_before_the_eye():
    """It goes through the origin: here it is upside down behind the eye."""
    far = {name: [x, str(int(y) + 9), z] for name, (x, y, z) in CUBOID["vertices"].items()}
    with pytest.raises(Contradiction, match="before the eye"):
        seen_from(CUBOID | {"vertices": far, "points": {}, "segments": [], "sections": []}, 0, 1, 0)
