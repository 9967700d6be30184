from vlcorpus.schemas.stem.elements import BY_SYMBOL
from vlcorpus.stages.stem.periodic_table.picture import Atom, Cell, Picture
from vlcorpus.stages.stem.periodic_table.places import places


def test_cells_can_be_pointed_at_by_letter_and_by_element():
    cells = [Cell(BY_SYMBOL["C"], ("symbol",)), Cell(BY_SYMBOL["N"], letter="A"), Cell(BY_SYMBOL["O"])]
    found = {place: point.exact for place, point in places(Picture("table", [], cells=cells))}
    assert found == {
        ("cell_of", "C"): ("1400", "-200"),
        ("cell", "A"): ("1500", "-200"),
        ("cell_of", "N"): ("1500", "-200"),
    }


def test_nuclei_stand_in_a_row():
    atoms = {"A": Atom(1, shells=[1]), "X": Atom(2, shells=[2])}
    found = dict(places(Picture("shells", [], atoms=atoms)))
    assert found["nucleus", "X"].exact == ("1000", "0")
