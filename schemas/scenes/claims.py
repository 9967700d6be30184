"""What can be said of a scene: expressions, and claims, which are expressions with their values.

A caption states claims, a question asks for the value of an expression, a problem gives some claims and asks
for another. So everything that is said can be checked in one way: evaluate the expression, compare the value.

An expression is a name or an operation with its arguments: `("length", "A", "B")`, `("count", "triangle")`,
`("larger", ("angle", "A", "B", "C"), ("angle", "D", "E", "F"))`. Each discipline says which operations it
knows and what they mean. An argument may be an expression itself, wherever its value could stand. Values are
texts in one form: `yes` and `no`, names, exact numbers. A number is `7`, `-7/2`, `3*sqrt(2)`, `-sqrt(3)/2`,
`(1+2*sqrt(3))/5`: a fraction in lowest terms, roots of integers without square factors, the sign in front.
Where pictures show decimals, a discipline may say that its numbers are these: `0.75`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

Expression = str | tuple["Expression", ...]
YES, NO = "yes", "no"
NONE = "0"  # as many there are where something is counted that is not there


@dataclass(frozen=True, slots=True)
class Claim:
    """An expression and its value in a scene; who sees all `things` in the image can tell that it holds."""

    expression: Expression
    value: str
    things: tuple[str, ...] = ()  # names of the scene's things; of a count, those that are counted
    rivals: tuple[str, ...] = ()  # other values that it could have had, all of them wrong here
    prior: str | None = None  # the value it usually has: what one who does not look would answer

    @property
    def operation(self) -> str:
        """Return the outermost operation, which says what the claim is about."""
        return self.expression if isinstance(self.expression, str) else _name(self.expression)

    @property
    def arguments(self) -> tuple[str, ...]:
        """Return what the operation is of, where all of that are names."""
        return () if isinstance(self.expression, str) else tuple(map(str, self.expression[1:]))

    def __str__(self) -> str:
        return f"{written(self.expression)} = {self.value}"


def truth_value(holds: bool) -> str:
    return YES if holds else NO


def written(expression: Expression) -> str:
    """Return the expression as people write it: `larger(angle(A, B, C), angle(D, E, F))`."""
    if isinstance(expression, str):
        return expression
    return f"{_name(expression)}({', '.join(map(written, expression[1:]))})"


def to_json(expression: Expression) -> str:
    return json.dumps(expression, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Expression:
    """Return the expression that `to_json` wrote. Raises ValueError for anything else."""
    return _tuples(json.loads(text))


def claims_to_json(claims: Iterable[Claim]) -> str:
    """Return a list of `[expression, value, rivals, prior, things]`."""
    listed = [(claim.expression, claim.value, claim.rivals, claim.prior, claim.things) for claim in claims]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def claims_from_json(text: str) -> list[Claim]:
    return [
        Claim(_tuples(expression), value, tuple(things), tuple(rivals), prior)
        for expression, value, rivals, prior, things in json.loads(text)
    ]


def _name(expression: tuple[Expression, ...]) -> str:
    name = expression[0]
    if not isinstance(name, str):
        raise ValueError(f"an operation's name comes first, not {name!r}")
    return name


def _tuples(value: object) -> Expression:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and isinstance(value[0], str):
        return tuple(value if set(map(type, value)) == {str} else map(_tuples, value))
    raise ValueError(f"no expression: {value!r}")
