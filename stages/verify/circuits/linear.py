"""Linear equations over the rationals, also such that do not determine everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

Number = int | Fraction  # whole numbers stay such as long as they can: most coefficients are 1 or -1
Form = Mapping[str, Number]  # a sum of unknowns with their coefficients
CONSTANT = "1"  # the name under which a row keeps what has no unknown


class Inconsistent(ValueError):
    """No values of the unknowns satisfy all equations."""


class System:
    """Equations in reduced form: each row says what one unknown is by those that stay free."""

    def __init__(self, equations: Iterable[tuple[Form, Number]]):
        self._rows: dict[str, dict[str, Number]] = {}
        for form, constant in equations:
            self._add({**form, CONSTANT: -constant})

    def value(self, form: Form) -> Fraction | None:
        """Return what a sum of unknowns is; None where the equations do not determine it."""
        rest = self._reduced(form)
        constant = rest.pop(CONSTANT, 0)
        return None if rest else Fraction(constant)

    def _add(self, equation: Form) -> None:
        """Take an equation, a sum that is 0. Raises Inconsistent."""
        row = self._reduced(equation)
        pivot = next((name for name in row if name != CONSTANT), None)
        if pivot is None:
            if row:
                raise Inconsistent
            return
        scale = _inverse(-row.pop(pivot))
        solved = {name: _whole(coefficient * scale) for name, coefficient in row.items()}
        for other in self._rows.values():
            if pivot in other:
                _add_to(other, other.pop(pivot), solved)
        self._rows[pivot] = solved

    def _reduced(self, form: Form) -> dict[str, Number]:
        """Return a sum with every solved unknown replaced."""
        found: dict[str, Number] = {}
        for name, coefficient in form.items():
            _add_to(found, _whole(coefficient), self._rows.get(name, {name: 1}))
        return found


def _add_to(row: dict[str, Number], times: Number, other: Form) -> None:
    for name, coefficient in other.items():
        total = row.get(name, 0) + times * coefficient
        if total:
            row[name] = total
        else:
            row.pop(name, None)


def _whole(number: Number) -> Number:
    return number.numerator if number.denominator == 1 else number


def _inverse(number: Number) -> Number:
    return _whole(Fraction(number.denominator, number.numerator))
