import pytest

from tests.stages.verify.solid_geometry.solids import CUBOID, PYRAMID
from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.solid_geometry.oracle import SolidGeometry


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"faces": CUBOID["faces"][:5]}, "two faces"),
        ({"faces": [*CUBOID["faces"], ["A", "C", "G"]]}, "no face of a convex solid"),
        ({"vertices": CUBOID["vertices"] | {"A": ["-1", "-1", "-1"]}}, "convex|flat"),
        ({"points": CUBOID["points"] | {"P": ["9", "9", "9"]}}, "outside"),
        ({"segments": [["A", "Z"]]}, "no point"),
        ({"segments": [["A"]]}, "two ends"),
        ({"sections": [["A", "B", "G", "E"]]}, "not flat"),
        ({"view": CUBOID["view"] | {"sight": ["0", "1", "0"]}}, "line of sight"),
        ({"view": {}}, "no solid"),
        ({"view": CUBOID["view"] | {"eye": ["0", "0", "0"]}}, "before the eye"),
        ({"points": {"A": ["2", "0", "0"]}}, "letter of its own"),
        ({"bodies": {}}, "2 kinds of scenes"),
    ],
)
def test_a_solid_that_cannot_be_is_refused(changes, why):
    with pytest.raises(Contradiction, match=why):
        SolidGeometry(CUBOID | changes)


def test_a_face_seen_from_its_side_is_not_said_to_be_seen():
    view = {"across": ["1", "0", "0"], "up": ["0", "0", "1"], "sight": ["0", "1", "0"]}
    oracle = SolidGeometry(PYRAMID | {"view": view})
    with pytest.raises(Exception, match="from its side"):
        oracle.value(("seen", "ABCD"))
