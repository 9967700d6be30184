import pytest

from tests.stages.verify.mechanics.scenes import MASSES, SETUPS, truth
from vlcorpus.stages.verify.mechanics.scene import coordinate, read_scene
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def changed(kind, **keys):
    return [setup | keys if setup["kind"] == kind else setup for setup in SETUPS]


@pytest.mark.parametrize(
    "told",
    [
        truth(setups=[*SETUPS, SETUPS[0]]),
        truth(setups=[{"kind": "rocket"}]),
        truth(masses=MASSES | {"Z": "1"}),
        truth(masses=MASSES | {"A": "0"}),
        truth(masses=MASSES | {"M": "1", "N": "2"}),
        truth(setups=changed("tackle", load="A")),
        truth(setups=changed("tackle", pull=["F1", "away"])),
        truth(setups=changed("hanging", chains=[[["T1", "chain", "A"]]])),
    ],
)
def test_what_no_scene_can_be_contradicts(told):
    with pytest.raises(Contradiction):
        read_scene(told)


def test_what_is_there_is_found_and_what_is_not_is_unknown():
    scene = read_scene(truth())
    assert scene.links["T1"].carries == ("A", "B")
    assert scene.weight("A", "B") == 50
    with pytest.raises(Unknown):
        scene.mass("M")
    with pytest.raises(Unknown):
        read_scene(truth(setups=SETUPS[:1], masses={})).setup("lever")


def test_coordinates_are_exact_numbers_or_decimals():
    assert coordinate("0.25") == coordinate("1/4") == 0.25
    assert coordinate("sqrt(2)") == pytest.approx(2**0.5)
