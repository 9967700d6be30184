import pytest

from vlcorpus.stages.stem.molecules.labels import atom_label
from vlcorpus.stages.stem.molecules.molecule import read_molecule


@pytest.mark.parametrize(("x", "text"), [(100, "H₃C"), (-100, "CH₃")])
def test_hydrogens_stand_on_the_side_without_a_bond(x, text):
    mol = read_molecule("CC")
    (written,) = atom_label(mol.GetAtomWithIdx(0), [(0, 0), (x, 0)])
    assert (written.text, written.pin) == (text, "C")
    assert (written.box[2] > -written.box[0]) is (text == "CH₃")


def test_between_two_bonds_they_stand_above_or_below():
    mol = read_molecule("CNC")
    letter, hydrogen = atom_label(mol.GetAtomWithIdx(1), [(-87, -50), (0, 0), (87, -50)])
    assert (letter.text, hydrogen.text) == ("N", "H")
    assert hydrogen.at[1] > letter.box[3]


def test_an_atom_without_hydrogens_is_its_symbol():
    (written,) = atom_label(read_molecule("CCl").GetAtomWithIdx(1), [(0, 0), (100, 0)])
    assert written.text == written.pin == "Cl"
