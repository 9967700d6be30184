import pytest

from tests.stages.verify.solid_geometry.solids import CUBOID
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.solid_geometry.oracle import SolidGeometry


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        (("vertex", "G"), (4 + 3 / 2, 1 + 2)),
        (("point", "M"), (2, 0)),
        (("halfway", "AG"), (2.75, 1.5)),
        (("face_middle", "ABCD"), (2.75, 0.5)),
        (("solid_center", "solid"), (2.75, 1.5)),
    ],
)
def test_a_place_is_where_it_is_drawn(expression, place):
    assert SolidGeometry(CUBOID).where(expression) == pytest.approx(place)


def in_perspective(eye):
    """Return the cuboid seen from in front of it, level, by an eye at this place."""
    view = {"across": ["1", "0", "0"], "up": ["0", "0", "1"], "sight": ["0", "1", "0"], "eye": eye}
    return SolidGeometry(CUBOID | {"view": view})


def test_in_perspective_what_is_twice_as_deep_is_half_as_large():
    depth = int(CUBOID["vertices"]["G"][1])
    oracle = in_perspective(["0", str(-depth), "0"])
    width, _, height = map(int, CUBOID["vertices"]["G"])
    assert oracle.where(("vertex", "G")) == pytest.approx((width / 2, height / 2))
    with pytest.raises(Unknown):
        oracle.where(("halfway", "AG"))


@pytest.mark.parametrize(
    "expression", [("vertex", "M"), ("point", "A"), ("halfway", "AF"), ("face_middle", "ABGH")]
)
def test_what_is_no_place(expression):
    with pytest.raises(Unknown):
        SolidGeometry(CUBOID).where(expression)
