from random import Random

import pytest
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.molecules.molecule import canonical, isomer, n_atoms, read_molecule


@pytest.mark.parametrize(
    "smiles", ["CC=CO", "COO", "C#CO", "C=C=C", "OCO", "CC(=O)C(C)=O", "COC=O", "CSC", "C1"]
)
def test_what_no_textbook_shows_is_refused(smiles):
    with pytest.raises(Unfit):
        read_molecule(smiles)


def test_an_aromatic_ring_has_double_bonds_in_turns():
    orders = [bond.GetBondTypeAsDouble() for bond in read_molecule("c1ccccc1C").GetBonds()]
    assert sorted(orders) == [1, 1, 1, 1, 2, 2, 2]


def test_it_does_not_matter_where_aromatic_double_bonds_are_drawn():
    assert canonical(read_molecule("CC1=C(C)C=CC=C1")) == canonical(read_molecule("CC1=CC=CC=C1C"))


@pytest.mark.parametrize("smiles", ["CCCCO", "c1ccccc1C(C)O", "CC(=O)OCC"])
def test_an_isomer_has_the_same_formula_and_another_constitution(smiles):
    mol = read_molecule(smiles)
    for seed in range(10):
        other = isomer(mol, Random(seed))
        assert CalcMolFormula(other) == CalcMolFormula(mol)
        assert canonical(other) != canonical(mol)


def test_a_molecule_without_another_place_for_its_ends_has_no_isomer_here():
    with pytest.raises(Unfit, match="no isomer"):
        isomer(read_molecule("C1CC1"), Random(0))


@pytest.mark.parametrize(
    "smiles", ["CC(Cl)C%10CC%10", "c%10ccncc%10Br", "C(/C)=C/CS", "O=CCN", "s%10cccc%10I"]
)
def test_atoms_are_counted_in_the_text(smiles):
    assert n_atoms(smiles) == read_molecule(smiles).GetNumAtoms()
