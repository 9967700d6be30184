import pytest
from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

from tests.stages.verify.molecules.drawn import picture
from tests.stages.verify.molecules.real import REAL
from vlcorpus.stages.verify.molecules import wholes
from vlcorpus.stages.verify.oracle import Unknown

M = "molecule"
MASSES = {"H": 1, "C": 12, "O": 16, "Cl": 35.5}


@pytest.mark.parametrize("name", REAL)
def test_figures_of_real_molecules_are_those_of_rdkit(name):
    molecule, drawn = Chem.MolFromSmiles(REAL[name]), picture(REAL[name])
    assert wholes.formula(drawn, M) == rdMolDescriptors.CalcMolFormula(molecule)
    assert wholes.rings(drawn, M) == str(rdMolDescriptors.CalcNumRings(molecule))
    assert wholes.aromatic(drawn, M) == ("yes" if rdMolDescriptors.CalcNumAromaticRings(molecule) else "no")
    hydrogens = sum(atom.GetTotalNumHs() for atom in molecule.GetAtoms())
    assert wholes.atoms(drawn, "H", M) == str(hydrogens)


@pytest.mark.parametrize(
    ("smiles", "n"), [("CCO", 0), ("C1CC1", 1), ("c1ccccc1", 4), ("CC#N", 2), ("CC(=O)O", 1)]
)
def test_degrees_of_unsaturation(smiles, n):
    assert wholes.unsaturation(picture(smiles), M) == str(n)


def test_a_molecule():
    acid = picture("CC(C)CC(C)(C)C(=O)O", masses=MASSES)
    assert wholes.longest_chain(acid, M) == "5"
    assert wholes.methyl(acid, M) == "4"
    assert wholes.molar_mass(acid, M) == "144"
    assert wholes.molar_mass(picture("CCCl", masses=MASSES), M) == "64.5"
    assert wholes.stereocentres(picture("OC(C(O)C(=O)O)C(=O)O"), M) == "2"


@pytest.mark.parametrize(("smiles", "expected"), [("C1CC1", "yes"), ("CC=C", "no"), ("CC#C", "no")])
def test_saturated_hydrocarbons(smiles, expected):
    assert wholes.saturated(picture(smiles), M) == expected


@pytest.mark.parametrize(
    ("smiles", "expected"), [("C/C=C/C", "trans"), ("C/C=C\\C", "cis"), ("CC/C=C\\C(=O)O", "cis")]
)
def test_sides_of_a_double_bond_are_as_drawn(smiles, expected):
    assert wholes.cis_trans(picture(smiles), M) == expected


@pytest.mark.parametrize(
    ("smiles", "expected"), [("Cc1ccccc1O", "ortho"), ("Cc1cccc(O)c1", "meta"), ("Cc1ccc(O)cc1", "para")]
)
def test_where_the_second_group_of_a_benzene_ring_is(smiles, expected):
    assert wholes.substitution(picture(smiles), M) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("CCO", "OCC", "same"),
        ("CCO", "COC", "isomers"),
        ("CCO", "CO", "different"),
        ("C=CC", "C1CC1", "isomers"),
    ],
)
def test_two_molecules(one, other, expected):
    both = picture(one, other)
    assert wholes.relation(both, "I", "II") == expected
    assert wholes.same_formula(both, "I", "II") == ("no" if expected == "different" else "yes")


def test_the_whole_picture():
    both = picture("C=CC#[N:1]", "c1ccccc1")
    numbers = {"double bonds": "4", "triple bonds": "1", "heteroatoms": "1", "marks": "1", "molecules": "2"}
    assert {what: wholes.count(both, what) for what in numbers} == numbers
    assert wholes.more(both, "C", "I", "II") == "II"
    assert wholes.more(both, "N", "II", "I") == "I"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: wholes.formula(picture("C"), "I"),
        lambda: wholes.atoms(picture("C"), "P", M),
        lambda: wholes.saturated(picture("CCO"), M),
        lambda: wholes.saturated(picture("c1ccccc1"), M),
        lambda: wholes.longest_chain(picture("C1CC1"), M),
        lambda: wholes.molar_mass(picture("CCN", masses=MASSES), M),
        lambda: wholes.stereocentres(picture("CC1CCC1"), M),
        lambda: wholes.cis_trans(picture("CC=C"), M),
        lambda: wholes.cis_trans(picture("CC=C(C)C"), M),
        lambda: wholes.cis_trans(picture("C1CC=CCC1"), M),
        lambda: wholes.cis_trans(picture("CC=CC=C"), M),
        lambda: wholes.substitution(picture("Cc1ccccc1"), M),
        lambda: wholes.substitution(picture("Cc1ccncc1"), M),
        lambda: wholes.substitution(picture("Cc1ccc(C2CC2)cc1"), M),
        lambda: wholes.relation(picture("CC", "CC"), "I", "I"),
        lambda: wholes.relation(picture("CC=CC", "CC=CC"), "I", "II"),
        lambda: wholes.more(picture("CC", "CO"), "H", "I", "I"),
        lambda: wholes.more(picture("CO", "CO"), "O", "I", "II"),
        lambda: wholes.count(picture("C"), "letters"),
    ],
)
def test_what_has_no_value(ask):
    with pytest.raises(Unknown):
        ask()
