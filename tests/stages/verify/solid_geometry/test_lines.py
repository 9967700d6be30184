import pytest

from tests.stages.verify.solid_geometry.solids import CUBOID, UNKNOWN, say


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("lines", "AB", "HG"), "parallel"),
        (("lines", "AB", "BC"), "intersecting"),
        (("lines", "AB", "CG"), "skew"),
        (("lines", "AG", "BH"), "intersecting"),
        (("lines", "AB", "BA"), UNKNOWN),
        (("lines", "AB", "AF"), UNKNOWN),  # AF is not drawn
        (("perpendicular", "AB", "BC"), "yes"),
        (("perpendicular", "AB", "AC"), "no"),
        (("perpendicular", "AB", "CG"), UNKNOWN),
        (("equal", "AG", "BH"), "yes"),
        (("equal", "AB", "BC"), "no"),
        (("longer", "BC", "AB"), "AB"),
        (("longer", "AG", "BH"), UNKNOWN),
        (("length", "AG"), "sqrt(29)"),
        (("length", "AC"), "5"),
        (("length", "MC"), "sqrt(13)"),  # a side of the section
        (("midpoint", "AB"), "M"),
        (("midpoint", "BC"), UNKNOWN),
        (("on_face", "M", "ABCD"), "yes"),
        (("on_face", "N", "ABCD"), "no"),
        (("on_face", "N", "BCGF"), "yes"),
        (("on_face", "A", "ABCD"), UNKNOWN),
        (("face_parallel", "AB", "EFGH"), "yes"),
        (("face_parallel", "AB", "ABCD"), "no"),
        (("face_parallel", "AE", "ABCD"), "no"),
        (("face_perpendicular", "AE", "ABCD"), "yes"),
        (("face_perpendicular", "AG", "ABCD"), "no"),
    ],
)
def test_edges_and_segments(expression, value):
    assert say(CUBOID, *expression) == value
