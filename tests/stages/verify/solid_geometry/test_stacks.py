import pytest

from tests.stages.verify.solid_geometry.solids import UNKNOWN, VIEW, say
from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.solid_geometry.oracle import SolidGeometry

STACKS = {"heights": [[3, 1, 0], [1, 2, 2]], "letters": {"A": [0, 0], "B": [1, 1], "C": [1, 2]}, "view": VIEW}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("count", "cubes"), "9"),
        (("count", "stacks"), "5"),
        (("count", "layers"), "3"),
        (("count", "faces"), UNKNOWN),
        (("height", "A"), "3"),
        (("height", "D"), UNKNOWN),
        (("higher", "A", "B"), "A"),
        (("higher", "B", "C"), UNKNOWN),
        (("same_height", "B", "C"), "yes"),
        (("same_height", "A", "C"), "no"),
        (("squares", "front"), "7"),
        (("squares", "left"), "5"),
        (("squares", "top"), "5"),
        (("squares", "below"), UNKNOWN),
        (("columns", "front"), "3, 2, 2"),
        (("columns", "left"), "3, 2"),  # the hindmost row is on the left hand
        (("columns", "top"), UNKNOWN),
    ],
)
def test_stacks_of_cubes(expression, value):
    assert say(STACKS, *expression) == value


def test_the_top_of_a_stack():
    assert SolidGeometry(STACKS).where(("stack", "B")) == pytest.approx((1.5 + 0.5 / 2, 0.5 / 3 + 2))


@pytest.mark.parametrize(
    "changes",
    [
        {"heights": [[1], [1, 2]]},
        {"heights": [[0, 0]]},
        {"heights": []},
        {"letters": {"A": [0, 2]}},
        {"letters": {"A": [0, 9]}},
        {"letters": {"A": [0, -3]}},
    ],
)
def test_stacks_that_cannot_be_are_refused(changes):
    with pytest.raises(Contradiction):
        SolidGeometry(STACKS | changes)
