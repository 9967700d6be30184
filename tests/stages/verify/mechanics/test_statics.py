import pytest

from tests.stages.verify.mechanics.scenes import truth
from vlcorpus.stages.verify.mechanics.scene import read_scene
from vlcorpus.stages.verify.mechanics.statics import OPERATIONS
from vlcorpus.stages.verify.oracle import Unknown

SCENE = read_scene(truth())


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("count", "blocks"), "15"),
        (("count", "ropes"), "2"),
        (("count", "springs"), "1"),
        (("count", "wheels"), "3"),
        (("count", "arrows"), "5"),
        (("mass", "A"), "3"),
        (("weight", "A"), "30"),
        (("heavier", "A", "B"), "A"),
        (("heavier", "M", "N"), "M"),
        (("hangs_from", "B"), "S1"),
        (("below", "A"), "B"),
        (("below", "C"), "D"),
        (("link", "S1"), "spring"),
        (("extension", "S1"), "20"),
        (("strands", "tackle"), "4"),
        (("pull", "tackle"), "20"),
        (("tips", "lever"), "balanced"),
        (("moment", "K"), "60"),
        (("distance", "L"), "2"),
        (("heavier_side", "balance"), "left"),
        (("direction", "F1"), "down"),
        (("force", "F3"), "12"),
        (("net_force", "row"), "6"),
        (("net_force", "forces"), "5"),
        (("net_direction", "row"), "right"),
        (("balanced", "forces"), "no"),
    ],
)
def test_values(expression, value):
    operation, *arguments = expression
    assert OPERATIONS[operation](SCENE, *arguments) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("mass", "M"),
        ("heavier", "A", "M"),
        ("heavier", "B", "K"),
        ("below", "B"),
        ("hangs_from", "C"),
        ("link", "T2"),
        ("extension", "T1"),
        ("moment", "A"),
        ("force", "F1"),
        ("direction", "F9"),
        ("net_direction", "forces"),
        ("net_force", "lever"),
        ("tips", "balance"),
        ("count", "bobs"),
    ],
)
def test_what_has_no_one_value_is_unknown(expression):
    operation, *arguments = expression
    with pytest.raises(Unknown):
        OPERATIONS[operation](SCENE, *arguments)
