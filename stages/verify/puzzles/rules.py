"""Rules of matrices and series: by which values, or sets of marks, go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from vlcorpus.schemas.stem.puzzles import ATTRIBUTES, LINE_RULES, SERIES_RULES
from vlcorpus.stages.verify.puzzles.pictures import Attributes, Marks

Line = tuple[Any, Any, Any]
Lines = Sequence[Line]
_EIGHTHS = 8

MARKS: dict[str, Callable[[frozenset[int], frozenset[int]], frozenset[int]]] = {
    "union": lambda x, y: x | y,
    "intersection": lambda x, y: x & y,
    "exclusive": lambda x, y: x ^ y,
    "without": lambda x, y: x - y,
}


def lines(panels: Sequence[Any]) -> tuple[Lines, Lines]:
    """Return the rows and the columns of nine panels."""
    rows = [(panels[n], panels[n + 1], panels[n + 2]) for n in (0, 3, 6)]
    columns = [(panels[n], panels[n + 3], panels[n + 6]) for n in (0, 1, 2)]
    return rows, columns


def line_rules(attribute: str, found: Lines) -> Iterator[str]:
    """Yield the rules that three lines of values follow."""
    holds = {
        "constant": all(x == y == z for x, y, z in found),
        "progression": _progresses(attribute, found),
        "sum": attribute == "count" and all(z == x + y for x, y, z in found),
        "difference": attribute == "count" and all(z == x - y for x, y, z in found),
        "permutation": len(set(found)) == 3
        and len({frozenset(line) for line in found}) == 1
        and len(set(found[0])) == 3,
    }
    yield from (rule for rule in LINE_RULES if holds[rule])


def series_rules(attribute: str, values: Sequence[Any]) -> Iterator[str]:
    """Yield the rules that five values follow."""
    a, b, c, d, e = values
    holds = {
        "constant": len(set(values)) == 1,
        "progression": _progresses(attribute, [(a, b, c), (b, c, d), (c, d, e)]),
        "alternation": a == c == e != b == d,
        "cycle": d == a and e == b and len({a, b, c}) == 3,
    }
    yield from (rule for rule in SERIES_RULES if holds[rule])


def fits_matrix(panels: Sequence[Attributes | Marks]) -> bool:
    """Say whether a matrix, with an option in its last place, follows a rule in all that it has."""
    if isinstance(panels[0], Marks):
        return any(any(mark_rules(found)) for found in lines([panel.cells for panel in _marks(panels)]))
    return all(
        any(any(line_rules(name, found)) for found in lines(values_of(name, panels))) for name in ATTRIBUTES
    )


def fits_series(panels: Sequence[Any]) -> bool:
    return all(any(series_rules(name, values_of(name, panels))) for name in ATTRIBUTES)


def mark_rules(found: Lines) -> Iterator[str]:
    yield from (rule for rule, make in MARKS.items() if all(z == make(x, y) for x, y, z in found))


def values_of(attribute: str, panels: Sequence[Any]) -> list[Any]:
    return [getattr(panel, attribute) for panel in panels]


def _marks(panels: Sequence[Any]) -> list[Marks]:
    return [panel for panel in panels if isinstance(panel, Marks)]


def _progresses(attribute: str, found: Lines) -> bool:
    """Say whether all steps are equal and not 0. Shapes are no numbers, turns come round again."""
    if attribute == "shape":
        return False
    steps = [step for x, y, z in found for step in (y - x, z - y)]
    if attribute == "turn":
        steps = [step % _EIGHTHS for step in steps]
    return len(set(steps)) == 1 and steps[0] != 0
