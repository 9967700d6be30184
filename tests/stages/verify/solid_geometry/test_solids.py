import pytest

from tests.stages.verify.solid_geometry.solids import (
    CUBE,
    CUBOID,
    FRUSTUM,
    HEXAGONS,
    OCTAHEDRON,
    PRISM,
    PYRAMID,
    TETRAHEDRON,
    UNKNOWN,
    say,
    solid,
)

SKEW = solid(
    "A 0 0 0, B 4 0 0, C 4 3 0, D 0 3 0, E 1 0 2, F 5 0 2, G 5 3 2, H 1 3 2", "ABCD EFGH ABFE BCGF CDHG DAEH"
)


@pytest.mark.parametrize(
    ("truth", "kind", "volume", "area"),
    [
        (CUBOID, "cuboid", "24", "52"),
        (CUBE, "cube", "8", "24"),
        (PRISM, "triangular prism", "30", "72"),
        (HEXAGONS, "hexagonal prism", "30*sqrt(3)", "60+12*sqrt(3)"),
        (PYRAMID, "quadrangular pyramid", "16", "16+8*sqrt(13)"),
        (TETRAHEDRON, "triangular pyramid", "32/3", "24+8*sqrt(3)"),
        (FRUSTUM, "quadrangular frustum", "52", "40+16*sqrt(13)"),
        (OCTAHEDRON, "octahedron", "4/3", "4*sqrt(3)"),
        (SKEW, UNKNOWN, "24", "40+6*sqrt(5)"),
    ],
)
def test_a_solid_as_a_whole(truth, kind, volume, area):
    assert say(truth, "kind", "solid") == kind
    assert say(truth, "volume", "solid") == volume
    assert say(truth, "surface_area", "solid") == area


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("count", "vertices"), "8"),
        (("count", "edges"), "12"),
        (("count", "faces"), "6"),
        (("count", "hidden_edges"), "3"),
        (("count", "seen_faces"), "3"),
        (("count", "points"), "2"),
        (("count", "cubes"), UNKNOWN),
        (("edges_at", "A"), "3"),
        (("edges_at", "M"), UNKNOWN),
        (("seen", "ABFE"), "yes"),  # the front
        (("seen", "CDHG"), "no"),
        (("seen", "EFGH"), "yes"),  # one looks down
        (("seen", "FEGH"), UNKNOWN),
        (("hidden", "DC"), "yes"),
        (("hidden", "AB"), "no"),
        (("hidden", "AG"), UNKNOWN),
        (("role", "AB"), "edge"),
        (("role", "AC"), "face diagonal"),
        (("role", "AG"), "space diagonal"),
        (("role", "AM"), UNKNOWN),
        (("common_edge", "ABCD", "BCGF"), "BC"),
        (("common_edge", "ABCD", "DAEH"), "AD"),
        (("common_edge", "ABCD", "EFGH"), UNKNOWN),
        (("opposite_face", "DAEH"), "BCGF"),
        (("section_shape", "MCN"), "triangle"),
        (("section_shape", "solid"), "triangle"),
        (("section_shape", "ABCD"), UNKNOWN),
        (("volume", "box"), UNKNOWN),
    ],
)
def test_a_cuboid(expression, value):
    assert say(CUBOID, *expression) == value


def test_a_pyramid_has_no_opposite_faces():
    assert say(PYRAMID, "opposite_face", "ABCD") == UNKNOWN
    assert say(PYRAMID, "edges_at", "E") == "4"
