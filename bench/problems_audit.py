"""The claims of a posed figure by SymPy: slow, for a sample, beside the judge that decides on floats.

It shares only the contract, schemas/stem/plane_geometry_problems.py. Points are expressions in sines, cosines
and roots; whether a claim holds is decided on 60 digits of them.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import sympy
from sympy import Expr, Matrix

from vlcorpus.schemas.scenes.claims import Claim

DIGITS = 60
ZERO = sympy.Float("1e-40", DIGITS)
_SAME_SIDES = ("equilateral", "rhombus", "square", "regular_pentagon", "regular_hexagon")


class SympyProblem:
    """One figure; `holds` answers, or raises KeyError for an operation that the contract lacks."""

    def __init__(self, truth: Mapping[str, Any]) -> None:
        self.at: dict[str, Matrix] = {}
        for name, told in truth["points"].items():
            self.at[name] = sympy.N(self._place(told), DIGITS)
        self.circles: Mapping[str, str] = truth["circles"]

    def _place(self, told: list[str]) -> Matrix:
        match told:
            case ["xy", x, y]:
                return Matrix([sympy.sympify(x), sympy.sympify(y)])
            case ["polar", center, radius, degrees]:
                return self.at[center] + sympy.Rational(radius) * _direction(degrees)
            case ["part", a, b, part]:
                return self.at[a] + (self.at[b] - self.at[a]) * sympy.Rational(part)
            case ["meet", a, degrees, b, other]:
                u, v = _direction(degrees), _direction(other)
                along = Matrix.hstack(u, -v).LUsolve(self.at[b] - self.at[a])
                return self.at[a] + u * along[0]
        raise ValueError(f"no way to tell a point: {told}")

    def holds(self, claim: Claim) -> bool:
        names = claim.arguments
        if claim.value != "yes":
            value = sympy.sympify(claim.value)
            return _is_zero(self.value(claim.operation, names) - value)
        return all(map(_is_zero, self.errors(claim.operation, names)))

    def value(self, operation: str, names: tuple[str, ...]) -> Expr:
        first, radius = names[0], self.radius(names[-1])
        arc = self.angle(first[0] + names[-1] + first[1]) if len(names) == 2 else sympy.Integer(0)
        return {
            "length": lambda: self.length(first),
            "angle": lambda: self.angle(first),
            "area": lambda: self.area(first),
            "perimeter": lambda: sum(self.sides(first)),
            "radius": lambda: radius,
            "circumference": lambda: 2 * sympy.pi * radius,
            "disc": lambda: sympy.pi * radius**2,
            "arc": lambda: arc,
            "arc_length": lambda: arc / 180 * sympy.pi * radius,
            "sector": lambda: arc / 360 * sympy.pi * radius**2,
        }[operation]()

    def errors(self, operation: str, names: tuple[str, ...]) -> list[Expr]:
        """Return what is 0 where a relation holds."""
        first, last = names[0], names[-1]
        match operation:
            case "equal":
                return [self.length(first) - self.length(last)]
            case "equal_angles":
                return [self.angle(first) - self.angle(last)]
            case "parallel":
                return [self.way(first).row_join(self.way(last)).det()]
            case "midpoint":
                return list(self.at[first] * 2 - self.at[last[0]] - self.at[last[1]])
            case "bisector":
                return [*self.halves(first, last)]
            case "tangent":
                return [self.way(first).dot(self.way(last + first[1]))]
            case "incircle":
                return [self.distance(first, a + b) - self.radius(first) for a, b in pairwise(last + last[0])]
            case "congruent":
                return [a - b for a, b in zip(self.sides(first), self.sides(last), strict=True)]
            case "similar":
                ratios = [a / b for a, b in zip(self.sides(first), self.sides(last), strict=True)]
                return [ratio - ratios[0] for ratio in ratios]
            case "isosceles_trapezoid":
                a, b, c, d = first
                return [*self.errors("parallel", (a + b, d + c)), *self.errors("equal", (a + c, b + d))]
        return self.of_polygon(operation, first)

    def of_polygon(self, operation: str, polygon: str) -> list[Expr]:
        sides, n = self.sides(polygon), len(polygon)
        errors = [side - sides[0] for side in sides] if operation in _SAME_SIDES else []
        if operation in ("rectangle", "square", "regular_pentagon", "regular_hexagon"):
            corner = sympy.Rational(180 * (n - 2), n)
            errors += [self.angle(polygon[k - 2] + polygon[k - 1] + polygon[k]) - corner for k in range(n)]
        if n == 4:
            errors += list(self.way(polygon[0] + polygon[1]) - self.way(polygon[3] + polygon[2]))
        if not errors:
            raise KeyError(operation)
        return errors

    def halves(self, ray: str, angle: str) -> list[Expr]:
        one, other = (self.angle(arm + ray) for arm in (angle[0], angle[2]))
        return [one - other, one + other - self.angle(angle)]

    def way(self, pair: str) -> Matrix:
        return self.at[pair[1]] - self.at[pair[0]]

    def length(self, pair: str) -> Expr:
        return self.way(pair).norm()

    def sides(self, polygon: str) -> list[Expr]:
        return [self.length(a + b) for a, b in pairwise(polygon + polygon[0])]

    def radius(self, center: str) -> Expr:
        on = self.circles.get(center)
        return self.length(center + on[0]) if on else sympy.Integer(0)

    def distance(self, point: str, line: str) -> Expr:
        return sympy.Abs(self.way(line).row_join(self.way(line[0] + point)).det()) / self.length(line)

    def angle(self, angle: str) -> Expr:
        u, v = self.way(angle[1] + angle[0]), self.way(angle[1] + angle[2])
        return sympy.N(sympy.acos(u.dot(v) / (u.norm() * v.norm())) * 180 / sympy.pi, DIGITS)

    def area(self, polygon: str) -> Expr:
        corners = [self.at[name] for name in polygon]
        return sympy.Abs(sum(a.row_join(b).det() for a, b in pairwise([*corners, corners[0]]))) / 2


def _direction(degrees: str) -> Matrix:
    turn = sympy.Rational(degrees) * sympy.pi / 180
    return Matrix([sympy.cos(turn), sympy.sin(turn)])


def _is_zero(number: Expr) -> bool:
    return bool(abs(sympy.N(number, DIGITS)) < ZERO)
