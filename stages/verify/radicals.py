"""Exact numbers for the oracle: sums of rational multiples of square roots, `(7+2*sqrt(3))/5`.

A number is the coefficients of its roots, {1: 7/5, 3: 2/5}, keyed by square-free integers. The roots of
different square-free integers are linearly independent over the rationals (Besicovitch 1940), so the form is
unique: equal numbers have equal coefficients, and no tolerance is needed anywhere.
"""

from __future__ import annotations

import ast
from fractions import Fraction
from functools import lru_cache
from math import gcd, isqrt, lcm, sqrt

Coefficient = int | Fraction
FIRST_BITS = 64  # decides nearly every sign; more are taken until one is decided


class Radicals:
    """A number, immutable. `coefficients` has no zero."""

    __slots__ = ("coefficients",)

    def __init__(self, coefficients: dict[int, Coefficient]):
        self.coefficients = coefficients

    def __add__(self, other: Radicals) -> Radicals:
        total = dict(self.coefficients)
        for root, coefficient in other.coefficients.items():
            if whole := total.get(root, 0) + coefficient:
                total[root] = whole
            else:
                del total[root]
        return Radicals(total)

    def __sub__(self, other: Radicals) -> Radicals:
        total = dict(self.coefficients)
        for root, coefficient in other.coefficients.items():
            if rest := total.get(root, 0) - coefficient:
                total[root] = rest
            else:
                del total[root]
        return Radicals(total)

    def __mul__(self, other: Radicals) -> Radicals:
        total: dict[int, Coefficient] = {}
        for a, of_a in self.coefficients.items():
            for b, of_b in other.coefficients.items():
                if a == b:
                    shared, root = a, 1
                else:  # a*b = shared**2 * (a/shared) * (b/shared), the last two without a square
                    shared = gcd(a, b)
                    root = (a // shared) * (b // shared)
                total[root] = total.get(root, 0) + of_a * of_b * shared
        return _without_zeros(total)

    def __neg__(self) -> Radicals:
        return Radicals({root: -coefficient for root, coefficient in self.coefficients.items()})

    def __bool__(self) -> bool:
        return bool(self.coefficients)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Radicals) and self.coefficients == other.coefficients

    def __hash__(self) -> int:
        return hash(frozenset(self.coefficients.items()))

    def __lt__(self, other: Radicals) -> bool:
        return (self - other).sign() < 0

    def __le__(self, other: Radicals) -> bool:
        return (self - other).sign() <= 0

    def __abs__(self) -> Radicals:
        return -self if self.sign() < 0 else self

    def __repr__(self) -> str:
        return " + ".join(f"{c}*sqrt({root})" for root, c in sorted(self.coefficients.items())) or "0"

    def __float__(self) -> float:
        return float(sum(coefficient * sqrt(root) for root, coefficient in self.coefficients.items()))

    def sign(self) -> int:
        """Return -1, 0 or 1. It ends: a number that is not zero is farther from it than some 2**-bits."""
        coefficients = self.coefficients
        if not coefficients:
            return 0
        if len(coefficients) == 1:
            return 1 if next(iter(coefficients.values())) > 0 else -1
        bits = FIRST_BITS
        # Each root is rounded down by less than 1, so the sum is off by less than this.
        error = sum(c if c > 0 else -c for c in coefficients.values())
        while True:
            near = sum(c * isqrt(root << 2 * bits) for root, c in coefficients.items())
            if near >= error:
                return 1
            if near <= -error:
                return -1
            bits *= 2

    @property
    def denominator(self) -> int:
        return lcm(*(coefficient.denominator for coefficient in self.coefficients.values()))

    def times(self, factor: int) -> Radicals:
        """Return the number times a multiple of its denominator, with integers as coefficients."""
        return Radicals({root: int(coefficient * factor) for root, coefficient in self.coefficients.items()})


ZERO = Radicals({})


def rational(number: Fraction | int) -> Radicals:
    return _without_zeros({1: Fraction(number)})


