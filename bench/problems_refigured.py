"""The figures that fit what a problem gives, found again by NumPy, near the drawn one and far from it.

It stands beside the judge, which only looks near, and shares only the contract of both,
schemas/stem/plane_geometry_problems.py. From the drawn figure, shaken a little and shaken far, and with
single points moved to where a second solution would have them, Levenberg-Marquardt steps lead to others in
which the givens hold; derivatives are exact, by complex steps. Of these those count that look like the drawn
figure, mirrored or not: the same points in the same order on lines, the same turns.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, pairwise, permutations
from typing import Any

import numpy as np
import sympy

from bench.problems_audit import SympyProblem
from vlcorpus.schemas.scenes.claims import YES, Claim

Array = np.ndarray
SHAKEN = (0.03, 0.1, 0.3, 1.0)  # of the figure's size
N_OF_EACH = 8
N_MOVED = 32  # starts with a point moved to where a second solution would have it
MAX_STEPS = 40
HOLDS, STAYS, MOVES = 1e-9, 1e-6, 1e-4  # errors; of a determined answer below, of another above
CLEAR = 1e-3  # a turn below is none: the figure has collapsed
LEAST, FAR = 1e-12, 10.0  # damping at least; figures that have run away, in sizes of the drawn one
_H = 1e-30  # of a complex step


class Refigured:
    """One figure, and the others in which some claims about it hold too."""

    def __init__(self, truth: Mapping[str, Any]) -> None:
        exact = SympyProblem(truth).at
        at = np.array([[float(x) for x in place] for place in exact.values()])
        self.size = float(np.ptp(at, axis=0).max())
        self.drawn = (at - at.mean(axis=0)) / self.size
        self.index = {name: n for n, name in enumerate(exact)}
        self.lines: list[str] = truth["lines"]
        self.circles: Mapping[str, str] = truth["circles"]

    def is_determined(self, claim: Claim, claims: Sequence[Claim]) -> bool:
        """Say whether a claim holds in every figure that fits the others; some must be found."""
        found = self.differences(claim, claims, np.concatenate([*self.shaken(), self.moved()]))
        return bool(len(found) and found.max() < STAYS)

    def is_needed(self, claim: Claim, others: Sequence[Claim]) -> bool:
        """Say whether a claim fails in some figure that fits the others."""
        return any(
            self.differences(claim, others, starts).max(initial=0.0) > MOVES
            for starts in (*self.shaken(), self.moved())
        )

    def differences(self, claim: Claim, claims: Sequence[Claim], starts: Array) -> Array:
        """Return how far a claim is from holding in each figure that fits the others and is found."""
        figures = self.figures(claims, starts)
        return np.abs(np.stack(self.errors(claim, figures.astype(complex)), axis=-1)).max(axis=-1)

    def figures(self, claims: Sequence[Claim], starts: Array) -> Array:
        at, found, errors = starts, [starts[:0]], partial(self.all_errors, claims)
        for _ in range(MAX_STEPS):
            now = errors(at.astype(complex)).real
            fits = np.abs(now).max(axis=-1) < HOLDS
            found.append(at[fits])
            at, now = at[~fits], now[~fits]
            if not len(at):
                break
            slopes = _slopes(errors, at)
            # Damped as much as it is wrong: far off the steps are short, near a solution they are Newton's.
            damped = np.clip((now**2).sum(axis=-1), LEAST, 1.0) * (1 + (slopes**2).sum(axis=(1, 2)))
            turned = np.swapaxes(slopes, 1, 2)
            move = np.linalg.solve(
                turned @ slopes + damped[:, None, None] * np.eye(at[0].size), turned @ now[..., None]
            )
            at = at - move[..., 0].reshape(at.shape)
            at = at[np.abs(at).max(axis=(1, 2)) < FAR]
        fit = np.concatenate(found)
        return fit[self.looks_alike(fit)]

    def shaken(self) -> list[Array]:
        random = np.random.default_rng(len(self.index))
        shape = (N_OF_EACH, *self.drawn.shape)
        return [self.drawn + shaken * random.standard_normal(shape) for shaken in SHAKEN]

    def moved(self) -> Array:
        """Return figures with a point where a second solution has it: two sides and an angle beside."""
        random = np.random.default_rng(len(self.index))
        moved = np.array(list(self._moved()) or [self.drawn])
        moved = moved[random.permutation(len(moved))[:N_MOVED]]
        return moved + 1e-3 * random.standard_normal(moved.shape)

    def _moved(self) -> Iterator[Array]:
        """Yield figures in which C went along AC to where it is as far from B as it was."""
        for a, b, c in permutations(range(len(self.drawn)), 3):
            way = self.drawn[c] - self.drawn[a]
            along = float((self.drawn[b] - self.drawn[a]) @ way / (way @ way))
            if along > 0.5 + CLEAR and abs(along - 1) > CLEAR:
                figure = self.drawn.copy()
                figure[c] = self.drawn[a] + way * (2 * along - 1)
                yield figure

    def looks_alike(self, at: Array) -> Array:
        """Say of each figure whether its points lie as in the drawn one, or mirrored, and none on another."""
        threes = np.array(list(combinations(range(len(self.drawn)), 3)))
        before = _turns(self.drawn, threes)
        turns = np.sign(before) * np.where(np.abs(before) > HOLDS, _turns(at, threes), 0)
        turns = turns[:, np.abs(before) > HOLDS]
        alike = (turns > CLEAR**2).all(axis=-1) | (turns < -(CLEAR**2)).all(axis=-1)
        for line in self.lines:
            for a, b, c in zip(line, line[1:], line[2:], strict=False):
                alike &= _dot(self.way(b + a, at), self.way(b + c, at)) < 0
        return alike

    def all_errors(self, claims: Sequence[Claim], at: Array) -> Array:
        found = [error for claim in claims for error in self.errors(claim, at)]
        for line in self.lines:
            found += [_cross(self.way(line[0] + line[-1], at), self.way(line[0] + p, at)) for p in line[1:-1]]
        for center, on in self.circles.items():
            found += [self.length(center + p, at) - self.length(center + on[0], at) for p in on[1:]]
        return np.stack(found, axis=-1) if found else np.zeros((len(at), 1), at.dtype)

    # What claims say: each error is 0 where its claim holds. All is analytic, for the complex steps.

    def errors(self, claim: Claim, at: Array) -> list[Array]:
        operation, names = claim.operation, claim.arguments
        if claim.value == YES:
            return self.of_relation(operation, names[0], names[-1], at)
        value = float(sympy.N(sympy.sympify(claim.value)))
        if operation in ("angle", "arc"):
            return [self.measured(operation, names, at) - math.radians(value)]
        power = 2 if operation in ("area", "disc", "sector") else 1
        return [self.measured(operation, names, at) - value / self.size**power]

    def measured(self, operation: str, names: Sequence[str], at: Array) -> Array:
        first, on = names[0], self.circles.get(names[-1], "")
        if operation in ("length", "angle", "area", "perimeter"):
            return getattr(self, operation)(first, at)
        radius = self.length(names[-1] + on[0], at)
        if operation in ("radius", "circumference", "disc"):
            return {"radius": radius, "circumference": math.tau * radius, "disc": math.pi * radius**2}[
                operation
            ]
        arc = self.angle(first[0] + names[-1] + first[1], at)
        return {"arc": arc, "arc_length": arc * radius, "sector": arc * radius**2 / 2}[operation]

    def of_relation(self, operation: str, one: str, other: str, at: Array) -> list[Array]:
        match operation:
            case "equal":
                return [self.length(one, at) - self.length(other, at)]
            case "equal_angles":
                return [self.angle(one, at) - self.angle(other, at)]
            case "parallel":
                return [_cross(self.direction(one, at), self.direction(other, at))]
            case "midpoint":
                return list(np.moveaxis(self.way(one + other[0], at) + self.way(one + other[1], at), -1, 0))
            case "bisector":
                return [self.angle(other[0] + one, at) - self.angle(one[::-1] + other[2], at)]
            case "tangent":
                return [_dot(self.direction(one, at), self.direction(other + one[1], at))]
            case "incircle":
                radius = self.length(one + self.circles[one][0], at)
                offs = [_cross(self.direction(a + b, at), self.way(a + one, at)) for a, b in _sides(other)]
                return [np.sqrt(off * off) - radius for off in offs]
            case "congruent":
                return [a - b for a, b in zip(self.sides(one, at), self.sides(other, at), strict=True)]
            case "similar":
                ratios = [a / b for a, b in zip(self.sides(one, at), self.sides(other, at), strict=True)]
                return [ratio - ratios[0] for ratio in ratios[1:]]
            case "isosceles_trapezoid":
                a, b, c, d = one
                return [
                    *self.of_relation("parallel", a + b, c + d, at),
                    *self.of_relation("equal", a + c, b + d, at),
                ]
        return self.of_polygon(operation, one, at)

    def of_polygon(self, operation: str, polygon: str, at: Array) -> list[Array]:
        sides, n = self.sides(polygon, at), len(polygon)
        found = [side - sides[0] for side in sides[1:]]
        if n > 4:
            across = [self.length(polygon[k - 2] + polygon[k], at) for k in range(n)]
            found += [chord - across[0] for chord in across[1:]]
        if n != 4:
            return found
        closed = self.way(polygon[0] + polygon[1], at) + self.way(polygon[2] + polygon[3], at)
        even = [sides[1] - sides[0]] if operation in ("rhombus", "square") else []
        if operation in ("rectangle", "square"):
            even.append(_dot(self.direction(polygon[:2], at), self.direction(polygon[1:3], at)))
        return [*np.moveaxis(closed, -1, 0), *even]

    def way(self, pair: str, at: Array) -> Array:
        return at[..., self.index[pair[1]], :] - at[..., self.index[pair[0]], :]

    def direction(self, pair: str, at: Array) -> Array:
        return self.way(pair, at) / self.length(pair, at)[..., None]

    def length(self, pair: str, at: Array) -> Array:
        way = self.way(pair, at)
        return np.sqrt(_dot(way, way))

    def angle(self, angle: str, at: Array) -> Array:
        return np.arccos(_dot(self.direction(angle[1::-1], at), self.direction(angle[1:], at)))

    def area(self, polygon: str, at: Array) -> Array:
        twice = sum(_cross(at[..., self.index[a], :], at[..., self.index[b], :]) for a, b in _sides(polygon))
        return np.sqrt(np.asarray(twice) ** 2) / 2

    def perimeter(self, polygon: str, at: Array) -> Array:
        return np.sum(self.sides(polygon, at), axis=0)

    def sides(self, polygon: str, at: Array) -> list[Array]:
        return [self.length(a + b, at) for a, b in _sides(polygon)]


def _slopes(found: Any, at: Array) -> Array:
    """Return the derivatives (figures, errors, coordinates), by complex steps."""
    n, size = len(at), at[0].size
    steps = 1j * _H * np.eye(size).reshape(size, *at.shape[1:])
    errors = found((at[:, None] + steps).reshape(n * size, *at.shape[1:]))
    return np.swapaxes(errors.imag.reshape(n, size, -1), 1, 2) / _H


def _sides(polygon: str) -> Iterator[tuple[str, str]]:
    return pairwise(polygon + polygon[0])


def _cross(u: Array, v: Array) -> Array:
    return u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]


def _dot(u: Array, v: Array) -> Array:
    return u[..., 0] * v[..., 0] + u[..., 1] * v[..., 1]


def _turns(at: Array, threes: Array) -> Array:
    a, b, c = (at[..., threes[:, n], :] for n in range(3))
    return _cross(b - a, c - a)
