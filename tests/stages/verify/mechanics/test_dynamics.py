import pytest

from tests.stages.verify.mechanics.scenes import SETUPS, truth
from vlcorpus.stages.verify.mechanics.dynamics import OPERATIONS
from vlcorpus.stages.verify.mechanics.scene import read_scene
from vlcorpus.stages.verify.oracle import Unknown

SCENE = read_scene(truth())


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("tension", "T1"), "50"),
        (("tension", "S1"), "20"),
        (("tension", "T2"), "8"),
        (("falls", "atwood"), "left"),
        (("acceleration", "atwood"), "5"),
        (("acceleration", "row"), "2"),
        (("acceleration", "incline"), "0"),
        (("rope_tension", "atwood"), "15"),
        (("rope_tension", "incline"), "30"),
        (("moves", "F"), "at rest"),
        (("normal_force", "F"), "40"),
        (("along_slope", "F"), "30"),
    ],
)
def test_values(expression, value):
    operation, *arguments = expression
    assert OPERATIONS[operation](SCENE, *arguments) == value


def incline(**keys):
    return read_scene(
        truth(setups=[SETUPS[2] | keys], masses={"F": "4", "G": "1"} if "hanging" not in keys else {})
    )


def test_a_block_alone_slides_down_whatever_its_mass():
    alone = incline(base="1", height="1", hanging=None)
    assert OPERATIONS["moves"](alone, "F") == "down the slope"
    assert OPERATIONS["acceleration"](alone, "incline") == "5*sqrt(2)"
    with pytest.raises(Unknown):
        OPERATIONS["rope_tension"](alone, "incline")


def test_the_heavier_pull_decides():
    light = incline()
    assert OPERATIONS["moves"](light, "F") == "down the slope"
    assert OPERATIONS["acceleration"](light, "incline") == "14/5"
    assert OPERATIONS["rope_tension"](light, "incline") == "64/5"


@pytest.mark.parametrize(
    "expression", [("falls", "lever"), ("acceleration", "lever"), ("moves", "G"), ("tension", "T9")]
)
def test_what_has_no_value_is_unknown(expression):
    operation, *arguments = expression
    with pytest.raises(Unknown):
        OPERATIONS[operation](SCENE, *arguments)
