"""Polynomials of degree 3 at most, exactly: c[0] + c[1]·s + c[2]·s² + …, and where they change their sign."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from vlcorpus.stages.verify.oracle import Unknown

Polynomial = tuple[Fraction, ...]


def at(polynomial: Polynomial, s: Fraction) -> Fraction:
    value = Fraction(0)
    for coefficient in reversed(polynomial):
        value = value * s + coefficient
    return value


def slope(polynomial: Polynomial) -> Polynomial:
    return tuple(k * c for k, c in enumerate(polynomial))[1:] or (Fraction(0),)


def area(polynomial: Polynomial, start: Fraction) -> Polynomial:
    """Return the area under it, which begins at `start`."""
    return (start, *(c / (k + 1) for k, c in enumerate(polynomial)))


def minus(one: Polynomial, other: Polynomial) -> Polynomial:
    n = max(len(one), len(other))
    first, second = (p + (Fraction(0),) * (n - len(p)) for p in (one, other))
    return tuple(a - b for a, b in zip(first, second, strict=True))


def shifted(polynomial: Polynomial, by: Fraction) -> Polynomial:
    """Return the polynomial of s + by."""
    shifted_so_far: Polynomial = (Fraction(0),)
    for coefficient in reversed(polynomial):  # Horner: times (s + by), plus the next one
        times_s = (Fraction(0), *shifted_so_far)
        times_by = (*(c * by for c in shifted_so_far), Fraction(0))
        summed = [a + b for a, b in zip(times_s, times_by, strict=True)]
        shifted_so_far = (summed[0] + coefficient, *summed[1:])
    return shifted_so_far


def is_zero(polynomial: Polynomial) -> bool:
    return not any(polynomial)


def is_constant(polynomial: Polynomial) -> bool:
    return not any(polynomial[1:])


def is_straight(polynomial: Polynomial) -> bool:
    return not any(polynomial[2:])


def roots(polynomial: Polynomial, length: Fraction) -> list[Fraction]:
    """Return where it is zero from 0 to `length`, both included, in order.

    Raises Unknown where it is zero throughout, where a root there is no rational number, and for cubics.
    """
    c = list(polynomial)
    while c and not c[-1]:
        c.pop()
    if not c:
        raise Unknown("it is so all the time")
    if len(c) > 3:
        raise Unknown("nobody solves a cubic equation by sight")
    found = _quadratic_roots(c, length) if len(c) == 3 else [-c[0] / c[1]] if len(c) == 2 else []
    return [root for root in found if 0 <= root <= length]


def _quadratic_roots(c: list[Fraction], length: Fraction) -> list[Fraction]:
    whole, discriminant = tuple(c), c[1] * c[1] - 4 * c[2] * c[0]
    is_zero_at_an_end = not (at(whole, Fraction(0)) and at(whole, length))
    if discriminant < 0 or (sign_inside(whole, length) and not is_zero_at_an_end):
        return []
    above, below = isqrt(discriminant.numerator), isqrt(discriminant.denominator)
    root = Fraction(above, below)
    if root * root != discriminant:
        raise Unknown("it is so at no rational time")
    return sorted({(-c[1] - root) / (2 * c[2]), (-c[1] + root) / (2 * c[2])})


def extremes(polynomial: Polynomial, length: Fraction) -> list[Fraction]:
    """Return where it may be greatest or least from 0 to `length`: at both ends, and where it turns."""
    turns = [] if is_constant(polynomial) else roots(slope(polynomial), length)
    return sorted({Fraction(0), length, *turns})


def sign_inside(polynomial: Polynomial, length: Fraction) -> int | None:
    """Return 1 or -1 where it is above or below 0 from 0 to `length`, the ends left out; 0 where it is 0.

    None where it is not the same throughout. For degree 2 at most.
    """
    if is_zero(polynomial):
        return 0
    ends = [at(polynomial, Fraction(0)), at(polynomial, length)]
    between = []
    if not is_straight(polynomial):
        vertex = -polynomial[1] / (2 * polynomial[2])
        if 0 < vertex < length:
            between.append(at(polynomial, vertex))
    for sign in (1, -1):
        if all(sign * value >= 0 for value in ends) and all(sign * value > 0 for value in between):
            return sign
    return None
