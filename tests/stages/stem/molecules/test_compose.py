from tests.stages.stem.molecules.molecules import pictures


def test_all_drawings_and_many_constructions_come():
    made = pictures(120)
    assert {picture.drawing for picture in made} == {"skeletal", "condensed", "full", "balls"}
    assert len({step for picture in made for step in picture.steps}) > 40
    assert {len(picture.molecules) for picture in made} == {1, 2}
    assert any(picture.masses for picture in made)


def test_hydrogens_are_drawn_where_every_atom_is():
    for picture in pictures(40):
        for drawn in picture.molecules.values():
            has_own = drawn.shown.GetNumAtoms() > drawn.mol.GetNumAtoms()
            assert has_own is (picture.drawing in ("full", "balls"))
            assert len(drawn.places) == drawn.shown.GetNumAtoms()
