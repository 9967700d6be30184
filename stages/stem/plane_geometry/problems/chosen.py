"""What a problem asks, what it gives, and the steps that lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vlcorpus.stages.stem.plane_geometry.problems.closure import Fact

# Theorems that make no problem by themselves.
_TRIVIAL = {
    "equal_segments", "equal_angles", "radius", "radii", "segment_addition", "angle_addition", "midpoint",
    "bisector", "linear_pair", "vertical_angles", "angles_around_point", "arc_of_central_angle", "diameter",
    "two_tangents", "equilateral_sides", "regular_pentagon_sides", "regular_hexagon_sides",
    "square_is_rhombus",
    "rhombus_sides", "rhombus_equal_sides", "rhombus_is_parallelogram", "square_is_rectangle",
    "rectangle_is_parallelogram", "equilateral_angles",
    "square_sides", "square_equal_sides", "square_angle", "rectangle_sides",
    "isosceles_trapezoid_bases", "isosceles_trapezoid_legs",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a problem asks, with all that leads to it."""

    target: Fact
    facts: tuple[Fact, ...]  # all that it rests on, each after what it follows from, and itself

    @classmethod
    def of(cls, target: Fact) -> Chosen:
        return cls(target, tuple(traced(target)))

    @property
    def givens(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.rule is None]

    @property
    def steps(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.rule is not None]

    @property
    def is_trivial(self) -> bool:
        return all(fact.rule is None or fact.rule.name.partition("/")[0] in _TRIVIAL for fact in self.facts)


def traced(fact: Fact) -> Iterator[Fact]:
    """Yield all that a fact rests on, each once and after what it follows from, and the fact itself."""
    done: set[int] = set()

    def trace(one: Fact) -> Iterator[Fact]:
        if id(one) in done:
            return
        done.add(id(one))
        for earlier in one.inputs:
            yield from trace(earlier)
        yield one

    yield from trace(fact)
