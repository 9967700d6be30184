"""Exact numbers of plane figures: rationals, and (p + q√d) / r.

Nothing about a figure is decided on floats: whether two lengths are equal, whether a point lies on a line.
All numbers of a figure lie in one field Q(√d): a construction that would leave it is not drawn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import total_ordering

Number = int | Fraction


class OtherRadical(ArithmeticError):
    """The result has two different roots: it is no number of this kind."""


@total_ordering
@dataclass(slots=True, eq=False)
class Surd:
    """(p + q√d) / r in lowest terms: r above 0; d a square-free integer above 1, or 1 exactly where q is 0.

    Integers and not two fractions: a figure takes thousands of operations, and these are ten times faster.
    Nothing changes a number that is made; that it is not frozen spares half of what it costs to make it.
    """

    p: int
    q: int = 0
    d: int = 1
    r: int = 1

    @classmethod
    def of(cls, value: Number | Surd) -> Surd:
        if isinstance(value, Surd):
            return value
        return cls(value) if isinstance(value, int) else cls(value.numerator, r=value.denominator)

    @property
    def is_rational(self) -> bool:
        return self.q == 0

    @property
    def rational(self) -> Fraction:
        """Return it as a fraction. Raises OtherRadical where it is none."""
        if self.q:
            raise OtherRadical(f"{self} is not rational")
        return Fraction(self.p, self.r)

    def __add__(self, other: Number | Surd) -> Surd:
        other = Surd.of(other)
        d = _common(self, other)
        if self.r == other.r:
            return _surd(self.p + other.p, self.q + other.q, d, self.r)
        return _surd(
            self.p * other.r + other.p * self.r, self.q * other.r + other.q * self.r, d, self.r * other.r
        )

    def __mul__(self, other: Number | Surd) -> Surd:
        other = Surd.of(other)
        d = _common(self, other)
        return _surd(
            self.p * other.p + self.q * other.q * d,
            self.p * other.q + self.q * other.p,
            d,
            self.r * other.r,
        )

    def __truediv__(self, other: Number | Surd) -> Surd:
        if isinstance(other, int) and other:
            return _surd(self.p, self.q, self.d, self.r * other)
        other = Surd.of(other)
        norm = other.p * other.p - other.q * other.q * other.d
        if norm == 0:
            raise ZeroDivisionError("division of a surd by zero")
        return self * _surd(other.p * other.r, -other.q * other.r, other.d, norm)

    def __neg__(self) -> Surd:
        return Surd(-self.p, -self.q, self.d, self.r)

    def __sub__(self, other: Number | Surd) -> Surd:
        other = Surd.of(other)
        d = _common(self, other)
        if self.r == other.r:
            return _surd(self.p - other.p, self.q - other.q, d, self.r)
        return _surd(
            self.p * other.r - other.p * self.r, self.q * other.r - other.q * self.r, d, self.r * other.r
        )

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Number) -> Surd:
        return Surd.of(other) - self

    def __rtruediv__(self, other: Number) -> Surd:
        return Surd.of(other) / self

    @property
    def sign(self) -> int:
        """Return -1, 0 or 1, decided on integers."""
        p, q = _sign(self.p), _sign(self.q)
        if p * q >= 0:
            return p or q
        return p * _sign(self.p * self.p - self.q * self.q * self.d)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Surd):
            if not isinstance(other, int | Fraction):
                return NotImplemented
            other = Surd.of(other)
        return self.p == other.p and self.q == other.q and self.d == other.d and self.r == other.r

    def __hash__(self) -> int:
        return hash((self.p, self.q, self.d, self.r))

    def __lt__(self, other: Number | Surd) -> bool:
        return (self - other).sign < 0

    def __float__(self) -> float:
        return (self.p + self.q * math.sqrt(self.d)) / self.r

    def __str__(self) -> str:
        """Return it as people and SymPy read it: `(7+2*sqrt(3))/5`."""
        if self.is_rational:
            return str(Fraction(self.p, self.r))
        root = {1: "", -1: "-"}.get(self.q, f"{self.q}*") + f"sqrt({self.d})"
        above = root if self.p == 0 else f"{self.p}{'' if root.startswith('-') else '+'}{root}"
        if self.r == 1:
            return above
        return f"({above})/{self.r}" if self.p else f"{above}/{self.r}"


def root(value: Number | Surd) -> Surd:
    """Return the square root of a rational above or at 0. Raises OtherRadical for a surd, ValueError below 0.

    The root of (7+2√10) is √5+√2: in no field with one root.
    """
    value = Surd.of(value)
    if not value.is_rational:
        raise OtherRadical(f"the root of {value}")
    if value.p < 0:
        raise ValueError(f"the root of {value}, which is below 0")
    # √(p/r) = √(p·r) / r
    factor, d = _square_part(value.p * value.r)
    return _surd(0, factor, d, value.r)


def sum_of_products(a: Surd, b: Surd, c: Surd, e: Surd) -> Surd:
    """Return ab + ce, which is what scalar products are made of, in one step."""
    d = max(a.d, b.d, c.d, e.d)
    if not {a.d, b.d, c.d, e.d} <= {1, d}:  # the roots may yet vanish in ab and in ce
        return a * b + c * e
    r, s = a.r * b.r, c.r * e.r
    first_p, first_q = a.p * b.p + a.q * b.q * d, a.p * b.q + a.q * b.p
    second_p, second_q = c.p * e.p + c.q * e.q * d, c.p * e.q + c.q * e.p
    if r == s:
        return _surd(first_p + second_p, first_q + second_q, d, r)
    return _surd(first_p * s + second_p * r, first_q * s + second_q * r, d, r * s)


def _surd(p: int, q: int, d: int, r: int) -> Surd:
    if d == 1:
        p, q = p + q, 0
    shared = math.gcd(p, q, r)
    if r < 0:
        shared = -shared
    if shared == 1:
        return Surd(p, q, d if q else 1, r)
    return Surd(p // shared, q // shared, d if q else 1, r // shared)


def _common(one: Surd, other: Surd) -> int:
    """Return the root of both. Raises OtherRadical where each has another."""
    if one.d == other.d or other.d == 1:
        return one.d
    if one.d == 1:
        return other.d
    raise OtherRadical(f"{one} and {other} together")


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _square_part(n: int) -> tuple[int, int]:
    """Return f and d with n = f²·d and d square-free (1 where n is a square, or 0)."""
    if n == 0:
        return 0, 1
    factor, rest, divisor = 1, n, 2
    while divisor * divisor <= rest:
        square = divisor * divisor
        while rest % square == 0:
            rest //= square
            factor *= divisor
        divisor += 1
    return factor, rest
