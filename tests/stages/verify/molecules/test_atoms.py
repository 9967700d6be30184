import pytest
from rdkit import Chem

from tests.stages.verify.molecules.drawn import picture
from tests.stages.verify.molecules.real import AMINO_ACIDS, REAL
from vlcorpus.stages.verify.molecules import atoms
from vlcorpus.stages.verify.oracle import Unknown

LACTIC = picture("[CH3:1][CH:2]([OH:3])[C:4](=[O:5])[OH:6]")
ONE, TWO, THREE, FOUR, FIVE, SIX = (f"atom {k}" for k in range(1, 7))
TOLUENE = picture("[CH3:1][c:2]1[cH:3]cc[cH:4]c1")


def test_an_atom():
    assert [atoms.element(LACTIC, a) for a in (ONE, THREE)] == ["C", "O"]
    assert [atoms.hydrogens(LACTIC, a) for a in (ONE, TWO, FIVE)] == ["3", "1", "0"]
    assert [atoms.hybridisation(LACTIC, a) for a in (ONE, FOUR)] == ["sp3", "sp2"]
    assert atoms.hybridisation(picture("C[C:1]#C"), ONE) == "sp"
    assert [atoms.group(LACTIC, a) for a in (THREE, FOUR, SIX)] == ["hydroxyl", "carboxyl", "carboxyl"]


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        ("C[CH3:1]", "primary"),
        ("C[CH2:1]O", "primary"),
        ("C[CH2:1]C", "secondary"),
        ("C[CH:1](C)C", "tertiary"),
        ("C[C:1](C)(C)C", "quaternary"),
    ],
)
def test_carbons_by_the_carbons_they_are_bonded_to(smiles, expected):
    assert atoms.carbon_class(picture(smiles), ONE) == expected


def test_bonds():
    assert atoms.bonded(LACTIC, ONE, TWO) == "yes"
    assert atoms.bonded(LACTIC, ONE, FOUR) == "no"
    assert [atoms.bond(LACTIC, FOUR, a) for a in (FIVE, SIX)] == ["double", "single"]
    assert atoms.between(LACTIC, ONE, SIX) == "3"
    assert atoms.between(TOLUENE, ONE, FOUR) == "3"  # the shorter way round the ring


def test_rings():
    assert [atoms.in_ring(TOLUENE, a) for a in (ONE, TWO)] == ["no", "yes"]
    assert atoms.ring_size(TOLUENE, TWO) == "6"
    assert atoms.ring_size(picture("C1[CH2:1]CC1"), ONE) == "4"


@pytest.mark.parametrize("name", [*AMINO_ACIDS, "ibuprofen", "aspirin"])
def test_stereocentres_are_those_that_rdkit_finds(name):
    molecule = Chem.MolFromSmiles(REAL[name])
    centres = Chem.FindMolChiralCenters(molecule, includeUnassigned=True, useLegacyImplementation=False)
    drawn = picture(REAL[name])
    carbons = [k for k in range(len(drawn.atoms)) if drawn.is_carbon(k)]
    assert [k for k in carbons if atoms.is_stereocentre(drawn, k)] == [k for k, _ in centres]


def test_a_stereocentre_as_it_is_asked_for():
    assert atoms.stereocentre(LACTIC, TWO) == "yes"
    assert atoms.stereocentre(LACTIC, FOUR) == "no"
    assert atoms.stereocentre(picture("CC[CH:1](O)CC"), ONE) == "no"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: atoms.element(LACTIC, "atom 9"),
        lambda: atoms.hybridisation(LACTIC, THREE),
        lambda: atoms.carbon_class(LACTIC, FOUR),
        lambda: atoms.carbon_class(picture("[CH3:1]O"), ONE),
        lambda: atoms.bonded(LACTIC, ONE, ONE),
        lambda: atoms.bonded(picture("[CH4:1]", "[CH4:2]"), ONE, TWO),
        lambda: atoms.bond(LACTIC, ONE, FOUR),
        lambda: atoms.bond(TOLUENE, TWO, THREE),
        lambda: atoms.ring_size(TOLUENE, ONE),
        lambda: atoms.ring_size(picture("c1cc[c:1]2ccccc2c1"), ONE),
        lambda: atoms.group(LACTIC, ONE),
        lambda: atoms.stereocentre(LACTIC, THREE),
        lambda: atoms.stereocentre(picture("C[CH:1]1CCC1"), ONE),
        lambda: atoms.stereocentre(picture("CC(O)[CH:1](O)C(O)C"), ONE),  # its branches have hands themselves
    ],
)
def test_what_has_no_value(ask):
    with pytest.raises(Unknown):
        ask()
