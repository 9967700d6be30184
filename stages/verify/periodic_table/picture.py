"""The truth of a picture of elements or atoms, opened: cells of a table, or atoms by their letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.stem import elements
from vlcorpus.schemas.stem.periodic_table import BOXES, LETTERS, PARTS, PICTURES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.periodic_table.elements import BY_NUMBER, Element
from vlcorpus.stages.verify.periodic_table.orbitals import EXCEPTIONS, Boxes


@dataclass(frozen=True, slots=True)
class Cell:
    element: Element
    shows: tuple[str, ...]
    letter: str | None
    color: str | None

    @property
    def names_element(self) -> bool:
        return "symbol" in self.shows or "name" in self.shows

    @property
    def is_blank(self) -> bool:
        return self.letter is None and not self.shows


@dataclass(frozen=True, slots=True)
class Shells:
    protons: int
    neutrons: int | None
    shells: tuple[int, ...]

    @property
    def electrons(self) -> int:
        return sum(self.shells)


@dataclass(frozen=True, slots=True)
class Nuclide:
    symbol: str
    mass_number: int
    protons: int
    charge: int

    @property
    def neutrons(self) -> int:
        return self.mass_number - self.protons

    @property
    def electrons(self) -> int:
        return self.protons - self.charge


Atom = Shells | Nuclide | Boxes


@dataclass(frozen=True)
class Picture:
    kind: str
    cells: tuple[Cell, ...]
    legend: Mapping[str, str]
    atoms: Mapping[str, Atom]

    def element(self, name: str) -> Element:
        """Return the element of a name. Raises Unknown for a name that has none."""
        if self.cells:
            return self.cell(name).element
        atom = self.atom(name)
        if isinstance(atom, Boxes):
            if not all(atom.obeyed.values()):
                raise Unknown(f"{name} is drawn against a rule")
            return BY_NUMBER[atom.electrons]
        return BY_NUMBER[atom.protons]

    def cell(self, name: str) -> Cell:
        """Return the cell with a letter, or with a symbol or a name that says which element it is of."""
        for cell in self.cells:
            if cell.letter == name or (cell.names_element and cell.element.symbol == name):
                return cell
        raise Unknown(f"no cell is called {name!r}")

    def atom(self, name: str) -> Atom:
        """Return the atom with a letter."""
        if name not in self.atoms:
            raise Unknown(f"there is no atom {name!r}")
        return self.atoms[name]

    def shells(self, name: str) -> Shells:
        """Return the atom with a letter, where its shells are drawn."""
        atom = self.atom(name)
        if not isinstance(atom, Shells):
            raise Unknown(f"no shells of {name} are drawn")
        return atom

    def boxes(self, name: str) -> Boxes:
        """Return the atom with a letter, where boxes are drawn for its orbitals."""
        atom = self.atom(name)
        if not isinstance(atom, Boxes):
            raise Unknown(f"no boxes of {name} are drawn")
        return atom

    def with_protons(self, name: str) -> Shells | Nuclide:
        """Return the atom with a letter, where its protons are told."""
        atom = self.atom(name)
        if isinstance(atom, Boxes):
            raise Unknown(f"nothing says how many protons {name} has")
        return atom


def read_picture(truth: Mapping[str, Any]) -> Picture:
    """Raises Contradiction for a picture that cannot be."""
    kind = truth["picture"]
    readers: dict[str, Callable[[Mapping[str, Any]], Atom]] = {
        "shells": _shells,
        "boxes": _boxes,
        "nuclides": _nuclide,
    }
    picture = Picture(
        kind=kind,
        cells=tuple(map(_cell, truth["cells"])),
        legend=truth["legend"],
        atoms={letter: readers[kind](told) for letter, told in truth["atoms"].items()},
    )
    if faults := _faults(picture) + [fault for atom in picture.atoms.values() for fault in _of_atom(atom)]:
        raise Contradiction(f"no picture of elements: {'; '.join(faults)}")
    return picture


def _cell(told: Mapping[str, Any]) -> Cell:
    return Cell(BY_NUMBER[told["number"]], tuple(told["shows"]), told["letter"], told["color"])


def _shells(told: Mapping[str, Any]) -> Shells:
    return Shells(told["protons"], told["neutrons"], tuple(told["shells"]))


def _nuclide(told: Mapping[str, Any]) -> Nuclide:
    return Nuclide(told["symbol"], told["mass_number"], told["protons"], told["charge"])


def _boxes(told: Mapping[str, Any]) -> Boxes:
    return Boxes({name: tuple(boxes) for name, boxes in told["subshells"]})


def _faults(picture: Picture) -> list[str]:
    """Return what cannot be, in words."""
    letters = Counter(cell.letter for cell in picture.cells if cell.letter)
    faults = {
        f"nobody draws {picture.kind!r}": picture.kind not in PICTURES,
        "a table has cells, and nothing else has": (picture.kind == "table") != bool(picture.cells),
        "a table has no atoms, and all else has": (picture.kind == "table") == bool(picture.atoms),
        "an element has two cells": len({cell.element.number for cell in picture.cells}) < len(picture.cells),
        "a letter is of no cell of its own": not letters.keys() <= set(LETTERS)
        or letters.total() > len(letters),
        "a cell shows what is none of PARTS": any(
            not set(cell.shows) <= set(PARTS) for cell in picture.cells
        ),
        "a letter stands beside the symbol or the name": any(
            cell.letter and cell.names_element for cell in picture.cells
        ),
        "a cell has a colour that is not that of its kind": bool(picture.legend)
        and any(
            cell.color != picture.legend.get(elements.BY_SYMBOL[cell.element.symbol].kind or "")
            for cell in picture.cells
            if cell.color
        ),
    }
    return [fault for fault, is_so in faults.items() if is_so]


def _of_atom(atom: Atom) -> list[str]:
    """Return what of an atom cannot be."""
    match atom:
        case Boxes():
            faults = {
                "a subshell has other boxes than its own": any(
                    len(boxes) != BOXES[name[1]] for name, boxes in atom.subshells.items()
                ),
                "a box holds what is no arrows": not atom.has_arrows_alone,
                "there are as many electrons as in no element": atom.electrons not in BY_NUMBER,
                "chromium and copper fill their orbitals otherwise": atom.electrons in EXCEPTIONS,
            }
        case Shells():
            faults = {
                "there is no element with so many protons": atom.protons not in BY_NUMBER,
                "electrons or neutrons are below zero": min(*atom.shells, atom.neutrons or 0) < 0,
                "a shell holds more than it can": any(
                    n > 2 * k * k for k, n in enumerate(atom.shells, start=1)
                ),
            }
        case Nuclide():
            found = BY_NUMBER.get(atom.protons)
            faults = {
                "the symbol has other protons": found is None or found.symbol != atom.symbol,
                "neutrons or electrons are below zero": atom.neutrons < 0 or atom.electrons < 0,
            }
    return [fault for fault, is_so in faults.items() if is_so]
