import pytest
from rdkit import Chem

from vlcorpus.stages.verify.cycles import smallest_rings


def test_a_tree_has_no_rings_and_parts_count_apart():
    assert smallest_rings({1: [2], 2: [1, 3], 3: [2]}) == []
    two = {1: [2, 3], 2: [1, 3], 3: [1, 2], 7: [8, 9], 8: [7, 9], 9: [7, 8]}
    assert sorted(map(set, smallest_rings(two)), key=min) == [{1, 2, 3}, {7, 8, 9}]


def test_nodes_come_in_turn():
    (ring,) = smallest_rings({1: [2, 4], 2: [1, 3], 3: [2, 4], 4: [3, 1]})
    assert {frozenset(pair) for pair in zip(ring, (*ring[1:], ring[0]), strict=True)} == {
        frozenset(pair) for pair in ((1, 2), (2, 3), (3, 4), (4, 1))
    }


@pytest.mark.parametrize(
    "smiles",
    [
        "C1CC2CCC1C2",  # norbornane
        "CN1C=NC2=C1C(=O)N(C(=O)N2C)C",  # caffeine
        "C12C3C4C1C5C2C3C45",  # cubane
        "C1C2CC3CC1CC(C2)C3",  # adamantane
        "C1CC1C1CC1",
        "C1CC11CC1",
        "CC(C)CCCC(C)C1CCC2C1(CCC3C2CC=C4C3(CCC(C4)O)C)C",  # cholesterol
        "c1ccc2c(c1)c1ccccc1[nH]2",  # carbazole
    ],
)
def test_sizes_are_those_that_rdkit_finds(smiles):
    molecule = Chem.MolFromSmiles(smiles)
    graph = {atom.GetIdx(): [other.GetIdx() for other in atom.GetNeighbors()] for atom in molecule.GetAtoms()}
    assert sorted(map(len, smallest_rings(graph))) == sorted(map(len, Chem.GetSSSR(molecule)))
