"""What can be said of a drawing of a cell, and where its parts are."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.cells import COUNTED, FOUND_IN, FUNCTIONS
from vlcorpus.stages.verify.cells.cell import Cell, Part
from vlcorpus.stages.verify.oracle import Unknown

Point = tuple[int, int]


def kind(cell: Cell, what: str) -> str:
    if what != "cell":
        raise Unknown(f"{what!r} is not the cell")
    return cell.kind


def part(cell: Cell, letter: str) -> str:
    return cell.labelled(letter).kind


def label(cell: Cell, kind: str) -> str:
    cell.of_kind(kind)  # it must be one
    return _only_letter(cell, kind)


def count(cell: Cell, what: str) -> str:
    if what == "labels":
        return str(len(cell.labels))
    return str(len(_counted(cell, what)))


def has(cell: Cell, kind: str) -> str:
    if kind == "cytoplasm":
        raise Unknown("cytoplasm is between all parts, whether it is drawn or not")
    return truth_value(bool(cell.of_kind(kind)))


def function(cell: Cell, letter: str) -> str:
    return FUNCTIONS[cell.labelled(letter).kind]


def doing(cell: Cell, function: str) -> str:
    kinds = [kind for kind, does in FUNCTIONS.items() if does == function]
    if not kinds:
        raise Unknown(f"no part {function!r}")
    return _only_letter(cell, kinds[0])


def found_in(cell: Cell, letter: str, where: str) -> str:
    kind = cell.labelled(letter).kind
    if where not in FOUND_IN.get(kind, {}):
        raise Unknown(f"whether {where!r} has a {kind} is left open")
    return truth_value(FOUND_IN[kind][where])


def more(cell: Cell, one: str, other: str) -> str:
    n_one, n_other = len(_counted(cell, one)), len(_counted(cell, other))
    if n_one == n_other:
        raise Unknown(f"there are as many of {one} as of {other}")
    return one if n_one > n_other else other


def same(cell: Cell, one: str, other: str) -> str:
    if one == other:
        raise Unknown(f"{one} is compared with itself")
    return truth_value(part(cell, one) == part(cell, other))


def end(cell: Cell, letter: str) -> Point:
    return cell.labelled(letter).at


def only(cell: Cell, kind: str) -> Point:
    parts = cell.of_kind(kind)
    if len(parts) != 1:
        raise Unknown(f"{len(parts)} of {kind} are drawn")
    return parts[0].at


def _counted(cell: Cell, kind: str) -> list[Part]:
    if kind not in COUNTED:
        raise Unknown(f"{kind!r} is not counted")
    return cell.of_kind(kind)


def _only_letter(cell: Cell, kind: str) -> str:
    letters = [letter for letter, part in cell.labels.items() if part.kind == kind]
    if len(letters) != 1:
        raise Unknown(f"{len(letters)} letters label a {kind}")
    return letters[0]
