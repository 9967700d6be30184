"""What of molecules can be pointed at: marked atoms, bonds between them, and what there is just one of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import ExactPoint
from vlcorpus.schemas.stem.molecules import BONDS
from vlcorpus.stages.stem.molecules.picture import Picture


def places(picture: Picture) -> Iterator[tuple[Expression, ExactPoint]]:
    yield from _of_marks(picture)
    yield from _of_elements(picture)
    yield from _of_bonds(picture)
    for name, drawn in picture.molecules.items():
        rings = drawn.mol.GetRingInfo().AtomRings()
        if len(rings) == 1:
            yield ("ring", name), _mean([drawn.places[index] for index in rings[0]])


def _of_marks(picture: Picture) -> Iterator[tuple[Expression, ExactPoint]]:
    for mark in picture.marks:
        yield ("atom", mark), _mean([picture.place(mark)])
    for a, (name, one) in picture.marks.items():
        for b, (other_name, two) in picture.marks.items():
            mol = picture.molecules[name].mol
            if a < b and name == other_name and mol.GetBondBetweenAtoms(one, two):
                yield ("halfway", a, b), _mean([picture.place(a), picture.place(b)])


def _of_elements(picture: Picture) -> Iterator[tuple[Expression, ExactPoint]]:
    found = [
        (atom.GetSymbol(), drawn.places[atom.GetIdx()])
        for drawn in picture.molecules.values()
        for atom in drawn.mol.GetAtoms()
    ]
    n = Counter(symbol for symbol, _ in found)
    for symbol, place in found:
        if n[symbol] == 1 and symbol != "C":
            yield ("only", symbol), _mean([place])


def _of_bonds(picture: Picture) -> Iterator[tuple[Expression, ExactPoint]]:
    for order in (2, 3):
        found = [
            (drawn.places[bond.GetBeginAtomIdx()], drawn.places[bond.GetEndAtomIdx()])
            for drawn in picture.molecules.values()
            for bond in drawn.mol.GetBonds()
            if bond.GetBondTypeAsDouble() == order
        ]
        if len(found) == 1:
            yield ("only_bond", BONDS[order]), _mean(list(found[0]))


def _mean(points: list[Point]) -> ExactPoint:
    """Return the mean of places, whose coordinates are integers."""
    x, y = (Fraction(round(sum(values)), len(points)) for values in zip(*points, strict=True))
    return ExactPoint((str(x), str(y)), (float(x), float(y)))
