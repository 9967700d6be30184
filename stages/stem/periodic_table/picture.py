"""Pictures of elements and atoms while they are composed, by schemas/stem/periodic_table.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vlcorpus.schemas.stem.elements import BY_NUMBER, Element


@dataclass
class Cell:
    """A cell of a table: `shows` are of `PARTS`; a letter stands instead of symbol and name."""

    element: Element
    shows: tuple[str, ...] = ()
    letter: str | None = None
    color: str | None = None

    @property
    def thing(self) -> str:
        return f"cell {self.element.number}"

    @property
    def name(self) -> str | None:
        """Return what claims call the element: a letter, or its symbol; nothing where it is not told."""
        is_told = "symbol" in self.shows or "name" in self.shows
        return self.letter or (self.element.symbol if is_told else None)


@dataclass
class Atom:
    """An atom or ion; what a picture does not show of it is left empty."""

    protons: int
    neutrons: int | None = None
    shells: list[int] = field(default_factory=list)
    subshells: list[tuple[str, list[str]]] = field(default_factory=list)
    charge: int = 0

    @property
    def electrons(self) -> int:
        return self.protons - self.charge


@dataclass
class Picture:
    kind: str  # table | shells | boxes | nuclides
    steps: list[str]
    cells: list[Cell] = field(default_factory=list)
    legend: dict[str, str] = field(default_factory=dict)
    atoms: dict[str, Atom] = field(default_factory=dict)
    has_headers: bool = False  # numbers of groups and periods beside the cells
    has_dots: bool = True  # a dot for each electron, not numbers on arcs

    def truth(self) -> dict[str, Any]:
        return {
            "picture": self.kind,
            "cells": [
                {
                    "number": cell.element.number,
                    "shows": list(cell.shows),
                    "letter": cell.letter,
                    "color": cell.color,
                }
                for cell in self.cells
            ],
            "legend": dict(self.legend),
            "atoms": {name: self._told(atom) for name, atom in self.atoms.items()},
        }

    def _told(self, atom: Atom) -> dict[str, Any]:
        if self.kind == "shells":
            return {"protons": atom.protons, "neutrons": atom.neutrons, "shells": list(atom.shells)}
        if self.kind == "boxes":
            return {"subshells": [[name, list(boxes)] for name, boxes in atom.subshells]}
        return {
            "symbol": BY_NUMBER[atom.protons].symbol,
            "mass_number": atom.protons + (atom.neutrons or 0),
            "protons": atom.protons,
            "charge": atom.charge,
        }
