import pytest

from tests.stages.verify.molecules.drawn import truth
from vlcorpus.stages.verify.molecules import places
from vlcorpus.stages.verify.molecules.picture import read_picture
from vlcorpus.stages.verify.oracle import Unknown


def placed(smiles, *at):
    told = truth(smiles)
    for atom, (x, y) in zip(told["atoms"], at, strict=True):
        atom["at"] = [x, y]
    return read_picture(told)


ALDEHYDE = placed("[CH3:1][CH:2]=[O:3]", (0, 0), (100, 50), (200, 0))
RING = placed("C1CC1", (0, 0), (90, 0), (45, 60))


def test_places():
    assert places.atom(ALDEHYDE, "atom 2") == (100, 50)
    assert places.halfway(ALDEHYDE, "atom 1", "atom 2") == (50, 25)
    assert places.only(ALDEHYDE, "O") == (200, 0)
    assert places.only_bond(ALDEHYDE, "double") == (150, 25)
    assert places.ring(RING, "molecule") == (45, 20)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: places.halfway(ALDEHYDE, "atom 1", "atom 3"),
        lambda: places.only(ALDEHYDE, "C"),
        lambda: places.only(ALDEHYDE, "H"),
        lambda: places.only_bond(ALDEHYDE, "triple"),
        lambda: places.only_bond(ALDEHYDE, "single"),
        lambda: places.ring(ALDEHYDE, "molecule"),
    ],
)
def test_what_is_nowhere_or_in_several_places(ask):
    with pytest.raises(Unknown):
        ask()
