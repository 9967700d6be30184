from math import sqrt

import pytest

from tests.stages.verify.plane_geometry.figures import truth
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.oracle import PlaneGeometry

FIGURE = PlaneGeometry(
    truth(
        "A 0 0, B 4 0, C 1 sqrt(3)/2, D 3/2 -1/2, E 5 5",
        polygons="ABC",
        segments="CD",
        circles={"circle": ("1/3", "0", "2")},
    )
)


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        (("point", "C"), (1, sqrt(3) / 2)),
        (("centroid", "BCA"), (5 / 3, sqrt(3) / 6)),
        (("halfway", "CD"), (5 / 4, sqrt(3) / 4 - 1 / 4)),
        (("crossing", "AB", "DC"), (1 + sqrt(3) / 2 / (1 + sqrt(3)), 0)),
        (("crossing", "CD", "AB"), (1 + sqrt(3) / 2 / (1 + sqrt(3)), 0)),
        (("middle", "circle"), (1 / 3, 0)),
    ],
)
def test_a_place_is_in_the_units_of_the_truth(expression, place):
    assert FIGURE.where(expression) == pytest.approx(place, abs=1e-12)


@pytest.mark.parametrize(
    "expression",
    [
        ("point", "P"),
        ("centroid", "ABD"),  # AD is not drawn
        ("centroid", "AB"),
        ("halfway", "AE"),
        ("crossing", "AB", "BC"),  # in an end
        ("middle", "circle E"),
        ("midpoint", "AB"),  # a value, not a place
        ("point",),
        "A",
    ],
)
def test_what_is_no_place_is_unknown(expression):
    with pytest.raises(Unknown):
        FIGURE.where(expression)
