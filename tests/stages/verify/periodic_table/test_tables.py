import pytest

from tests.stages.verify.periodic_table.pictures import SHELLS, TABLE
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.periodic_table import tables
from vlcorpus.stages.verify.periodic_table.picture import read_picture

PARTS = read_picture(TABLE)


def test_neighbours_need_no_cell():
    assert tables.right_of(PARTS, "Li") == "Be"
    assert tables.left_of(PARTS, "A") == "Li"
    assert tables.below(PARTS, "Cl") == "Br"
    assert tables.above(PARTS, "G") == "He"


def test_what_is_written():
    assert tables.letter(PARTS, "Ne") == "G"
    assert [tables.mass(PARTS, x) for x in ("H", "Pb")] == ["1.01", "207.2"]
    assert tables.color(PARTS, "A") == "red"


def test_what_is_counted():
    numbers = {"cells": "11", "letters": "2", "blanks": "1", "red": "2", "blue": "1"}
    assert {what: tables.count(PARTS, what) for what in numbers} == numbers


def test_places():
    assert tables.cell(PARTS, "Cl") == (1700, -300)
    assert tables.cell_of(PARTS, "Be") == (200, -200)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: tables.letter(PARTS, "Li"),
        lambda: tables.letter(PARTS, "U"),
        lambda: tables.right_of(PARTS, "A"),
        lambda: tables.left_of(PARTS, "H"),
        lambda: tables.above(PARTS, "H"),
        lambda: tables.below(PARTS, "Pb"),
        lambda: tables.mass(PARTS, "Li"),
        lambda: tables.color(PARTS, "Li"),
        lambda: tables.count(PARTS, "green"),
        lambda: tables.count(PARTS, "atoms"),
        lambda: tables.count(read_picture(SHELLS), "cells"),
        lambda: tables.cell(PARTS, "Be"),
        lambda: tables.cell_of(PARTS, "Si"),
    ],
)
def test_what_the_table_does_not_tell(ask):
    with pytest.raises(Unknown):
        ask()
