from vlcorpus.schemas.stem.elements import BY_SYMBOL
from vlcorpus.stages.stem.periodic_table.picture import Atom, Cell, Picture


def test_a_cell_is_called_by_its_letter_or_by_what_it_tells():
    sodium = BY_SYMBOL["Na"]
    assert Cell(sodium, ("number",), letter="A").name == "A"
    assert Cell(sodium, ("name",)).name == "Na"
    assert Cell(sodium, ("number",)).name is None
    assert Cell(sodium).thing == "cell 11"


def test_a_truth_tells_of_an_atom_what_its_picture_shows():
    ion = Atom(11, 12, shells=[2, 8], charge=1)
    assert ion.electrons == 10
    shells = Picture("shells", [], atoms={"A": ion}).truth()["atoms"]
    assert shells == {"A": {"protons": 11, "neutrons": 12, "shells": [2, 8]}}
    nuclides = Picture("nuclides", [], atoms={"A": ion}).truth()["atoms"]
    assert nuclides == {"A": {"symbol": "Na", "mass_number": 23, "protons": 11, "charge": 1}}
    boxes = Picture("boxes", [], atoms={"A": Atom(1, subshells=[("1s", ["u"])])}).truth()["atoms"]
    assert boxes == {"A": {"subshells": [["1s", ["u"]]]}}
