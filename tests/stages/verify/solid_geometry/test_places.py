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


@pytest.mark.parametrize(
    "expression", [("vertex", "M"), ("point", "A"), ("halfway", "AF"), ("face_middle", "ABGH")]
)
def test_what_is_no_place(expression):
    with pytest.raises(Unknown):
        SolidGeometry(CUBOID).where(expression)
