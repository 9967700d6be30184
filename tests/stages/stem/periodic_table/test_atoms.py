from collections.abc import Iterator
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.periodic_table.atom_claims import obeys
from vlcorpus.stages.stem.periodic_table.atoms import compose_boxes, compose_nuclides, compose_shells


def made(compose, n=120) -> Iterator:
    for seed in range(n):
        try:
            yield compose(Random(seed))
        except Unfit:
            continue


def test_shells_hold_the_electrons_of_atoms_and_ions():
    kinds = set()
    for picture in made(compose_shells):
        for atom in picture.atoms.values():
            assert sum(atom.shells) == atom.electrons
            assert all(n <= full for n, full in zip(atom.shells, (2, 8, 8, 2), strict=False))
            kinds.add((atom.charge > 0) - (atom.charge < 0))
    assert kinds == {-1, 0, 1}


def test_nuclides_differ():
    for picture in made(compose_nuclides):
        told = {(atom.protons, atom.neutrons, atom.charge) for atom in picture.atoms.values()}
        assert len(told) == len(picture.atoms) >= 2


def test_boxes_break_the_rule_that_their_steps_name():
    rules = {
        "Pauli's principle broken": "Pauli",
        "Hund's rule broken": "Hund",
        "aufbau principle broken": "aufbau",
    }
    broken = set()
    for picture in made(compose_boxes, 300):
        found = {rule for atom in picture.atoms.values() for rule in rules.values() if not obeys(rule, atom)}
        assert found == {rules[step] for step in picture.steps if step in rules}
        broken |= found
    assert broken == set(rules.values())
