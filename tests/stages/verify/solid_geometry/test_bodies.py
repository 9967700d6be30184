import pytest

from tests.stages.verify.solid_geometry.solids import UNKNOWN, say
from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.solid_geometry.oracle import SolidGeometry


def body(kind, radius, at, height=None, **more):
    return {"kind": kind, "radius": radius, "at": at.split()} | ({"height": height} if height else {}) | more


BODIES = {
    "bodies": {
        "P": body("cylinder", "3", "0 0", "4"),
        "Q": body("cone", "2", "0 4", "6"),
        "R": body("sphere", "3", "10 0"),
        "S": body("hemisphere", "3", "20 0"),
        "T": body("frustum", "4", "30 0", "3", top_radius="1"),
    }
}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("kind", "Q"), "cone"),
        (("count", "bodies"), "5"),
        (("count", "cone"), "1"),
        (("count", "cubes"), UNKNOWN),
        (("stands_on", "Q"), "P"),
        (("stands_on", "P"), "ground"),
        (("right_of", "P"), "R"),
        (("right_of", "Q"), "R"),
        (("right_of", "T"), UNKNOWN),
        (("radius", "R"), "3"),
        (("height", "R"), "6"),
        (("height", "S"), "3"),
        (("diameter", "P"), "6"),
        (("diameter", "T"), UNKNOWN),
        (("top_radius", "T"), "1"),
        (("top_radius", "P"), UNKNOWN),
        (("wider", "P", "Q"), "P"),
        (("wider", "P", "R"), UNKNOWN),
        (("higher", "P", "Q"), "Q"),
        (("higher", "P", "P"), UNKNOWN),
        (("volume_in_pi", "P"), "36"),
        (("volume_in_pi", "Q"), "8"),
        (("volume_in_pi", "R"), "36"),
        (("volume_in_pi", "S"), "18"),
        (("volume_in_pi", "T"), "21"),
        (("flat_faces", "P"), "2"),
        (("flat_faces", "R"), "0"),
        (("radius", "Z"), UNKNOWN),
    ],
)
def test_round_bodies(expression, value):
    assert say(BODIES, *expression) == value


@pytest.mark.parametrize(
    ("expression", "place"),
    [(("axis_top", "Q"), (0, 10)), (("base_center", "Q"), (0, 4)), (("body_middle", "R"), (10, 3))],
)
def test_places(expression, place):
    assert SolidGeometry(BODIES).where(expression) == place


@pytest.mark.parametrize(
    "wrong",
    [
        body("cylinder", "3", "0 1", "4"),  # in the air
        body("cylinder", "0", "0 0", "4"),
        body("torus", "3", "0 0", "4"),
        body("cylinder", "3", "0 0"),
        body("sphere", "3", "0 0", "5"),
        body("frustum", "3", "0 0", "5", top_radius="3"),
        body("cone", "sqrt(2)", "0 0", "5"),
    ],
)
def test_what_cannot_stand_is_refused(wrong):
    with pytest.raises(Contradiction):
        SolidGeometry({"bodies": {"P": wrong}})
