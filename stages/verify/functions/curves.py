"""Graphs of functions: values, solutions, and where they rise and fall, exactly wherever these are rational.

All kinds but two are a base function that is moved and stretched, y = a * base(x - h) + k. A value that is
irrational is never equal to a rational one, so it is enough to know it nearly.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.radicals import Radicals, as_fraction, rational, square_root

_NEAR = 1e-9  # floats that are nearer may stand for equal numbers
_LARGEST_POWER = 500  # of what exact powers are taken, and floats do not overflow
# The sine of parts of a turn, as far as it is rational (Niven's theorem).
_HALF = Fraction(1, 2)
_SINES: dict[int, Fraction | int] = {
    0: 0,
    1: _HALF,
    3: 1,
    5: _HALF,
    6: 0,
    7: -_HALF,
    9: -1,
    11: -_HALF,
}  # by twelfths of a turn
_N_PARAMETERS = {
    "linear": 2,
    "quadratic": 3,
    "absolute value": 3,
    "cubic": 4,
    "exponential": 3,
    "logarithmic": 3,
    "reciprocal": 3,
    "square root": 3,
    "sine": 4,
}


@dataclass(frozen=True)
class Curve:
    """One graph. `h` is where its base has 0, `c` the base of powers and logarithms, `p` a period."""

    kind: str
    a: Fraction = Fraction(1)
    h: Fraction = Fraction(0)
    k: Fraction = Fraction(0)
    c: Fraction = Fraction(2)
    p: Fraction = Fraction(1)
    roots: tuple[Fraction, ...] = ()  # of a cubic
    corners: tuple[tuple[Fraction, Fraction], ...] = ()  # of segments

    def value(self, x: Fraction) -> Fraction | None:
        """Return the value; None where it is irrational. Raises Unknown where there is none."""
        if self.kind == "cubic":
            return self.a * math.prod((x - root for root in self.roots), start=Fraction(1))
        if self.kind == "segments":
            (x0, y0), (x1, y1) = self._piece(x)
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
        base = self._base(x - self.h)
        return None if base is None else self.a * base + self.k

    def near(self, x: Fraction) -> float:
        """Return the value, rounded. Raises Unknown where there is none."""
        exact = self.value(x)
        if exact is not None:
            return float(exact)
        t = float(x - self.h)
        base = {
            "exponential": lambda: float(self.c) ** t,
            "logarithmic": lambda: math.log(t) / math.log(self.c),
            "square root": lambda: math.sqrt(t),
            "sine": lambda: math.sin(math.tau * t / float(self.p)),
        }[self.kind]()
        return float(self.a) * base + float(self.k)

    def compared(self, x: Fraction, y: Fraction) -> int:
        """Return the sign of the value minus `y`."""
        exact = self.value(x)
        if exact is not None:
            return (exact > y) - (exact < y)
        difference = self.near(x) - float(y)
        if abs(difference) < _NEAR:
            raise Unknown(f"the value at {x} is too near {y}")
        return 1 if difference > 0 else -1

    def solutions(self, y: Fraction) -> list[Radicals]:
        """Return all x with this value. Raises Unknown for infinitely many, and irrational powers."""
        if self.kind == "cubic":
            return self._cubic_solutions(y)
        if self.kind == "segments":
            return sorted({x for piece in pairwise(self.corners) for x in _on_piece(piece, y)})
        if not self.a:
            raise Unknown("a constant has its value everywhere or nowhere")
        return sorted(base + rational(self.h) for base in self._inverse((y - self.k) / self.a))

    def count(self, y: Fraction, low: Fraction, high: Fraction) -> int:
        """Return how many x there are with this value from `low` to `high`, the ends included."""
        if self.kind == "segments":
            solutions = self.solutions(y)
            return sum(rational(low) <= x <= rational(high) for x in solutions)
        if not self.a:
            if y == self.k:
                raise Unknown("a constant has its value everywhere")
            return 0
        return sum(_n_zeros(signs) for signs in self._signs(y, low, high))

    def direction(self, low: Fraction, high: Fraction) -> int:
        """Return 1 where it rises on the whole interval, -1 where it falls, 0 for neither."""
        if not low < high:
            raise Unknown(f"there is no interval from {low} to {high}")
        if not self.is_defined(low, high):
            raise Unknown(f"it is not defined from {low} to {high}")
        if self.kind == "cubic":
            values = [self._polynomial(x) for x in (rational(low), *self._turns(low, high), rational(high))]
            ways = {(later - earlier).sign() for earlier, later in pairwise(values)}
        else:
            places = [low, *self._bends(low, high), high]
            ways = {self._way(one, other) for one, other in pairwise(places)}
        return ways.pop() if len(ways) == 1 else 0

    def is_defined(self, low: Fraction, high: Fraction, *, is_open: bool = False) -> bool:
        """Say whether it has a value on the whole interval, with its ends or without."""
        match self.kind:
            case "logarithmic":
                return low >= self.h if is_open else low > self.h
            case "square root":
                return low >= self.h
            case "reciprocal":
                return high <= self.h or low >= self.h if is_open else high < self.h or low > self.h
            case "segments":
                return self.corners[0][0] <= low and high <= self.corners[-1][0]
        return True

    def _way(self, low: Fraction, high: Fraction) -> int:
        """Return which way it goes between two places with no turn between them."""
        at_low, at_high = self.value(low), self.value(high)
        if at_low is None or at_high is None:
            difference = self.near(high) - self.near(low)
            return (difference > 0) - (difference < 0)
        return (at_high > at_low) - (at_high < at_low)

    def _bends(self, low: Fraction, high: Fraction) -> Iterator[Fraction]:
        """Yield where it may turn inside an interval, in order."""
        if self.kind in ("quadratic", "absolute value"):
            bends = [self.h]
        elif self.kind == "segments":
            bends = [x for x, _ in self.corners]
        elif self.kind == "sine":
            first, last = (math.floor(2 * (x - self.h) / self.p) for x in (low, high))
            bends = [self.h + self.p * Fraction(2 * n + 1, 4) for n in range(first - 1, last + 1)]
        else:
            bends = []
        yield from (x for x in bends if low < x < high)

    def _signs(self, y: Fraction, low: Fraction, high: Fraction) -> Iterator[list[int]]:
        """Yield, of each part without a gap, the signs of the value minus `y` at its ends and turns."""
        rises = 1 if self.a > 0 else -1
        match self.kind:
            case "cubic":
                places = (rational(low), *self._turns(low, high), rational(high))
                yield [(self._polynomial(x) - rational(y)).sign() for x in places]
            case "logarithmic" if high > self.h:
                yield [-rises if low <= self.h else self.compared(low, y), self.compared(high, y)]
            case "square root" if high >= self.h:
                yield [self.compared(max(low, self.h), y), self.compared(high, y)]
            case "reciprocal":
                if low < self.h:
                    yield [self.compared(low, y), -rises if high >= self.h else self.compared(high, y)]
                if high > self.h:
                    yield [rises if low <= self.h else self.compared(low, y), self.compared(high, y)]
            case "logarithmic" | "square root":
                return
            case _:
                yield [self.compared(x, y) for x in (low, *self._bends(low, high), high)]

    def _base(self, t: Fraction) -> Fraction | None:
        match self.kind:
            case "linear":
                return t
            case "quadratic":
                return t * t
            case "absolute value":
                return abs(t)
            case "exponential":
                return _power(self.c, t)
            case "logarithmic":
                return _logarithm(self.c, t)
            case "reciprocal" if t:
                return 1 / t
            case "square root" if t >= 0:
                return as_fraction(square_root(t))
            case "sine":
                twelfths = t / self.p % 1 * 12
                found = _SINES.get(int(twelfths)) if twelfths.denominator == 1 else None
                return None if found is None else Fraction(found)
        raise Unknown(f"there is no value at {t + self.h}")

    def _inverse(self, v: Fraction) -> list[Radicals]:
        """Return where the base has a value."""
        match self.kind:
            case "linear":
                return [rational(v)]
            case "quadratic" if v >= 0:
                root = square_root(v)
                return [root, -root] if v else [root]
            case "absolute value" if v >= 0:
                return [rational(v), rational(-v)] if v else [rational(v)]
            case "exponential" if v > 0:
                return [_known(_logarithm(self.c, v))]
            case "logarithmic":
                return [_known(_power(self.c, v))]
            case "reciprocal" if v:
                return [rational(1 / v)]
            case "square root" if v >= 0:
                return [rational(v * v)]
            case "sine" if abs(v) <= 1:
                raise Unknown("there are infinitely many")
        return []

    def _piece(self, x: Fraction) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
        for start, end in pairwise(self.corners):
            if start[0] <= x <= end[0]:
                return start, end
        raise Unknown(f"there is no value at {x}")

    # Cubics: a x**3 + b x**2 + c x + d, whose turns may be irrational.

    def _polynomial(self, x: Radicals) -> Radicals:
        value = rational(self.a)
        for root in self.roots:
            value = value * (x - rational(root))
        return value

    def _turns(self, low: Fraction, high: Fraction) -> list[Radicals]:
        """Return where the derivative, 3 x**2 - 2 s x + q by the roots' sums, is 0 inside an interval."""
        one, two, three = self.roots
        s, q = one + two + three, one * two + two * three + three * one
        root = square_root((s * s - 3 * q) / 9)
        middle = rational(s / 3)
        places = [middle - root, middle + root] if root else [middle]
        return [x for x in places if rational(low) < x < rational(high)]

    def _cubic_solutions(self, y: Fraction) -> list[Radicals]:
        """Return the roots for 0; else the one solution, where there is one and it is rational."""
        if not y:
            return [rational(root) for root in sorted(set(self.roots))]
        far = 2 + max(map(abs, self.roots)) + abs(y / self.a)
        low, high = -far, far
        if self.count(y, low, high) != 1:
            raise Unknown("a cubic equation with several solutions")
        at_low = self.compared(low, y)
        for _ in range(64):
            middle = (low + high) / 2
            low, high = (middle, high) if self.compared(middle, y) == at_low else (low, middle)
        found = ((low + high) / 2).limit_denominator(1000)
        if self.value(found) != y:
            raise Unknown("the solution of a cubic equation is irrational")
        return [rational(found)]


