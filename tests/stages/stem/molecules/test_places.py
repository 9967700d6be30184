from tests.stages.stem.molecules.molecules import picture
from vlcorpus.stages.stem.molecules.places import places


def test_places_are_those_of_atoms_and_of_what_there_is_once():
    made = picture("C1CC1C(=O)N", x=3, y=4)
    found = dict(places(made))
    drawn = made.molecules["molecule"].places
    assert found["atom", "atom x"].at == drawn[3]
    assert found["only", "O"].at == drawn[4]
    assert found["halfway", "atom x", "atom y"].at == tuple(
        (a + b) / 2 for a, b in zip(drawn[3], drawn[4], strict=True)
    )
    assert found["only_bond", "double"].at == found["halfway", "atom x", "atom y"].at
    assert ("ring", "molecule") in found
    assert ("only", "C") not in found
