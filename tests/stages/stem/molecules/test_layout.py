import math
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.molecules.layout import BOND, WIDE, lay_along_a_line, lay_out
from vlcorpus.stages.stem.molecules.molecule import read_molecule


def test_bonds_are_of_one_length_and_atoms_apart():
    mol = read_molecule("CC(C)CCc1ccccc1")
    places = lay_out(mol, Random(1))
    for bond in mol.GetBonds():
        a, b = places[bond.GetBeginAtomIdx()], places[bond.GetEndAtomIdx()]
        assert math.dist(a, b) == pytest.approx(BOND, abs=4)


def test_the_longest_chain_lies_on_a_line_and_branches_stand_upright():
    places = lay_along_a_line(read_molecule("CC(C)CCO"), WIDE, Random(1))
    on_the_line = [(x, y) for x, y in places if y == 0]
    assert sorted(x for x, _ in on_the_line) == [WIDE[0] * k for k in range(5)]
    assert [abs(y) for _, y in places if y] == [WIDE[1]]


def test_a_ring_lies_on_no_line():
    with pytest.raises(Unfit, match="ring"):
        lay_along_a_line(read_molecule("C1CCC1"), WIDE, Random(1))
