import pytest

from tests.stages.verify.plane_geometry.problems.truths import CIRCLE, TRIANGLE
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.problems.judge import JUDGE

BOW = {
    "points": {
        name: ["xy", x, y]
        for name, x, y in (("A", "0", "0"), ("B", "4", "0"), ("C", "0", "3"), ("D", "4", "4"))
    },
    "lines": ["AB", "BC", "CD", "DA"],
    "circles": {},
}


@pytest.mark.parametrize(
    ("truth", "telling", "holds"),
    [
        (TRIANGLE, ("polygon", "ABC"), True),
        (TRIANGLE, ("polygon", "ABD"), True),
        (TRIANGLE, ("polygon", "BDC"), False),  # on one line
        (TRIANGLE, ("polygon", "AB"), False),
        (TRIANGLE, ("polygon", "ABX"), False),
        (CIRCLE, ("polygon", "ABP"), False),  # BP is not drawn
        (BOW, ("polygon", "ABCD"), False),  # two of its sides cross
        (TRIANGLE, ("in_order", "CDB"), True),
        (TRIANGLE, ("in_order", "CBD"), False),
        (TRIANGLE, ("in_order", "ADB"), False),
        (CIRCLE, ("on_circle", "ACB", "O"), True),
        (CIRCLE, ("on_circle", "AM", "O"), False),
        (CIRCLE, ("diameter", "AB", "O"), True),
        (CIRCLE, ("diameter", "AC", "O"), False),
    ],
)
def test_how_points_lie(truth, telling, holds):
    assert JUDGE(truth).holds(Claim(telling, "yes")) is holds


@pytest.mark.parametrize("telling", [("on_circle", "AB"), ("in_order", "A", "B"), ("diameter", "AB")])
def test_what_tells_nothing(telling):
    with pytest.raises(Unknown):
        JUDGE(TRIANGLE).holds(Claim(telling, "yes"))
