"""A setup of mechanics: what it is told as, how it is drawn, what can be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Dot, ExactPoint, Shape, Tag, Thing

Number = int | Fraction
Place = tuple[Number, Number]  # x to the right, y upwards
GRAVITY = 10  # m/s²
# I looks like a line; F, S, T and W begin the names of arrows, springs, ropes and wheels.
_LETTERS = ("ABCDEGHJKL", "PQRUVXYZ", "KLMNPQR", "ABCDEGHJKL")


@dataclass
class Names:
    """Names that no other thing of the scene has."""

    letters: Iterator[str]
    taken: dict[str, int] = field(default_factory=dict)

    @classmethod
    def drawn(cls, random: Random) -> Names:
        first = random.choice(_LETTERS)
        return cls(iter([*first, *(letter for letter in "ABCDEGHJKLMNPQRUVXYZ" if letter not in first)]))

    def block(self) -> str:
        return next(self.letters)

    def numbered(self, letter: str) -> str:
        """Return `T1`, `T2` … of ropes, S of springs, W of wheels, F of arrows."""
        self.taken[letter] = self.taken.get(letter, 0) + 1
        return f"{letter}{self.taken[letter]}"


@dataclass
class Part:
    """One setup, drawn in units of its own place."""

    truth: dict[str, Any]  # as schemas/stem/mechanics.py has setups
    steps: list[str]
    things: list[Thing] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    masses: dict[str, int] = field(default_factory=dict)  # written ones, in kg
    at: dict[str, Place] = field(default_factory=dict)
    places: dict[Expression, str] = field(default_factory=dict)  # which of `at` an expression means

    @property
    def kind(self) -> str:
        return self.truth["kind"]

    @property
    def blocks(self) -> list[str]:
        return [str(place[1]) for place in self.places if place[0] == "block_middle"]

    def locate(self, operation: str, name: str, place: Place, key: str | None = None) -> None:
        """Say where a thing is, and that it can be pointed at."""
        self.at[key or name] = place
        self.places[operation, name] = key or name

    def box(self) -> tuple[float, float, float, float]:
        """Return left, low, right and high of what is drawn."""
        points = [point for thing in self.things for point in _points(thing)]
        xs, ys = zip(*points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def moved(self, dx: Fraction, dy: Fraction) -> Part:
        """Return it at another place."""
        return replace(
            self,
            things=[_moved(thing, float(dx), float(dy)) for thing in self.things],
            at={name: (x + dx, y + dy) for name, (x, y) in self.at.items()},
        )

    def exact(self) -> dict[Expression, ExactPoint]:
        found = {}
        for expression, key in self.places.items():
            x, y = self.at[key]
            found[expression] = ExactPoint((str(x), str(y)), (float(x), float(y)))
        return found


def wrong(value: Number, *others: Number) -> tuple[str, ...]:
    """Return other numbers as texts, as wrong values: each once, none below 0."""
    texts = [str(Fraction(other)) for other in others if other >= 0 and other != value]
    return tuple(dict.fromkeys(texts))


def others(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _points(thing: Thing) -> Iterator[Point]:
    for shape in thing.shapes:
        if isinstance(shape, Dot):
            yield shape.at
        else:
            yield from shape.path.points()


def _moved(thing: Thing, dx: float, dy: float) -> Thing:
    def move(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    shapes = tuple(
        replace(shape, at=move(shape.at))
        if isinstance(shape, Dot)
        else Shape(shape.role, shape.path.moved(move), shape.hue)
        for shape in thing.shapes
    )
    tags = tuple(
        replace(tag, at=move(tag.at), away_from=tag.away_from and move(tag.away_from)) for tag in thing.tags
    )
    return replace(thing, shapes=shapes, tags=tags)


def tag_beside(text: str, at: Point, side: str) -> Tag:
    """Return a text that rather stands on one side of a place: left, right, above, below."""
    dx, dy = {"left": (1, 0), "right": (-1, 0), "above": (0, -1), "below": (0, 1)}[side]
    return Tag(text, at, (at[0] + dx, at[1] + dy))
