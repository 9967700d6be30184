from tests.stages.stem.molecules.molecules import picture, values
from vlcorpus.stages.stem.molecules.atom_facts import atom_claims


def test_what_holds_of_marked_atoms():
    made = picture("CC(C)C(=O)c1ccccc1", **{"1": 1, "2": 3, "3": 5, "4": 4})
    told = values(atom_claims(made))
    assert told["hydrogens", "atom 1"] == "1"
    assert told["carbon_class", "atom 1"] == "tertiary"
    assert told["hybridisation", "atom 2"] == "sp2"
    assert told["group", "atom 2"] == told["group", "atom 4"] == "ketone"
    assert told["group", "atom 3"] == "benzene"
    assert told["ring_size", "atom 3"] == "6"
    assert told["element", "atom 4"] == "O"
    assert ("carbon_class", "atom 2") not in told
    assert ("hybridisation", "atom 4") not in told


def test_what_holds_of_two():
    told = values(atom_claims(picture("C=CC#Cc1ccccc1", x=0, y=1, z=4, w=5)))
    assert told["bond", "atom x", "atom y"] == "double"
    assert told["between", "atom x", "atom z"] == "4"
    assert told["bonded", "atom z", "atom w"] == "yes"
    assert ("bond", "atom z", "atom w") not in told  # aromatic
    assert told["bonded", "atom x", "atom z"] == "no"
