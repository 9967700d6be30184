"""The rules of matrices and series, and which values any of them allows for the picture that is asked for.

Sources: Raven's progressive matrices; the families of rules are those of schemas/stem/puzzles.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

Value = int | str
Line = Sequence[Value]
Marks = frozenset[int]
N_TURNS = 8


def line_rules(attribute: str, lines: Sequence[Line]) -> list[str]:
    """Return the rules that hold for all three lines of an attribute's values."""
    return [rule for rule, holds in _LINE_RULES.items() if holds(attribute, lines)]


def _constant(attribute: str, lines: Sequence[Line]) -> bool:
    return all(len(set(line)) == 1 for line in lines)


def _progression(attribute: str, lines: Sequence[Line]) -> bool:
    steps = {step for line in lines for step in _steps(attribute, line)}
    return len(steps) == 1 and steps.isdisjoint({0, None})


def _sum(attribute: str, lines: Sequence[Line]) -> bool:
    return attribute == "count" and all(x + y == z for x, y, z in _numbers(lines))


def _difference(attribute: str, lines: Sequence[Line]) -> bool:
    return attribute == "count" and all(x - y == z for x, y, z in _numbers(lines))


def _permutation(attribute: str, lines: Sequence[Line]) -> bool:
    orders = {tuple(line) for line in lines}
    return len(orders) == 3 and len(set(lines[0])) == 3 and len({frozenset(line) for line in lines}) == 1


_LINE_RULES: dict[str, Callable[[str, Sequence[Line]], bool]] = {
    "constant": _constant,
    "progression": _progression,
    "sum": _sum,
    "difference": _difference,
    "permutation": _permutation,
}


def series_rules(attribute: str, values: Line) -> list[str]:
    """Return the rules that hold for the five values of an attribute in a series."""
    a, b, c, d, e = values
    steps = set(_steps(attribute, values))
    found = []
    if len(set(values)) == 1:
        found.append("constant")
    if len(steps) == 1 and steps.isdisjoint({0, None}):
        found.append("progression")
    if a == c == e and b == d and a != b:
        found.append("alternation")
    if (d, e) == (a, b) and len({a, b, c}) == 3:
        found.append("cycle")
    return found


def _steps(attribute: str, values: Line) -> list[int | None]:
    """Return the differences of neighbours; None where the values are no numbers."""
    found: list[int | None] = []
    for x, y in pairwise(values):
        if isinstance(x, str) or isinstance(y, str):
            found.append(None)
        else:
            found.append((y - x) % N_TURNS if attribute == "turn" else y - x)
    return found


def _numbers(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    return [tuple(int(value) for value in line) for line in lines]


def allowed_in_matrix(attribute: str, values: Sequence[Line], domain: Sequence[Value]) -> set[Value]:
    """Return the values that some rule allows for the last place, along the rows or along the columns."""
    found = set()
    for value in domain:
        rows = [list(line) for line in values[:2]] + [[*values[2][:2], value]]
        columns = list(zip(*rows, strict=True))
        if line_rules(attribute, rows) or line_rules(attribute, columns):
            found.add(value)
    return found


def allowed_in_series(attribute: str, values: Line, domain: Sequence[Value]) -> set[Value]:
    return {value for value in domain if series_rules(attribute, [*values[:4], value])}


MARK_RULES: dict[str, Callable[[Marks, Marks], Marks]] = {
    "union": lambda x, y: x | y,
    "intersection": lambda x, y: x & y,
    "exclusive": lambda x, y: x ^ y,
    "without": lambda x, y: x - y,
}


def mark_rules(lines: Sequence[Sequence[Marks]]) -> list[str]:
    """Return the rules by which the first two of each line make the third."""
    return [name for name, rule in MARK_RULES.items() if all(rule(x, y) == z for x, y, z in lines)]


def allowed_marks(given: Sequence[Marks]) -> set[Marks]:
    """Return what some rule makes of a 3 x 3 matrix of marks, of which the first eight are given."""
    found = set()
    rows = [given[0:3], given[3:6], given[6:8]]
    columns = [given[0::3], given[1::3], given[2::3]]
    for lines in (rows, columns):
        whole, (x, y) = lines[:2], lines[2]
        found |= {MARK_RULES[name](x, y) for name in mark_rules(whole)}
    return found
