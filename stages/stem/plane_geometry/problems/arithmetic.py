"""Formulas of rules, as `(180 - p) / 2` or `sqrt(a^2 + b^2)`, on exact numbers."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache

from vlcorpus.stages.stem.surd import Surd, root

Formula = Callable[[Mapping[str, Surd]], Surd]
_OPERATORS: dict[type[ast.operator], Callable[[Surd, Surd], Surd]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_HALF, _ROOT2, _ROOT3 = Surd.of(Fraction(1, 2)), root(2) / 2, root(3) / 2
# The angles of 0 to 180 degrees whose sine and cosine have one root at most, and that schools teach.
_SINES = {30: _HALF, 45: _ROOT2, 60: _ROOT3, 90: Surd(1), 120: _ROOT3, 135: _ROOT2, 150: _HALF}
_COSINES = {30: _ROOT3, 45: _ROOT2, 60: _HALF, 90: Surd(0), 120: -_HALF, 135: -_ROOT2, 150: -_ROOT3}


class NoValue(ArithmeticError):
    """The formula has no exact value that is known here."""


@cache
def formula(text: str) -> Formula:
    """Return the formula as a function of its letters, which raises ArithmeticError or ValueError."""
    return _built(ast.parse(text.replace("^", "**"), mode="eval").body)


def _built(node: ast.expr) -> Formula:
    match node:
        case ast.Constant(value=int(number)):
            constant = Surd(number)
            return lambda values: constant
        case ast.Name(id=name):
            return lambda values: values[name]
        case ast.BinOp(left=base, op=ast.Pow(), right=ast.Constant(value=2)):
            squared = _built(base)
            return lambda values: (value := squared(values)) * value
        case ast.BinOp(left=left, op=operation, right=right):
            first, second, act = _built(left), _built(right), _OPERATORS[type(operation)]
            return lambda values: act(first(values), second(values))
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            inner, function = _built(argument), _FUNCTIONS[name]
            return lambda values: function(inner(values))
    raise ValueError(f"no formula: {ast.dump(node)}")


def _sine(degrees: Surd) -> Surd:
    return _known(_SINES, degrees)


def _cosine(degrees: Surd) -> Surd:
    return _known(_COSINES, degrees)


def _arc_cosine(cosine: Surd) -> Surd:
    for degrees, value in _COSINES.items():
        if value == cosine:
            return Surd(degrees)
    raise NoValue(f"the angle whose cosine is {cosine}")


def _known(values: Mapping[int, Surd], degrees: Surd) -> Surd:
    if degrees.r == 1 and degrees.is_rational and degrees.p in values:
        return values[degrees.p]
    raise NoValue(f"a function of {degrees} degrees")


_FUNCTIONS = {"sqrt": root, "sin": _sine, "cos": _cosine, "arccos": _arc_cosine}
