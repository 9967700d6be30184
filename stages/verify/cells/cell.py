"""The truth of a drawing of a cell, opened: its parts, and the letters that label some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.stem.cells import CELLS, FOUND_IN, FUNCTIONS
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

# Of these a cell has one at most.
SINGLE = ("cell membrane", "cell wall", "capsule", "cytoplasm", "nucleoid")


@dataclass(frozen=True)
class Part:
    kind: str
    at: tuple[int, int]


@dataclass(frozen=True)
class Cell:
    kind: str
    parts: tuple[Part, ...]
    labels: Mapping[str, Part]

    def labelled(self, letter: str) -> Part:
        """Return the part that a letter labels. Raises Unknown for a letter that is not there."""
        if letter not in self.labels:
            raise Unknown(f"nothing is labelled {letter!r}")
        return self.labels[letter]

    def of_kind(self, kind: str) -> list[Part]:
        """Return all parts of a kind. Raises Unknown for what is no kind of part."""
        if kind not in FUNCTIONS:
            raise Unknown(f"{kind!r} is no kind of part")
        return [part for part in self.parts if part.kind == kind]


def read_cell(truth: Mapping[str, Any]) -> Cell:
    """Raises Contradiction for a cell that cannot be."""
    try:
        parts = tuple(_part(told) for told in truth["parts"])
        cell = Cell(
            kind=truth["cell"],
            parts=parts,
            labels={letter: parts[_index(n, len(parts))] for letter, n in truth["labels"].items()},
        )
        faults = _faults(cell)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Contradiction(f"no cell: {error!r}") from error
    if faults:
        raise Contradiction(f"no cell: {'; '.join(faults)}")
    return cell


def _faults(cell: Cell) -> list[str]:
    """Return what cannot be, in words."""
    kinds = Counter(part.kind for part in cell.parts)
    places = Counter(part.at for part in cell.parts)
    faults = {
        f"there is no cell {cell.kind!r}": cell.kind not in CELLS,
        "something is no part": not kinds.keys() <= FUNCTIONS.keys(),
        "a layer comes twice": any(kinds[kind] > 1 for kind in SINGLE),
        "a part is in no such cell": any(not FOUND_IN.get(kind, {}).get(cell.kind, True) for kind in kinds),
        "a label is no letter": any(len(letter) != 1 or not letter.isupper() for letter in cell.labels),
        "a line ends at two parts": any(places[part.at] > 1 for part in cell.labels.values()),
    }
    return [fault for fault, is_so in faults.items() if is_so]


def _part(told: Mapping[str, Any]) -> Part:
    x, y = told["at"]
    if type(x) is not int or type(y) is not int:
        raise ValueError(f"{told['at']} are no integers")
    return Part(told["kind"], (x, y))


def _index(told: object, n: int) -> int:
    if type(told) is not int or not 0 <= told < n:
        raise ValueError(f"there is no part {told!r}")
    return told
