import pytest

from vlcorpus.stages.stem.molecules.molecule import read_molecule
from vlcorpus.stages.stem.molecules.stereo import cis_trans, is_stereocentre, stereocentres


@pytest.mark.parametrize(
    ("smiles", "index", "holds"),
    [
        ("CC(O)CC", 1, True),
        ("CC(O)C", 1, False),  # two methyl groups
        ("CCO", 1, False),  # two hydrogens
        ("CC(=O)CC", 1, False),  # a double bond
        ("CC(O)C(C)C(C)O", 3, None),  # two branches alike, with stereocentres of their own
        ("C1CC(O)CC1", 2, None),  # in a ring
        ("CC(c1ccccc1C)c1ccccc1C", 1, None),
    ],
)
def test_a_stereocentre_has_four_different_branches(smiles, index, holds):
    mol = read_molecule(smiles)
    assert is_stereocentre(mol, mol.GetAtomWithIdx(index)) is holds


def test_they_are_counted_where_all_are_sure():
    assert stereocentres(read_molecule("CC(O)C(N)CC")) == 2
    assert stereocentres(read_molecule("CC1CCCO1")) is None


@pytest.mark.parametrize(("y", "side"), [(50, "cis"), (-50, "trans"), (0, None)])
def test_sides_are_those_of_the_drawing(y, side):
    places = [(-87, 50), (0, 0), (100, 0), (187, y)]
    assert cis_trans(read_molecule("CC=CC"), places) == side


def test_a_double_bond_with_two_alike_has_no_sides():
    assert cis_trans(read_molecule("CC=C"), [(-87, 50), (0, 0), (100, 0)]) is None
