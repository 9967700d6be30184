import pytest

from tests.stages.verify.molecules.drawn import picture
from vlcorpus.stages.verify.molecules import kinds
from vlcorpus.stages.verify.oracle import Unknown

M = "molecule"


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        ("C", "alkane"),
        ("CC(C)C", "alkane"),
        ("C1CCCC1", "cycloalkane"),
        ("CC=C", "alkene"),
        ("CC#C", "alkyne"),
        ("C=Cc1ccccc1", "aromatic hydrocarbon"),
        ("OCCO", "alcohol"),
        ("OCc1ccccc1", "alcohol"),
        ("Oc1ccccc1", "phenol"),
        ("C=O", "aldehyde"),
        ("C=CC(=O)C", "ketone"),
        ("CC(=O)O", "carboxylic acid"),
        ("CC(=O)OC", "ester"),
        ("COC", "ether"),
        ("CN(C)C", "amine"),
        ("CC(=O)N", "amide"),
        ("CC#N", "nitrile"),
        ("BrCCCl", "halide"),
        ("CCS", "thiol"),
    ],
)
def test_what_a_molecule_is_called(smiles, expected):
    assert kinds.class_of(picture(smiles), M) == expected


def test_groups_are_counted():
    glycol = picture("OCCO")
    assert kinds.has(glycol, "hydroxyl", M) == "yes"
    assert kinds.groups(glycol, "hydroxyl", M) == "2"
    assert kinds.has(glycol, "ketone", M) == "no"


@pytest.mark.parametrize(
    ("smiles", "expected"), [("CCO", "primary"), ("CC(O)C", "secondary"), ("CC(C)(C)O", "tertiary")]
)
def test_alcohols_by_their_carbon(smiles, expected):
    assert kinds.alcohol_class(picture(smiles), M) == expected


@pytest.mark.parametrize(
    ("smiles", "expected"), [("CN", "primary"), ("CNc1ccccc1", "secondary"), ("CN(C)C", "tertiary")]
)
def test_amines_by_their_nitrogen(smiles, expected):
    assert kinds.amine_class(picture(smiles), M) == expected


@pytest.mark.parametrize(
    "ask",
    [
        lambda: kinds.has(picture("CC(=O)O"), "hydroxyl", M),
        lambda: kinds.has(picture("c1ccco1"), "ether", M),
        lambda: kinds.has(picture("c1ccc2ccccc2c1"), "benzene", M),
        lambda: kinds.has(picture("C"), "sulfide", M),
        lambda: kinds.class_of(picture("C1=CCCC1"), M),
        lambda: kinds.class_of(picture("C=CC=C"), M),
        lambda: kinds.class_of(picture("OCCN"), M),
        lambda: kinds.class_of(picture("OCc1ccccc1O"), M),
        lambda: kinds.class_of(picture("OCc1ccco1"), M),
        lambda: kinds.class_of(picture("CSC"), M),
        lambda: kinds.class_of(picture("OCCSC"), M),  # nobody calls it an alcohol and no more
        lambda: kinds.alcohol_class(picture("OCCO"), M),
        lambda: kinds.alcohol_class(picture("Oc1ccccc1"), M),
        lambda: kinds.alcohol_class(picture("CO"), M),
        lambda: kinds.alcohol_class(picture("OCC(=O)O"), M),
        lambda: kinds.amine_class(picture("NCc1ccncc1"), M),
        lambda: kinds.amine_class(picture("CC(=O)N"), M),
    ],
)
def test_what_people_would_call_differently(ask):
    with pytest.raises(Unknown):
        ask()
