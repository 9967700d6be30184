import pytest

from tests.stages.verify.periodic_table.pictures import NITROGEN, NUCLIDES, SHELLS, TABLE, boxes, cell
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.periodic_table.picture import read_picture

PARTS, ATOMS = read_picture(TABLE), read_picture(SHELLS)


@pytest.mark.parametrize(("name", "symbol"), [("A", "Be"), ("G", "Ne"), ("Li", "Li"), ("F", "F")])
def test_cells_are_called_by_letters_and_symbols(name, symbol):
    assert PARTS.element(name).symbol == symbol


def test_atoms_are_of_the_element_of_their_protons():
    assert [ATOMS.element(name).symbol for name in "ABC"] == ["Na", "Na", "He"]
    assert read_picture(NITROGEN).element("A").symbol == "N"


@pytest.mark.parametrize(
    ("truth", "name"),
    [
        (TABLE, "Be"),  # its cell has a letter
        (TABLE, "Si"),  # its cell is blank
        (TABLE, "Mg"),
        (SHELLS, "D"),
        (boxes(s1="u", s2="u"), "A"),
    ],
)
def test_names_without_an_element(truth, name):
    with pytest.raises(Unknown):
        read_picture(truth).element(name)


def test_how_atoms_are_drawn():
    with pytest.raises(Unknown):
        ATOMS.boxes("A")
    with pytest.raises(Unknown):
        read_picture(NUCLIDES).shells("A")
    with pytest.raises(Unknown):
        read_picture(NITROGEN).with_protons("A")


def told(truth, **change):
    """Return the picture with atom A told otherwise."""
    return truth | {"atoms": truth["atoms"] | {"A": truth["atoms"]["A"] | change}}


@pytest.mark.parametrize(
    ("truth", "fault"),
    [
        (TABLE | {"picture": "chart"}, "nobody draws"),
        (TABLE | {"cells": []}, "a table has cells"),
        (SHELLS | {"cells": [cell(1)]}, "nothing else has"),
        (SHELLS | {"atoms": {}}, "all else has"),
        (TABLE | {"cells": [cell(1), cell(1)]}, "two cells"),
        (TABLE | {"cells": [cell(1, letter="A"), cell(2, letter="A")]}, "no cell of its own"),
        (TABLE | {"cells": [cell(1, letter="H")]}, "no cell of its own"),
        (TABLE | {"cells": [cell(1, ["colour"])]}, "none of PARTS"),
        (TABLE | {"cells": [cell(1, ["symbol"], letter="A")]}, "beside the symbol"),
        (TABLE | {"legend": {"metal": "blue"}}, "not that of its kind"),
        (boxes(s1="ud", p2="u u"), "other boxes"),
        (boxes(s1="udu"), "no arrows"),
        (boxes(s1="x"), "no arrows"),
        (boxes(s1="_"), "as in no element"),
        (boxes(s1="ud", s2="ud", p2="ud ud ud", s3="ud", p3="ud ud ud", s4="u", d3="u u u u u"), "chromium"),
        (told(SHELLS, protons=60), "so many protons"),
        (told(SHELLS, shells=[2, -1]), "below zero"),
        (told(SHELLS, shells=[3]), "more than it can"),
        (told(NUCLIDES, protons=18), "other protons"),
        (told(NUCLIDES, mass_number=16), "below zero"),
        (told(NUCLIDES, charge=18), "below zero"),
    ],
)
def test_what_cannot_be(truth, fault):
    with pytest.raises(Contradiction, match=fault):
        read_picture(truth)
