"""Linear equations over the rationals, also such that do not determine everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

Form = Mapping[str, Fraction]  # a sum of unknowns with their coefficients
CONSTANT = "1"  # the name under which a row keeps what has no unknown


class Inconsistent(ValueError):
    """No values of the unknowns satisfy all equations."""


class System:
    """Equations in reduced form: each row says what one unknown is by those that stay free."""

    def __init__(self, equations: Iterable[tuple[Form, Fraction]]):
        self._rows: dict[str, dict[str, Fraction]] = {}
        for form, constant in equations:
            self._add({**form, CONSTANT: -constant})

    def value(self, form: Form) -> Fraction | None:
        """Return what a sum of unknowns is; None where the equations do not determine it."""
        rest = self._reduced(dict(form))
        constant = rest.pop(CONSTANT, Fraction(0))
        return None if rest else constant

    def _add(self, row: dict[str, Fraction]) -> None:
        """Take an equation, a sum that is 0. Raises Inconsistent."""
        row = self._reduced(row)
        pivot = next((name for name in row if name != CONSTANT), None)
        if pivot is None:
            if row:
                raise Inconsistent
            return
        scale = -row.pop(pivot)
        solved = {name: coefficient / scale for name, coefficient in row.items()}
        for name, other in self._rows.items():
            if pivot in other:
                self._rows[name] = _plus(other, other.pop(pivot), solved)
        self._rows[pivot] = solved

    def _reduced(self, row: dict[str, Fraction]) -> dict[str, Fraction]:
        """Return a sum with every solved unknown replaced."""
        found: dict[str, Fraction] = {}
        for name, coefficient in row.items():
            found = _plus(found, coefficient, self._rows.get(name, {name: Fraction(1)}))
        return found


def _plus(row: dict[str, Fraction], times: Fraction, other: dict[str, Fraction]) -> dict[str, Fraction]:
    total = dict(row)
    for name, coefficient in other.items():
        whole = total.get(name, Fraction(0)) + times * coefficient
        if whole:
            total[name] = whole
        else:
            total.pop(name, None)
    return total
