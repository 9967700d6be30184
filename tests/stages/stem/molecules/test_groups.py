import pytest

from vlcorpus.stages.stem.molecules.groups import class_of, find_groups
from vlcorpus.stages.stem.molecules.molecule import read_molecule


@pytest.mark.parametrize(
    ("smiles", "groups"),
    [
        ("CC(=O)OCC", {"ester": 1}),
        ("CC(=O)NC", {"amide": 1}),
        ("CCC=O", {"aldehyde": 1}),
        ("CC(=O)CCO", {"ketone": 1, "hydroxyl": 1}),
        ("OC(=O)c1ccccc1N", {"carboxyl": 1, "benzene": 1, "amino": 1}),
        ("C=CCC#C", {"C=C": 1, "C≡C": 1}),
        ("COCC#N", {"ether": 1, "nitrile": 1}),
        ("Oc1ccc(O)cc1", {"hydroxyl": 2, "benzene": 1}),
        ("SCCBr", {"thiol": 1, "halogen": 1}),
    ],
)
def test_groups_are_what_textbooks_call_so(smiles, groups):
    found = find_groups(read_molecule(smiles))
    assert {group: len(matches) for group, matches in found.items() if matches} == groups


@pytest.mark.parametrize(
    ("smiles", "open_"),
    [("CC(=O)O", "hydroxyl"), ("c1ccc2ccccc2c1", "benzene"), ("c1ccoc1C", "ether"), ("c1cccnc1N", "amino")],
)
def test_what_people_differ_about_is_left_open(smiles, open_):
    assert open_ not in find_groups(read_molecule(smiles))


@pytest.mark.parametrize(
    ("smiles", "kind"),
    [
        ("CCC", "alkane"),
        ("C1CCC1C", "cycloalkane"),
        ("C=CC", "alkene"),
        ("CC#C", "alkyne"),
        ("c1ccccc1C=C", "aromatic hydrocarbon"),
        ("C=CC=C", None),
        ("CCO", "alcohol"),
        ("Oc1ccccc1", "phenol"),
        ("OCc1ccccc1O", None),
        ("CC(O)C(=O)O", None),
        ("C=CC(=O)O", "carboxylic acid"),
        ("CCOCCCl", None),
        ("c1ccncc1O", None),
    ],
)
def test_a_compound_has_a_class_where_one_kind_of_group_decides_it(smiles, kind):
    assert class_of(read_molecule(smiles)) == kind
