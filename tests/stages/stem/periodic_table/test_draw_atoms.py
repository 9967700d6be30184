import pytest

from vlcorpus.stages.stem.periodic_table.draw_atoms import atom_things
from vlcorpus.stages.stem.periodic_table.picture import Atom, Picture


def texts(kind, atom, **more):
    made = atom_things(Picture(kind, [], atoms={"A": atom}, **more))
    return made, [tag.text for thing in made for tag in thing.tags]


def test_an_electron_is_a_dot_of_its_own():
    made, written = texts("shells", Atom(11, shells=[2, 8, 1]))
    assert sum(thing.kind == "electron" for thing in made) == 11
    assert written == ["+11", "A"]


def test_arcs_have_numbers():
    made, written = texts("shells", Atom(11, 12, shells=[2, 8, 1]), has_dots=False)
    assert len(made) == 1
    assert written == ["11 p", "12 n", "A", "2", "8", "1"]


@pytest.mark.parametrize(("charge", "text"), [(0, None), (1, "+"), (2, "2+"), (-1, "−"), (-2, "2−")])
def test_a_nuclide_has_its_numbers_and_its_charge(charge, text):
    _, written = texts("nuclides", Atom(12, 13, charge=charge))
    assert written == ["Mg", "25", "12", *([text] if text else []), "A"]


def test_boxes_have_an_arrow_for_each_electron():
    (thing,), written = texts("boxes", Atom(3, subshells=[("1s", ["ud"]), ("2s", ["u"])]))
    assert written == ["A", "1s", "2s"]
    assert sum(shape.role == "mark" for shape in thing.shapes) == 2 * 3
