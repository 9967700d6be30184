from itertools import combinations

import pytest
from rdkit import Chem

from tests.stages.verify.molecules.drawn import picture
from tests.stages.verify.molecules.real import REAL
from vlcorpus.stages.verify.molecules.constitution import are_alike, branch, is_plain, is_same

# Of one formula each.
ISOMERS = (
    ("CCCCC", "CCC(C)C", "CC(C)(C)C", "CC(C)CC"),
    ("CCO", "COC", "OCC"),
    ("Cc1ccccc1C", "Cc1cccc(C)c1", "c1cc(C)c(C)cc1", "CCc1ccccc1"),
    ("CC1CCCC1", "C1CCCCC1", "CC1CCC(C1)", "CC1CC1CC"),
    ("OCc1ccccc1", "Oc1ccccc1C", "c1(C)ccccc1O", "COc1ccccc1"),
)


@pytest.mark.parametrize(
    ("one", "other"), [pair for isomers in ISOMERS for pair in combinations(isomers, 2)], ids=" ".join
)
def test_constitutions_are_the_same_where_rdkit_writes_them_alike(one, other):
    both = picture(one, other)
    expected = Chem.CanonSmiles(one) == Chem.CanonSmiles(other)
    assert is_same(both, both.molecules["I"], both.molecules["II"]) is expected


@pytest.mark.parametrize("name", REAL)
def test_a_molecule_written_from_another_atom_is_the_same(name):
    molecule = Chem.MolFromSmiles(REAL[name])
    again = Chem.MolToSmiles(molecule, rootedAtAtom=molecule.GetNumAtoms() - 1, canonical=False)
    both = picture(REAL[name], again)
    assert is_same(both, both.molecules["I"], both.molecules["II"])


def test_branches():
    alcohol = picture("CCC(O)(CC)CO")
    assert branch(alcohol, 2, 1) == {0, 1}
    assert are_alike(alcohol, 2, 1, 4)
    assert not are_alike(alcohol, 2, 1, 6)
    assert is_plain(alcohol, 2, 6)


@pytest.mark.parametrize("smiles", ["CC(CC=C)", "CC(CC(C)C)", "CC(C1CC1)", "CC(CC(=O)C)"])
def test_what_may_have_a_hand_of_its_own_is_not_plain(smiles):
    assert not is_plain(picture(smiles), 1, 2)
