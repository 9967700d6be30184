"""Molecules while they are composed: what is drawn of them, where, and what is written beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rdkit import Chem

from vlcorpus.schemas.scenes.path import Point

ALONE = "molecule"  # name of the only one


@dataclass
class Drawn:
    """A molecule with the places of its atoms; behind its own come hydrogens, where they are drawn."""

    mol: Chem.Mol
    shown: Chem.Mol  # with these hydrogens
    places: list[Point]
    first: int = 0  # index of its first atom among those of the picture

    @property
    def n_atoms(self) -> int:
        return self.mol.GetNumAtoms()


@dataclass
class Picture:
    """Molecules by their names; marks are atoms, by the name of the molecule and the index in it."""

    drawing: str
    molecules: dict[str, Drawn]
    steps: list[str]
    marks: dict[str, tuple[str, int]] = field(default_factory=dict)
    masses: dict[str, int] = field(default_factory=dict)
    has_colors: bool = False

    def place(self, mark: str) -> Point:
        name, index = self.marks[mark]
        return self.molecules[name].places[index]

    def truth(self) -> dict[str, Any]:
        atoms, bonds, molecules = [], [], {}
        for name, drawn in self.molecules.items():
            molecules[name] = [drawn.first + index for index in range(drawn.n_atoms)]
            for atom, (x, y) in zip(drawn.mol.GetAtoms(), drawn.places, strict=False):
                entry = {"element": atom.GetSymbol(), "hydrogens": atom.GetTotalNumHs()}
                atoms.append(entry | {"at": [round(x), round(y)]})
            for bond in drawn.mol.GetBonds():
                ends = (bond.GetBeginAtomIdx(), bond.GetEndAtomIdx())
                bonds.append([*(drawn.first + end for end in ends), int(bond.GetBondTypeAsDouble())])
        return {
            "drawing": self.drawing,
            "atoms": atoms,
            "bonds": bonds,
            "molecules": molecules,
            "marks": {mark: self.molecules[name].first + index for mark, (name, index) in self.marks.items()},
            "masses": dict(self.masses),
        }
