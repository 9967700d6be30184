"""Whether a step is what its rule says: the theorem's statements, told of the step's claims alone."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.schemas.stem.plane_geometry_problems import RELATIONS
from vlcorpus.stages.verify.plane_geometry.problems.figure import Figure
from vlcorpus.stages.verify.plane_geometry.problems.measure import number

THEOREMS = Path(__file__).with_name("theorems.yaml")
_NEAR = 1e-9
_SEEN = {"between", "inside", "around", "same_side", "opposite", "slanted", "convex", "on", "diameter"}
_VALUED = {"ang": "angle", "area": "area", "per": "perimeter", "rad": "radius", "disc": "disc"}
_VALUED |= {"circumference": "circumference", "arc": "arc", "arc_length": "arc_length", "sector": "sector"}
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
_CYCLES = {"area", "perimeter", "incircle", "equilateral", "parallelogram", "rhombus", "rectangle", "square"}
_CYCLES |= {"regular_pentagon", "regular_hexagon"}


class Misapplied(Exception):
    """A step is not what its rule says. It says why."""


@lru_cache
def _theorems() -> dict[str, list[ast.expr]]:
    texts: dict[str, str] = yaml.safe_load(THEOREMS.read_text(encoding="utf-8"))
    return {name: [_parsed(text) for text in told.split(";")] for name, told in texts.items()}


def _parsed(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


def check_step(step: Step, inputs: Sequence[Claim], figure: Figure) -> None:
    """Raise Misapplied where a statement of the rule does not hold, or a claim has no part in it."""
    theorems = _theorems()
    statements = theorems.get(step.rule) or theorems.get(step.rule.partition("/")[0])
    if statements is None:
        raise Misapplied(f"there is no rule {step.rule}")
    application = _Application(step, [*inputs, step.claim], figure)
    for statement in statements:
        if not application.holds(statement):
            raise Misapplied(f"{step.rule}: {ast.unparse(statement)} does not hold of {step.points}")
    if idle := application.unused():
        raise Misapplied(f"{step.rule} says nothing of {idle[0]}")


def fits_rule(step: Step, known: Sequence[Claim], figure: Figure) -> bool:
    """Say whether all statements of the rule hold of a step's claim and some of those that are known."""
    application = _Application(step, [*known, step.claim], figure)
    theorems = _theorems()
    try:
        statements = theorems.get(step.rule) or theorems[step.rule.partition("/")[0]]
        return all(map(application.holds, statements))
    except (KeyError, Misapplied):
        return False


