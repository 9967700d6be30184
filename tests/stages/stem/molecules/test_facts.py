import pytest

from tests.stages.stem.molecules.molecules import picture, values
from vlcorpus.stages.stem.molecules.facts import claims


def test_formula_and_counts():
    told = values(claims(picture("CC(Cl)C(=O)NCC#N")))
    assert told["formula", "molecule"] == "C5H7ClN2O"
    assert told["atoms", "H", "molecule"] == "7"
    assert told["atoms", "F", "molecule"] == "0"
    assert told["unsaturation", "molecule"] == "3"
    assert told["count", "double bonds"] == told["count", "triple bonds"] == "1"
    assert told["count", "heteroatoms"] == "4"
    assert told["longest_chain", "molecule"] == "3"
    assert told["methyl", "molecule"] == "1"


@pytest.mark.parametrize(
    ("smiles", "pattern"), [("Cc1ccccc1O", "ortho"), ("Cc1cccc(O)c1", "meta"), ("Cc1ccc(O)cc1", "para")]
)
def test_substitution(smiles, pattern):
    assert values(claims(picture(smiles)))["substitution", "molecule"] == pattern


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("CCCO", "OCCC", "same"),
        ("CCCO", "CC(O)C", "isomers"),
        ("CCCO", "CCO", "different"),
        ("CC=CC", "CC=CC", None),
    ],
)
def test_two_molecules(one, other, relation):
    told = values(claims(picture(one, other)))
    assert told.get(("relation", "I", "II")) == relation
    assert told["same_formula", "II", "I"] == ("no" if relation == "different" else "yes")


def test_a_mass_needs_the_masses_of_all_elements():
    made = picture("CCO")
    made.masses = {"H": 1, "C": 12, "O": 16}
    assert values(claims(made))["molar_mass", "molecule"] == "46"
    made.masses = {"H": 1, "C": 12, "N": 14}
    assert ("molar_mass", "molecule") not in values(claims(made))


def test_alcohols_and_amines_are_classed_by_carbons():
    told = values(claims(picture("CC(O)CNC")))
    assert told["alcohol_class", "molecule"] == told["amine_class", "molecule"] == "secondary"