def read_curve(kind: str, numbers: Sequence[Fraction]) -> Curve:
    """Raises Contradiction for parameters that make no such graph."""
    if kind == "segments":
        corners = tuple(zip(numbers[::2], numbers[1::2], strict=True))
        if len(corners) < 2 or any(start >= end for (start, _), (end, _) in pairwise(corners)):
            raise Contradiction("segments do not go to the right")
        return Curve(kind, corners=corners)
    if len(numbers) != _N_PARAMETERS.get(kind):
        raise Contradiction(f"{kind} has not {len(numbers)} parameters")
    a = numbers[0]
    if not a and kind != "linear":
        raise Contradiction(f"{kind} is flat")
    match kind:
        case "linear":
            return Curve(kind, a, k=numbers[1])
        case "cubic":
            return Curve(kind, a, roots=tuple(numbers[1:]))
        case "exponential" if numbers[1] > 0 and numbers[1] != 1:
            return Curve(kind, a, c=numbers[1], k=numbers[2])
        case "logarithmic" if numbers[1] > 1 and numbers[1].denominator == 1:
            return Curve(kind, a, c=numbers[1], h=numbers[2])
        case "sine" if numbers[1] > 0:
            return Curve(kind, a, p=numbers[1], h=numbers[2], k=numbers[3])
        case "quadratic" | "absolute value" | "reciprocal" | "square root":
            return Curve(kind, a, h=numbers[1], k=numbers[2])
    raise Contradiction(f"{kind} cannot have {', '.join(map(str, numbers))}")


