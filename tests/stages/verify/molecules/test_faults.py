import pytest

from tests.stages.verify.molecules.drawn import truth
from tests.stages.verify.molecules.real import REAL
from vlcorpus.stages.verify.molecules.faults import faults_of
from vlcorpus.stages.verify.molecules.picture import read_picture


def faults(told):
    return faults_of(read_picture(told))


@pytest.mark.parametrize("name", REAL)
def test_real_molecules_have_none(name):
    assert faults(truth(REAL[name])) == []


@pytest.mark.parametrize(
    ("smiles", "fault"),
    [
        ("C[Si]", "none of ELEMENTS"),
        ("CS(=O)C", "more or fewer bonds"),
        ("C[N+](=O)[O-]", "more or fewer bonds"),
        ("C=C=C", "two double bonds"),
        ("NO", "O or N is bonded"),
        ("C1CC11CC1", "rings share"),
        ("C1CC2CCC1C2", "rings share"),
        ("NC(=O)N", "a C=O is of no group"),
        ("OC=O", "a C=O is of no group"),
        ("CC(=O)C(=O)C", "two C=O"),
        ("C=CO", "on a C=C"),
        ("C=CCl", "on a C=C"),
        ("C.C", "falls apart"),
    ],
)
def test_what_no_molecule_of_a_scene_is(smiles, fault):
    assert any(fault in one for one in faults(truth(smiles)))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"molecules": {"molecule": [0, 1]}}, "share out"),
        ({"molecules": {"I": [0, 1, 2], "II": []}}, "empty"),
        ({"molecules": {"I": [0], "II": [1, 2]}}, "hang together"),
        ({"marks": {"atom 1": 3}}, "of no atom"),
        ({"marks": {"atom 1": 0, "atom 2": 0}}, "marked twice"),
        ({"masses": {"C": 0}}, "above zero"),
        ({"bonds": [[0, 1, 4], [1, 2, 1]]}, "a bond is none"),
    ],
)
def test_what_is_told_of_a_picture_fits_together(change, fault):
    assert any(fault in one for one in faults(truth("CCO") | change))


def test_two_atoms_are_at_two_places():
    told = truth("CC")
    told["atoms"][1]["at"] = told["atoms"][0]["at"]
    assert faults(told) == ["two atoms are at one place"]