def square_root(number: Fraction | int) -> Radicals:
    """Raises ValueError below 0."""
    return _root(rational(number))


def as_fraction(number: Radicals) -> Fraction | None:
    """Return a rational number as a fraction; None for any other."""
    return None if number.coefficients.keys() - {1} else Fraction(number.coefficients.get(1, 0))


def write_number(number: Radicals) -> str:
    """Return the number as schemas/scenes/claims.py writes it: `(1+2*sqrt(3))/5`."""
    below = number.denominator
    terms = [(root, int(c * below)) for root, c in sorted(number.coefficients.items())]
    if not terms:
        return "0"
    if below == 1:
        return _sum(terms)
    sign = "-" if all(c < 0 for _, c in terms) else ""
    above = _sum([(root, -c if sign else c) for root, c in terms])
    return f"{sign}({above})/{below}" if len(terms) > 1 else f"{sign}{above}/{below}"


def _sum(terms: list[tuple[int, int]]) -> str:
    return "".join(_term(coefficient, root) for root, coefficient in terms).removeprefix("+")


def _term(coefficient: int, root: int) -> str:
    """Return one term with its sign: `+2*sqrt(3)`."""
    size = abs(coefficient)
    written = str(size) if root == 1 else f"sqrt({root})" if size == 1 else f"{size}*sqrt({root})"
    return ("-" if coefficient < 0 else "+") + written


@lru_cache(maxsize=1 << 14)
def read_number(text: str) -> Radicals:
    """Return the number that a text writes by integers, + - * / ( ) and sqrt(). Raises ValueError."""
    try:
        return _read(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ZeroDivisionError) as error:
        raise ValueError(f"{text!r} is no exact number") from error
    except ValueError as error:
        raise ValueError(f"{text!r} is no exact number: {error}") from error


def _read(node: ast.expr) -> Radicals:
    match node:
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            return _without_zeros({1: Fraction(number)})
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_read(operand)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _read(left) + _read(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _read(left) - _read(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _read(left) * _read(right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _read(left) * _inverse(_read(right))
        case ast.Call(func=ast.Name(id="sqrt"), args=[radicand], keywords=[]):
            return _root(_read(radicand))
    raise ValueError(f"it holds {ast.unparse(node)}")


def _inverse(number: Radicals) -> Radicals:
    """1/(c*sqrt(n)) = sqrt(n)/(c*n). A sum in a denominator is not the form of the contract."""
    if not number:
        raise ValueError("it divides by zero")
    if len(number.coefficients) > 1:
        raise ValueError("it divides by a sum of roots")
    ((root, coefficient),) = number.coefficients.items()
    return Radicals({root: 1 / (Fraction(coefficient) * root)})


def _root(radicand: Radicals) -> Radicals:
    """sqrt(p/q) = sqrt(p*q)/q."""
    if radicand.coefficients.keys() - {1} or radicand.sign() < 0:
        raise ValueError("it has a root of what is no rational number from 0")
    number = Fraction(radicand.coefficients.get(1, 0))
    outer, inner = _square_parts(number.numerator * number.denominator)
    return _without_zeros({inner: Fraction(outer, number.denominator)})


def _square_parts(number: int) -> tuple[int, int]:
    """Return `outer` and a square-free `inner` with number = outer**2 * inner; for 0 they are 0 and 1."""
    if number == 0:
        return 0, 1
    outer, inner, factor = 1, 1, 2
    while factor**3 <= number:
        while number % factor**2 == 0:
            number //= factor**2
            outer *= factor
        if number % factor == 0:
            number //= factor
            inner *= factor
        factor += 1
    # What is left has at most two prime factors: it is a square or square-free.
    if isqrt(number) ** 2 == number:
        return outer * isqrt(number), inner
    return outer, inner * number


def _without_zeros(coefficients: dict[int, Coefficient]) -> Radicals:
    return Radicals({root: coefficient for root, coefficient in coefficients.items() if coefficient})
