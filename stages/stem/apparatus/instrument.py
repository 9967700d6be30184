"""Instruments that are read: their scales, where lines and numbers stand on these, and what they show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Shape, Tag
from vlcorpus.schemas.stem.apparatus import INSTRUMENTS
from vlcorpus.stages.stem.apparatus.part import Box, box_of
from vlcorpus.stages.stem.axes.numbers import decimal, steps

Exact = tuple[Fraction, Fraction]  # a place
NUMBER_ROOM = (62.0, 27.0)  # of a number on a scale: width and height


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a scale."""

    number: Fraction
    part: float  # how far along the scale it is, from 0 to 1
    length: float  # in that of the shortest lines: those with numbers are longest, halfway between less
    is_written: bool


@dataclass(frozen=True)
class Scale:
    low: Fraction
    high: Fraction
    division: Fraction
    between: Fraction  # how far written numbers are apart; they are its multiples

    @classmethod
    @lru_cache
    def parse(cls, text: str) -> Scale:
        """Return the scale of `low high division between`."""
        return cls(*map(Fraction, text.split()))

    @cached_property
    def lines(self) -> tuple[Fraction, ...]:
        return tuple(steps(self.low, self.high, self.division))

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        return tuple(self._tick(number) for number in self.lines)

    def _tick(self, number: Fraction) -> Tick:
        rest = number % self.between
        length = 2.0 if rest == 0 else 1.45 if rest == self.between / 2 else 1.0
        return Tick(number, float(self.part(number)), length, rest == 0)

    @cached_property
    def written(self) -> tuple[Fraction, ...]:
        return tuple(tick.number for tick in self.ticks if tick.is_written)

    def part(self, number: Fraction) -> Fraction:
        """Return how far along the scale a number is, from 0 to 1."""
        return (number - self.low) / (self.high - self.low)

    def draw_reading(self, random: Random, low: float = 0.1, high: float = 0.95) -> Fraction:
        """Return a line of the scale between two parts of it, more often one without a number."""
        ticks = [tick for tick in self.ticks if low <= tick.part <= high]
        plain = [tick for tick in ticks if not tick.is_written]
        return random.choice(plain if plain and random.random() < 0.85 else ticks).number

    def told(self) -> dict[str, object]:
        return {
            "low": text(self.low),
            "high": text(self.high),
            "division": text(self.division),
            "written": [text(number) for number in self.written],
        }


@dataclass(frozen=True)
class Instrument:
    """An instrument as it is drawn; `told` is what the truth says of it beside its kind."""

    kind: str
    told: dict[str, object]
    reading: Fraction
    shapes: tuple[Shape, ...]
    tags: tuple[Tag, ...]
    scale: Scale | None = None  # that is read
    division: Fraction | None = None  # where it has no scale, or of the scale
    ends: tuple[Exact, Exact] | None = None  # where the lowest and the highest line of a straight scale are
    pivot: Exact | None = None
    steps: tuple[str, ...] = ()
    other_reading: Fraction | None = None  # on the scale that is not used, or without its start
    shows: dict[tuple[str, ...], str] = field(
        default_factory=dict
    )  # further values, by operation and arguments

    @property
    def unit(self) -> str:
        return INSTRUMENTS[self.kind][1]

    @property
    def box(self) -> Box:
        boxes = [box_of(shape.path) for shape in self.shapes]
        lows, highs = zip(*((box[:2], box[2:]) for box in boxes), strict=True)
        (left, low), (right, top) = map(min, zip(*lows, strict=True)), map(max, zip(*highs, strict=True))
        return left, low, right, top

    def moved(self, dx: int, dy: int) -> Instrument:
        def move(point: Point) -> Point:
            return point[0] + dx, point[1] + dy

        def exact(place: Exact) -> Exact:
            return place[0] + dx, place[1] + dy

        return replace(
            self,
            shapes=tuple(replace(shape, path=shape.path.moved(move)) for shape in self.shapes),
            tags=tuple(replace(tag, at=move(tag.at)) for tag in self.tags),
            ends=self.ends and (exact(self.ends[0]), exact(self.ends[1])),
            pivot=self.pivot and exact(self.pivot),
        )

    def truth(self) -> dict[str, object]:
        """Return what the contract wants of it."""
        found = {"kind": self.kind, **self.told}
        if self.ends:
            found["ends"] = [list(map(str, place)) for place in self.ends]
        if self.pivot:
            found["pivot"] = list(map(str, self.pivot))
        return found

    def mark(self, number: Fraction) -> Exact:
        """Return where a number is on a straight scale."""
        if self.ends is None or self.scale is None:
            raise ValueError(f"a {self.kind} has no straight scale")
        part = self.scale.part(number)
        (x, y), (end_x, end_y) = self.ends
        return x + part * (end_x - x), y + part * (end_y - y)


@lru_cache(maxsize=10_000)
def text(number: Fraction) -> str:
    """Return a number as claims write it. Raises ValueError for one that takes many decimals."""
    found = decimal(number)
    if found is None:
        raise ValueError(f"{number} takes many decimals")
    return found


def shown(number: Fraction) -> str:
    """Return a number as it is written on a scale, with a true minus sign."""
    return text(number).replace("-", "−")


def number_tag(number: Fraction, at: Point, room: Point = NUMBER_ROOM) -> Tag:
    return Tag(shown(number), at, room=room)