def _power(base: Fraction, exponent: Fraction) -> Fraction | None:
    if abs(exponent.numerator) > _LARGEST_POWER:
        raise Unknown(f"{base} to the power of {exponent} is too large")
    power = base**exponent.numerator
    if exponent.denominator == 1:
        return power
    root = Fraction(float(base) ** float(exponent)).limit_denominator(10**6)
    return root if root**exponent.denominator == power else None


def _logarithm(base: Fraction, number: Fraction) -> Fraction | None:
    if number <= 0:
        raise Unknown(f"{number} has no logarithm")
    near = Fraction(math.log(number) / math.log(base)).limit_denominator(12)
    is_exact = abs(near.numerator) <= _LARGEST_POWER and base**near.numerator == number**near.denominator
    return near if is_exact else None


def _known(number: Fraction | None) -> Radicals:
    if number is None:
        raise Unknown("the solution is irrational")
    return rational(number)


def _on_piece(piece: tuple[tuple[Fraction, Fraction], ...], y: Fraction) -> list[Radicals]:
    (x0, y0), (x1, y1) = piece
    if y0 == y1:
        if y == y0:
            raise Unknown("there are infinitely many")
        return []
    x = x0 + (x1 - x0) * (y - y0) / (y1 - y0)
    return [rational(x)] if x0 <= x <= x1 else []


def _n_zeros(signs: list[int]) -> int:
    """Return how often what has these signs, and is monotone between their places, is 0."""
    return signs.count(0) + sum(one * other < 0 for one, other in pairwise(signs))
