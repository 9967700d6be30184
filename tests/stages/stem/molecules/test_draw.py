from itertools import combinations

from tests.stages.stem.molecules.molecules import picture, pictures
from vlcorpus.stages.stem.molecules.draw import room, things


def test_carbons_of_a_skeletal_formula_are_bare():
    made = things(picture("CC(O)C"))
    assert [thing.kind for thing in made] == ["single bond"] * 3 + ["O atom"]
    assert [tag.text for thing in made for tag in thing.tags] in (["OH"], ["HO"])


def test_a_bond_has_as_many_lines_as_its_order():
    made = things(picture("C=CC#C"))
    lines = {thing.kind: sum(letter == "M" for letter, _ in thing.shapes[0].path.commands) for thing in made}
    assert lines == {"double bond": 2, "single bond": 1, "triple bond": 3}


def test_marks_stand_apart_and_next_to_their_own_atom():
    for made in pictures(25):
        marks = {thing.name: thing.tags[0].at for thing in things_or_none(made) if thing.kind == "mark"}
        places = [place for drawn in made.molecules.values() for place in drawn.places]
        for name, at in marks.items():
            nearest = min(places, key=lambda place: (place[0] - at[0]) ** 2 + (place[1] - at[1]) ** 2)
            assert nearest == made.place(name)
        assert all(one != other for one, other in combinations(marks.values(), 2))


def things_or_none(made):
    from vlcorpus.schemas.scenes.scene import Unfit

    try:
        return things(made)
    except Unfit:
        return ()


def test_the_room_is_a_square_about_all():
    (left, low), (right, high) = room(things(picture("CCO")))
    assert right - left == high - low > 400
