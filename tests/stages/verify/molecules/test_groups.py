from collections import Counter

import pytest
from rdkit import Chem

from tests.stages.verify.molecules.drawn import picture
from tests.stages.verify.molecules.real import REAL
from vlcorpus.stages.verify.molecules.groups import groups_of

# The same groups in the language of RDKit. Benzene and what has O, S or N in aromatic rings is tested below.
SMARTS = {
    "C=C": "[#6;A]=[#6;A]",
    "C≡C": "C#C",
    "hydroxyl": "[OX2H][#6;!$(C=O)]",
    "aldehyde": "[CX3;H1,H2]=O",
    "ketone": "[#6][CX3](=O)[#6]",
    "carboxyl": "[CX3](=O)[OX2H]",
    "ester": "[CX3](=O)[OX2H0][#6]",
    "ether": "[OX2;!a]([#6;!$(C=O)])[#6;!$(C=O)]",
    "amino": "[NX3;!a;!$(NC=O)]",
    "amide": "[CX3](=O)[NX3]",
    "nitrile": "C#N",
    "halogen": "[F,Cl,Br,I]",
    "thiol": "[SX2H]",
}


@pytest.mark.parametrize("name", REAL)
def test_groups_are_those_that_rdkit_matches(name):
    molecule = Chem.MolFromSmiles(REAL[name])
    expected = {
        kind: len(molecule.GetSubstructMatches(Chem.MolFromSmarts(smarts))) for kind, smarts in SMARTS.items()
    }
    found = Counter(group.kind for group in groups_of(picture(REAL[name])))
    assert {kind: found[kind] for kind in SMARTS} == expected


@pytest.mark.parametrize(
    ("smiles", "n"),
    [
        ("c1ccccc1", 1),
        ("c1ccccc1c1ccccc1", 2),
        ("c1ccc2ccccc2c1", 0),
        ("c1ccc2[nH]ccc2c1", 1),
        ("c1ccncc1", 0),
    ],
)
def test_benzene_rings_share_no_bond_with_each_other(smiles, n):
    assert [group.kind for group in groups_of(picture(smiles))].count("benzene") == n


def test_the_atoms_of_groups():
    found = {group.kind: set(group.atoms) for group in groups_of(picture("OCC(=O)OC"))}
    assert found == {"hydroxyl": {0}, "ester": {2, 3, 4}}
