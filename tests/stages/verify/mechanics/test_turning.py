import pytest

from tests.stages.verify.mechanics.scenes import SETUPS, truth
from vlcorpus.stages.verify.mechanics.scene import read_scene
from vlcorpus.stages.verify.mechanics.turning import OPERATIONS, turns_of_all
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

SCENE = read_scene(truth())
TRAIN = SETUPS[8]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("turns", "W2"), "counterclockwise"),
        (("turns", "W3"), "counterclockwise"),
        (("same_way", "W1", "W3"), "no"),
        (("faster", "W1", "W2"), "W2"),
        (("joined", "W3", "W2"), "open belt"),
        (("joined", "W1", "W3"), "none"),
        (("longer_period", "X", "Y"), "X"),
        (("longest_period", "pendulums"), "X"),
    ],
)
def test_values(expression, value):
    operation, *arguments = expression
    assert OPERATIONS[operation](SCENE, *arguments) == value


@pytest.mark.parametrize("expression", [("faster", "W2", "W3"), ("turns", "W9"), ("longer_period", "X", "A")])
def test_what_is_equal_or_not_there_is_unknown(expression):
    operation, *arguments = expression
    with pytest.raises(Unknown):
        OPERATIONS[operation](SCENE, *arguments)


@pytest.mark.parametrize(
    "meshes", [[["W1", "W2"], ["W2", "W3"], ["W3", "W1"]], [["W1", "W3"]]], ids=["blocked", "idle"]
)
def test_a_train_that_cannot_turn_contradicts(meshes):
    scene = read_scene(truth(setups=[TRAIN | {"meshes": meshes, "belts": []}], masses={}))
    with pytest.raises(Contradiction):
        turns_of_all(scene)
