import pytest
from rdkit import Chem

from tests.stages.verify.molecules.drawn import picture, truth
from tests.stages.verify.molecules.real import REAL
from vlcorpus.stages.verify.molecules.picture import read_picture
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize("name", REAL)
def test_aromatic_atoms_are_those_that_rdkit_finds(name):
    molecule = Chem.MolFromSmiles(REAL[name])
    expected = {atom.GetIdx() for atom in molecule.GetAtoms() if atom.GetIsAromatic()}
    assert picture(REAL[name]).aromatic_atoms == expected


@pytest.mark.parametrize("double", ["01 23 45 67", "12 34 50 67"])
def test_where_double_bonds_are_drawn_in_a_ring_changes_nothing(double):
    """Indole, without a double bond where both rings meet, and with one."""
    bonds = ("01", "12", "23", "34", "45", "50", "06", "67", "78", "85")
    atoms = [{"element": "C", "hydrogens": 0, "at": [100 * k, 0]} for k in range(8)]
    atoms.append({"element": "N", "hydrogens": 1, "at": [800, 0]})
    told = {
        "atoms": atoms,
        "bonds": [[int(bond[0]), int(bond[1]), 1 + (bond in double)] for bond in bonds],
        "molecules": {"molecule": list(range(9))},
        "marks": {},
        "masses": {},
    }
    assert read_picture(told).aromatic_atoms == set(range(9))


def test_bonds_and_neighbours():
    acid = picture("[CH3:1]C(=O)[OH:2]")
    assert list(acid.each_bond()) == [(0, 1, 1), (1, 2, 2), (1, 3, 1)]
    assert acid.carbonyl_oxygen(1) == 2
    assert acid.carbonyl_oxygen(0) is None
    assert acid.neighbours(1, "O") == [2, 3]
    assert acid.is_sp3(0)
    assert not acid.is_sp3(1)
    assert acid.marked("atom 2") == 3


def test_names_that_are_not_there():
    with pytest.raises(Unknown):
        picture("C").molecule("I")
    with pytest.raises(Unknown):
        picture("C").marked("atom 1")


@pytest.mark.parametrize("bond", [[1, 0, 1], [2, 2, 1]])
def test_a_bond_is_told_once_and_joins_two(bond):
    told = truth("CCO")
    told["bonds"].append(bond)
    with pytest.raises(ValueError, match="bonded twice"):
        read_picture(told)


def test_places_are_integers():
    told = truth("CC")
    told["atoms"][0]["at"] = [0.5, 1]
    with pytest.raises(ValueError, match="integers"):
        read_picture(told)
