"""What can be said of one graph."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.functions.curves import Curve
from vlcorpus.stages.verify.functions.plane import Pair, Plane
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import Radicals, as_fraction
from vlcorpus.stages.verify.rationals import read_rational

WITH_VERTEX = ("quadratic", "absolute value")
QUADRANTS = {"1": (1, 1), "2": (-1, 1), "3": (-1, -1), "4": (1, -1)}


def written_pair(pair: Pair) -> str:
    return f"({pair[0]}, {pair[1]})"


def fraction(number_: Radicals) -> Fraction:
    found = as_fraction(number_)
    if found is None:
        raise Unknown("it is irrational")
    return found


def kind(plane: Plane, f: str) -> str:
    return plane.curve(f).kind


def color(plane: Plane, f: str) -> str:
    plane.curve(f)
    return plane.colors[f] or _none(f"{f} has no colour of its own")


def at(plane: Plane, f: str, x: str) -> str:
    value = plane.curve(f).value(read_rational(x))
    return _none(f"{f} is irrational at {x}") if value is None else str(value)


def solution(plane: Plane, f: str, y: str) -> str:
    solutions = plane.curve(f).solutions(read_rational(y))
    if len(solutions) != 1:
        raise Unknown(f"{f} has the value {y} at {len(solutions)} places")
    return str(fraction(solutions[0]))


def solution_count(plane: Plane, f: str, y: str) -> str:
    height = read_rational(y)
    plane.curve(f)
    if not plane.y_axis[0] <= height <= plane.y_axis[1]:
        return "0"
    return str(plane.curve(f).count(height, *plane.x_axis))


def y_intercept(plane: Plane, f: str) -> str:
    return at(plane, f, "0")


def zeros(plane: Plane, f: str) -> str:
    solutions = plane.curve(f).solutions(Fraction(0))
    return ", ".join(str(fraction(x)) for x in solutions) or _none(f"{f} has no zeros")


def vertex(plane: Plane, f: str) -> str:
    curve = plane.curve(f, *WITH_VERTEX)
    return written_pair((curve.h, curve.k))


def opens(plane: Plane, f: str) -> str:
    return "upwards" if plane.curve(f, *WITH_VERTEX).a > 0 else "downwards"


def axis_of_symmetry(plane: Plane, f: str) -> str:
    return str(plane.curve(f, *WITH_VERTEX).h)


def minimum(plane: Plane, f: str) -> str:
    return str(_extreme(plane.curve(f), -1))


def maximum(plane: Plane, f: str) -> str:
    return str(_extreme(plane.curve(f), 1))


def _extreme(curve: Curve, side: int) -> Fraction:
    """Return the greatest value that a graph has anywhere, or with -1 the least."""
    match curve.kind:
        case "quadratic" | "absolute value" | "square root" if side * curve.a < 0:
            return curve.k
        case "sine":
            return curve.k + side * abs(curve.a)
        case "segments":
            return side * max(side * y for _, y in curve.corners)
        case "linear" if not curve.a:
            return curve.k
    raise Unknown("there is no such value")


def slope(plane: Plane, f: str) -> str:
    return str(plane.curve(f, "linear").a)


def slope_on(plane: Plane, f: str, a: str, b: str) -> str:
    for (x0, y0), (x1, y1) in pairwise(plane.curve(f, "segments").corners):
        if (x0, x1) == (read_rational(a), read_rational(b)):
            return str((y1 - y0) / (x1 - x0))
    raise Unknown(f"from {a} to {b} there is no segment of {f}")


def increasing(plane: Plane, f: str, a: str, b: str) -> str:
    return truth_value(plane.curve(f).direction(read_rational(a), read_rational(b)) == 1)


def decreasing(plane: Plane, f: str, a: str, b: str) -> str:
    return truth_value(plane.curve(f).direction(read_rational(a), read_rational(b)) == -1)


def sign(plane: Plane, f: str, a: str, b: str) -> str:
    """Without a zero inside, the sign is that of one value inside."""
    curve, low, high = plane.curve(f), read_rational(a), read_rational(b)
    if not low < high or not curve.is_defined(low, high, is_open=True):
        raise Unknown(f"{f} is not defined from {a} to {b}")
    n_zeros = curve.count(Fraction(0), low, high)
    n_zeros -= sum(curve.is_defined(x, x) and curve.compared(x, Fraction(0)) == 0 for x in (low, high))
    if n_zeros:
        raise Unknown(f"{f} is 0 between {a} and {b}")
    return "positive" if curve.compared((low + high) / 2, Fraction(0)) > 0 else "negative"


def symmetry(plane: Plane, f: str) -> str:
    curve = plane.curve(f)
    is_even, is_odd = _parity(curve)
    if is_even and is_odd:
        raise Unknown(f"{f} is 0 everywhere")
    return "even" if is_even else "odd" if is_odd else "neither"


def _parity(curve: Curve) -> tuple[bool, bool]:
    match curve.kind:
        case "linear":
            return not curve.a, not curve.k
        case "quadratic" | "absolute value":
            return not curve.h, False
        case "cubic":
            one, two, three = curve.roots
            return False, one + two + three == 0 and one * two * three == 0
        case "reciprocal":
            return False, not curve.h and not curve.k
        case "sine":
            turns = curve.h / curve.p % Fraction(1, 2)
            return turns == Fraction(1, 4), turns == 0 and not curve.k
        case "segments":
            return _mirrored(curve, 1), _mirrored(curve, -1)
    return False, False


def _mirrored(curve: Curve, side: int) -> bool:
    """Say whether segments are the same on the left, upside down where `side` is -1."""
    if curve.corners[0][0] != -curve.corners[-1][0]:
        return False
    return all(curve.value(-x) == side * y for x, y in curve.corners)


def vertical_asymptote(plane: Plane, f: str) -> str:
    return str(plane.curve(f, "reciprocal", "logarithmic").h)


def horizontal_asymptote(plane: Plane, f: str) -> str:
    return str(plane.curve(f, "reciprocal", "exponential").k)


def period(plane: Plane, f: str) -> str:
    return str(plane.curve(f, "sine").p)


def amplitude(plane: Plane, f: str) -> str:
    return str(abs(plane.curve(f, "sine").a))


def midline(plane: Plane, f: str) -> str:
    return str(plane.curve(f, "sine").k)


def passes(plane: Plane, f: str, quadrant: str) -> str:
    """Going that way along the x-axis, the line is in the end on this side, unless it leaves it at once."""
    curve = plane.curve(f, "linear")
    if quadrant not in QUADRANTS:
        raise Unknown(f"there is no quadrant {quadrant!r}")
    to_right, upwards = QUADRANTS[quadrant]
    return truth_value(curve.a * to_right * upwards > 0 or curve.k * upwards > 0)


def _none(why: str) -> str:
    raise Unknown(why)
