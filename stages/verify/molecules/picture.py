"""The truth of drawn molecules, opened: atoms, bonds, rings, and which of them are aromatic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from vlcorpus.stages.verify.cycles import smallest_rings
from vlcorpus.stages.verify.oracle import Unknown

CARBON, HYDROGEN = "C", "H"
AROMATIC = 4  # an order of its own, for bonds of aromatic rings


@dataclass(frozen=True, slots=True)
class Atom:
    element: str
    hydrogens: int
    at: tuple[int, int]


@dataclass(frozen=True, eq=False)  # by identity: its groups are kept
class Picture:
    atoms: tuple[Atom, ...]
    bonds: Mapping[int, Mapping[int, int]]  # of each atom its neighbours, with the orders of the bonds
    molecules: Mapping[str, frozenset[int]]
    marks: Mapping[str, int]
    masses: Mapping[str, Fraction]

    def molecule(self, name: str) -> frozenset[int]:
        """Return the atoms of a molecule. Raises Unknown for a name that is not there."""
        if name not in self.molecules:
            raise Unknown(f"there is no molecule {name!r}")
        return self.molecules[name]

    def marked(self, name: str) -> int:
        """Return the index of an atom with a name. Raises Unknown for a name that is not there."""
        if name not in self.marks:
            raise Unknown(f"no atom is marked {name!r}")
        return self.marks[name]

    def each_bond(self) -> Iterator[tuple[int, int, int]]:
        """Yield the two atoms of each bond, and its order as it is drawn."""
        for one, others in self.bonds.items():
            yield from ((one, other, order) for other, order in others.items() if one < other)

    def neighbours(self, atom: int, element: str) -> list[int]:
        return [other for other in self.bonds[atom] if self.atoms[other].element == element]

    def is_carbon(self, atom: int) -> bool:
        return self.atoms[atom].element == CARBON

    def is_sp3(self, atom: int) -> bool:
        return all(order == 1 for order in self.bonds[atom].values())

    def carbonyl_oxygen(self, atom: int) -> int | None:
        """Return the oxygen of the C=O that a carbon has."""
        if not self.is_carbon(atom):
            return None
        return next((other for other in self.neighbours(atom, "O") if self.bonds[atom][other] == 2), None)

    def order(self, one: int, other: int) -> int:
        """Return the order of the bond between two neighbours: `AROMATIC` has one of its own."""
        return AROMATIC if self.is_aromatic_bond(one, other) else self.bonds[one][other]

    @cached_property
    def rings(self) -> tuple[tuple[int, ...], ...]:
        """The smallest rings, each with its atoms in turn."""
        return tuple(smallest_rings(self.bonds))

    @cached_property
    def aromatic_rings(self) -> tuple[frozenset[int], ...]:
        return tuple(frozenset(ring) for ring in self.rings if self._is_aromatic(ring))

    @cached_property
    def in_rings(self) -> frozenset[int]:
        return frozenset(atom for ring in self.rings for atom in ring)

    @cached_property
    def aromatic_atoms(self) -> frozenset[int]:
        return frozenset().union(*self.aromatic_rings)

    def is_aromatic_bond(self, one: int, other: int) -> bool:
        return any(one in ring and other in ring for ring in self.aromatic_rings)

    def share_a_bond(self, ring: frozenset[int], other: frozenset[int]) -> bool:
        return len(ring & other) == 2

    def _is_aromatic(self, ring: tuple[int, ...]) -> bool:
        """Six atoms give an electron each; of five atoms one gives two: an O, an S, or an N."""
        giving_two = [
            self.atoms[atom].element for atom in ring if not self._has_double_bond(atom, frozenset(ring))
        ]
        return (len(ring), giving_two) in ((6, []), (5, ["O"]), (5, ["S"]), (5, ["N"]))

    def _has_double_bond(self, atom: int, ring: frozenset[int]) -> bool:
        """Say whether an atom has a double bond within its ring, or within one that shares a bond with it."""
        rings = [frozenset(other) for other in self.rings]
        within = ring.union(*(other for other in rings if self.share_a_bond(ring, other)))
        return any(order == 2 and other in within for other, order in self.bonds[atom].items())


def read_picture(truth: Mapping[str, Any]) -> Picture:
    """Return the picture as it is told; schemas/stem/molecules.py says what it cannot be."""
    atoms = tuple(Atom(told["element"], told["hydrogens"], _point(told["at"])) for told in truth["atoms"])
    bonds: dict[int, dict[int, int]] = {atom: {} for atom in range(len(atoms))}
    for one, other, order in truth["bonds"]:
        if other in bonds[one] or one == other:
            raise ValueError(f"atoms {one} and {other} are bonded twice")
        bonds[one][other] = bonds[other][one] = order
    return Picture(
        atoms=atoms,
        bonds=bonds,
        molecules={name: frozenset(indices) for name, indices in truth["molecules"].items()},
        marks=truth["marks"],
        masses={element: Fraction(str(mass)) for element, mass in truth["masses"].items()},
    )


def _point(told: tuple[int, int]) -> tuple[int, int]:
    x, y = told
    if type(x) is not int or type(y) is not int:
        raise ValueError(f"{told} are no integers")
    return x, y
