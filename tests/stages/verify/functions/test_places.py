import pytest

from tests.stages.verify.functions.planes import SCENE
from vlcorpus.stages.verify.functions.oracle import FunctionGraphs
from vlcorpus.stages.verify.oracle import Unknown

PLANE = FunctionGraphs(SCENE)


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        (("point", "B"), (-0.5, 0)),
        (("graph_at", "e", "1/2"), (0.5, 2**0.5 - 1)),
        (("vertex", "q"), (1, -4)),
        (("y_intercept", "c"), (0, 0)),
        (("zero", "q", "2"), (3, 0)),
        (("lowest", "t"), (3, -1)),
        (("center", "r"), (1, 1)),
        (("crossing", "v", "l", "1"), (1.5, 2)),
        (("halfway", "A", "B"), (0.75, 1.5)),
        (("start", "m"), (1, 1)),
        (("tip", "m"), (-2, -1)),
        (("spot", "-1", "1/2"), (-1, 0.5)),
    ],
)
def test_a_place_is_in_the_plane(expression, place):
    assert PLANE.where(expression) == pytest.approx(place, abs=1e-12)


@pytest.mark.parametrize(
    "expression",
    [
        ("spot", "6", "0"),  # beyond the window
        ("graph_at", "q", "-3"),
        ("zero", "q", "3"),
        ("zero", "q", "0"),
        ("highest", "t"),  # two are as high
        ("crossing", "l", "q", "3"),
        ("center", "q"),
        ("point", "E"),
    ],
)
def test_what_cannot_be_pointed_at(expression):
    with pytest.raises(Unknown):
        PLANE.where(expression)
