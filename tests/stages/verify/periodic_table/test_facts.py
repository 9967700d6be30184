import pytest

from tests.stages.verify.periodic_table.pictures import NUCLIDES, SHELLS, TABLE, cell
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.periodic_table import facts
from vlcorpus.stages.verify.periodic_table.elements import ELEMENTS
from vlcorpus.stages.verify.periodic_table.picture import read_picture

WHOLE = read_picture(TABLE | {"cells": [cell(element.number, ["symbol"]) for element in ELEMENTS]})
PARTS, ATOMS, NUCLEI = read_picture(TABLE), read_picture(SHELLS), read_picture(NUCLIDES)
# Pauling's electronegativities and covalent radii in pm (Cordero 2008), from handbooks.
ELECTRONEGATIVITY = (
    "Li 0.98 Be 1.57 B 2.04 C 2.55 N 3.04 O 3.44 F 3.98 "
    "Na 0.93 Mg 1.31 Al 1.61 Si 1.90 P 2.19 S 2.58 Cl 3.16 Se 2.55 Br 2.96 Te 2.10 I 2.66"
)
RADIUS = (
    "H 31 Li 128 Be 96 B 84 C 76 N 71 O 66 F 57 He 28 Ne 58 Na 166 Mg 141 Al 121 Si 111 P 107 S 105 Cl 102 "
    "Ar 106 K 203 Ca 176 Rb 220 Sr 195 As 119 Sb 139 Se 120 Te 138 Br 120 I 139"
)


def test_where_an_element_stands():
    assert [facts.number(PARTS, x) for x in ("A", "Fe")] == ["4", "26"]
    assert [facts.group(PARTS, x) for x in ("G", "Fe")] == ["18", "8"]
    assert [facts.period(PARTS, x) for x in ("H", "Pb")] == ["1", "6"]
    assert facts.symbol(PARTS, "G") == "Ne"
    assert facts.symbol(ATOMS, "B") == "Na"


@pytest.mark.parametrize(
    ("symbol", "kind", "family"),
    [
        ("Na", "metal", "alkali metal"),
        ("Ca", "metal", "alkaline earth metal"),
        ("Si", "metalloid", "none of these"),
        ("I", "nonmetal", "halogen"),
        ("He", "nonmetal", "noble gas"),
    ],
)
def test_what_an_element_is(symbol, kind, family):
    assert facts.kind(WHOLE, symbol) == kind
    assert facts.family(WHOLE, symbol) == family


@pytest.mark.parametrize(
    ("symbol", "valence", "ion"),
    [("K", "1", "1+"), ("Mg", "2", "2+"), ("Al", "3", "3+"), ("O", "6", "2-"), ("Cl", "7", "1-")],
)
def test_electrons_that_take_part(symbol, valence, ion):
    assert facts.valence(WHOLE, symbol) == valence
    assert facts.usual_ion(WHOLE, symbol) == ion


def test_shells_that_hold_electrons():
    assert facts.valence(WHOLE, "He") == "2"
    assert facts.occupied(WHOLE, "Br") == "4"


def test_two_elements():
    assert facts.same_group(PARTS, "H", "Na") == "yes"
    assert facts.same_period(PARTS, "H", "Na") == "no"
    assert facts.higher_number(PARTS, "A", "Li") == "A"
    assert facts.same_group(NUCLEI, "A", "B") == "yes"


@pytest.mark.parametrize(
    ("compare", "measured"), [(facts.larger_atom, RADIUS), (facts.electronegative, ELECTRONEGATIVITY)]
)
def test_rules_agree_with_what_was_measured(compare, measured):
    values = dict(zip(measured.split()[::2], map(float, measured.split()[1::2]), strict=True))
    n = 0
    for x in values:
        for y in values.keys() - {x}:
            try:
                found = compare(WHOLE, x, y)
            except Unknown:
                continue
            n += 1
            assert values[found] == max(values[x], values[y]), (x, y)
    assert n > 100


@pytest.mark.parametrize(
    "ask",
    [
        lambda: facts.symbol(PARTS, "Li"),
        lambda: facts.kind(WHOLE, "Se"),
        lambda: facts.family(WHOLE, "H"),
        lambda: facts.valence(WHOLE, "Fe"),
        lambda: facts.occupied(WHOLE, "Fe"),
        lambda: facts.usual_ion(WHOLE, "H"),
        lambda: facts.usual_ion(WHOLE, "At"),
        lambda: facts.usual_ion(WHOLE, "C"),
        lambda: facts.same_group(PARTS, "H", "H"),
        lambda: facts.higher_number(NUCLEI, "A", "B"),
        lambda: facts.larger_atom(WHOLE, "Al", "Ga"),
        lambda: facts.larger_atom(WHOLE, "F", "Ne"),
        lambda: facts.larger_atom(WHOLE, "K", "Ca"),
        lambda: facts.larger_atom(NUCLEI, "A", "B"),
        lambda: facts.electronegative(WHOLE, "Te", "Po"),
        lambda: facts.electronegative(WHOLE, "N", "P"),
    ],
)
def test_where_there_is_no_rule(ask):
    with pytest.raises(Unknown):
        ask()