class _Application:
    def __init__(self, step: Step, claims: list[Claim], figure: Figure) -> None:
        self._points = step.points
        self._claims = claims
        self._used = [False] * len(claims)
        self._figure = figure

    def unused(self) -> list[Claim]:
        return [claim for claim, used in zip(self._claims, self._used, strict=True) if not used]

    def holds(self, statement: ast.expr) -> bool:
        match statement:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                first, second = self._number(left), self._number(right)
                return math.isclose(first, second, rel_tol=_NEAR, abs_tol=_NEAR)
            case ast.Call(func=ast.Name(id=name), args=arguments):
                names = [self._name(argument) for argument in arguments]
                if name in _SEEN:
                    return bool(getattr(self._figure, name)(*names))
                if name == "right":
                    return self._value("angle", names) == 90
                if name in ("same", "same_angle"):
                    return self._are_equal(name, *names)
                if name in RELATIONS:
                    return self._find(name, names) is not None
        raise ValueError(f"no statement: {ast.dump(statement)}")

    def _number(self, node: ast.expr) -> float:
        match node:
            case ast.Constant(value=int(value)):
                return float(value)
            case ast.Name(id="pi"):
                return math.pi
            case ast.Name():
                return self._value("length", [self._name(node)])
            case ast.BinOp(left=left, op=operation, right=right):
                return float(_OPERATORS[type(operation)](self._number(left), self._number(right)))
            case ast.Call(func=ast.Name(id="sin" | "cos" as function), args=[angle]):
                degrees = self._value("angle", [self._name(angle)])
                return float(getattr(math, function)(math.radians(degrees)))
            case ast.Call(func=ast.Name(id=name), args=[argument]):
                names = self._name(argument)
                arguments = [names[:2], names[2]] if name.startswith(("arc", "sector")) else [names]
                return self._value(_VALUED[name], arguments)
        raise ValueError(f"no number: {ast.dump(node)}")

    def _name(self, node: ast.expr) -> str:
        if not isinstance(node, ast.Name):
            raise ValueError(f"no name: {ast.dump(node)}")
        try:
            return "".join(self._points[letter] for letter in node.id)
        except KeyError as error:
            raise Misapplied(f"the step has no point {error}") from error

    def _value(self, operation: str, names: list[str]) -> float:
        found = self._find(operation, names)
        if found is None:
            raise Misapplied(f"nothing is claimed of {operation} {names}")
        return number(found.value)

    def _are_equal(self, name: str, one: str, other: str) -> bool:
        """Say whether two are one, or are claimed to be equal, or to have the same value."""
        operation, relation = ("length", "equal") if name == "same" else ("angle", "equal_angles")
        if self._is_same(operation, [one], [other]):
            return True
        if self._find(relation, [one, other]) is not None:
            return True
        first, second = self._find(operation, [one]), self._find(operation, [other])
        return first is not None and second is not None and first.value == second.value

    def _find(self, operation: str, names: list[str]) -> Claim | None:
        """Return the claim about these, by whatever names, and mark it as used."""
        for n, claim in enumerate(self._claims):
            if claim.operation == operation and self._is_same(operation, names, list(claim.arguments)):
                self._used[n] = True
                return claim
        return None

    def _is_same(self, operation: str, names: list[str], others: list[str]) -> bool:
        """Say whether two lists of names stand for the same thing."""
        one, other = names[0], others[0]
        match operation:
            case "length" | "arc" | "arc_length" | "sector":
                return set(one) == set(other) and names[1:] == others[1:]
            case "angle":
                return self._is_same_angle(one, other)
            case "equal":
                return {frozenset(pair) for pair in names} == {frozenset(pair) for pair in others}
            case "equal_angles":
                return any(
                    self._is_same_angle(names[0], others[n]) and self._is_same_angle(names[1], others[1 - n])
                    for n in (0, 1)
                )
            case "parallel":
                same_line = self._figure.same_line
                return any(
                    same_line(names[0], others[n]) and same_line(names[1], others[1 - n]) for n in (0, 1)
                )
            case "midpoint":
                return one == other and set(names[1]) == set(others[1])
            case "bisector":
                is_same_ray = one[0] == other[0] and self._figure.same_ray(one[0], one[1], other[1])
                return is_same_ray and self._is_same_angle(names[1], others[1])
            case "tangent":
                return one[1] == other[1] and names[1] == others[1] and self._figure.same_line(one, other)
            case "isosceles_trapezoid":
                a, b, c, d = tuple(one)
                return other in (one, b + a + d + c, c + d + a + b, d + c + b + a)
            case "congruent" | "similar":
                pairs = set(zip(names[0], names[1], strict=True))
                return pairs in (
                    set(zip(others[0], others[1], strict=True)),
                    set(zip(others[1], others[0], strict=True)),
                )
        if operation in _CYCLES:
            return names[:-1] == others[:-1] and _is_same_cycle(names[-1], others[-1])
        return names == others

    def _is_same_angle(self, one: str, other: str) -> bool:
        if one[1] != other[1]:
            return False
        same_ray = self._figure.same_ray
        return any(
            same_ray(one[1], one[0], arm) and same_ray(one[1], one[2], end)
            for arm, end in ((other[0], other[2]), (other[2], other[0]))
        )


def _is_same_cycle(one: str, other: str) -> bool:
    return len(one) == len(other) and (other in one + one or other[::-1] in one + one)
