import pytest

from tests.stages.verify.mechanics.scenes import truth
from vlcorpus.stages.verify.mechanics.places import PLACES
from vlcorpus.stages.verify.mechanics.scene import read_scene
from vlcorpus.stages.verify.oracle import Unknown

SCENE = read_scene(truth())


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        (("block_middle", "A"), (0, 2)),
        (("bob_middle", "X"), (9, 0)),
        (("upper_end", "T1"), (0, 4)),
        (("axle", "W1"), (5, 0.5)),
        (("arrow_tip", "F1"), (7, 0)),
        (("pulley_axle", "tackle"), (7, 4)),
        (("movable_axle", "tackle"), (7, 2)),
        (("fulcrum_tip", "lever"), (12, 0)),
        (("slope_top", "incline"), (18, 3)),
        (("halfway", "A", "B"), (0, 1)),
    ],
)
def test_places(expression, place):
    operation, *arguments = expression
    assert PLACES[operation](SCENE, *arguments) == place


@pytest.mark.parametrize(
    "expression", [("block_middle", "X"), ("axle", "A"), ("slope_foot", "lever"), ("pulley_axle", "atwood")]
)
def test_what_is_of_another_kind_or_not_told_is_no_place(expression):
    operation, *arguments = expression
    with pytest.raises(Unknown):
        PLACES[operation](SCENE, *arguments)
