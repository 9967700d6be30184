import pytest

from tests.stages.verify.periodic_table.pictures import CARBON, NITROGEN, NUCLIDES, SHELLS, boxes
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.periodic_table import atoms
from vlcorpus.stages.verify.periodic_table.picture import read_picture

ATOMS, NUCLEI = read_picture(SHELLS), read_picture(NUCLIDES)
C, N = read_picture(CARBON), read_picture(NITROGEN)
BROKEN = read_picture(boxes(s1="uu", s2="ud"))


def test_particles():
    assert [atoms.electrons(ATOMS, x) for x in "ABC"] == ["11", "10", "2"]
    assert [atoms.electrons(NUCLEI, x) for x in "ABC"] == ["17", "18", "18"]
    assert [atoms.protons(NUCLEI, x) for x in "AC"] == ["17", "20"]
    assert [atoms.neutrons(NUCLEI, x) for x in "ABC"] == ["18", "20", "20"]
    assert atoms.neutrons(ATOMS, "A") == "12"
    assert atoms.mass_number(ATOMS, "A") == "23"
    assert atoms.mass_number(NUCLEI, "B") == "37"


def test_charges():
    assert [atoms.charge(NUCLEI, x) for x in "ABC"] == ["0", "1-", "2+"]
    assert [atoms.particle(NUCLEI, x) for x in "ABC"] == ["atom", "anion", "cation"]
    assert [atoms.charge(ATOMS, x) for x in "AB"] == ["0", "1+"]


def test_two_atoms():
    assert atoms.isotopes(NUCLEI, "A", "B") == "yes"
    assert atoms.isotopes(NUCLEI, "B", "C") == "no"
    assert atoms.isoelectronic(NUCLEI, "B", "C") == "yes"
    assert atoms.isoelectronic(ATOMS, "A", "B") == "no"
    assert atoms.more_neutrons(NUCLEI, "A", "C") == "C"


def test_shells():
    assert atoms.drawn_shells(ATOMS, "A") == "3"
    assert atoms.outer(ATOMS, "B") == "8"
    assert atoms.in_shell(ATOMS, "2", "A") == "8"
    assert [atoms.full_outer(ATOMS, x) for x in "ABC"] == ["no", "yes", "yes"]


def test_boxes():
    assert [atoms.unpaired(picture, "A") for picture in (C, N, BROKEN)] == ["2", "3", "0"]
    assert atoms.orbitals(C, "A") == "5"
    assert atoms.empty(C, "A") == "1"
    assert atoms.in_subshell(C, "2p", "A") == "2"
    assert atoms.highest(N, "A") == "2p"
    assert atoms.configuration(N, "A") == "1s2 2s2 2p3"
    assert [atoms.obeys(BROKEN, rule, "A") for rule in ("Pauli", "Hund", "aufbau")] == ["no", "yes", "yes"]


def test_what_is_counted_and_where_it_is():
    one = read_picture(SHELLS | {"atoms": {"A": SHELLS["atoms"]["A"]}})
    assert atoms.count(one, "electrons") == "11"
    assert atoms.count(ATOMS, "atoms") == "3"
    assert atoms.nucleus(ATOMS, "C") == (2000, 0)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: atoms.protons(C, "A"),
        lambda: atoms.neutrons(ATOMS, "B"),
        lambda: atoms.isotopes(ATOMS, "A", "B"),
        lambda: atoms.isotopes(NUCLEI, "A", "A"),
        lambda: atoms.isoelectronic(NUCLEI, "A", "D"),
        lambda: atoms.more_neutrons(NUCLEI, "B", "C"),
        lambda: atoms.outer(NUCLEI, "A"),
        lambda: atoms.in_shell(ATOMS, "3", "B"),
        lambda: atoms.unpaired(ATOMS, "A"),
        lambda: atoms.in_subshell(C, "3s", "A"),
        lambda: atoms.obeys(C, "octet", "A"),
        lambda: atoms.count(ATOMS, "electrons"),
        lambda: atoms.count(C, "electrons"),
        lambda: atoms.count(ATOMS, "cells"),
        lambda: atoms.nucleus(NUCLEI, "A"),
    ],
)
def test_what_is_not_drawn(ask):
    with pytest.raises(Unknown):
        ask()
