"""A scene: what there is and what holds of it, in units of its own. Nothing here says how it looks.

Every generated domain makes scenes; one craft draws them in any style (`stages/render`), another checks what
is said of them (`stages/verify`) against `truth` alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.path import Path, Point
from vlcorpus.schemas.scenes.problem import Problem


class Unfit(Exception):
    """What was drawn at random makes no good scene; the next attempt draws anew. Says why, for counts."""


class Role(StrEnum):
    """What a shape is for: a style says how each is painted."""

    LINE = "line"  # what the figure is made of
    HELPER = "helper"  # a line that was added to explain: dashed in many styles
    DASHED = "dashed"  # dashed in all of them, for that tells what it is: a hidden edge, a virtual ray
    AXIS = "axis"
    GRID = "grid"
    MARK = "mark"  # arcs of angles, ticks of equal lengths
    DOT = "dot"  # a point
    AREA = "area"  # filled
    SOLID = "solid"  # filled, and outlined
    PAPER = "paper"  # filled with the colour of the surface, and outlined: a page, a white key
    FULL = "full"  # filled with the colour of lines: the head of an arrow
    SHADE = "shade"  # a pale area: labels may stand on it, as they may on a grid


@dataclass(frozen=True, slots=True)
class Shape:
    """A path of a thing, in the scene's units, y upwards."""

    role: Role
    path: Path
    hue: str | None = None  # name of its colour where that is told by it (`red`); a style has shades of it
    strength: float = 0.22  # of a shade, and of an area without a hue: part of its colour on the surface


@dataclass(frozen=True, slots=True)
class Dot:
    """A point that is drawn as a dot of the style's size, whatever the scale."""

    at: Point
    is_hollow: bool = False
    hue: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A text beside what it names. Where there is room for it is found when it is drawn.

    `₀` to `₉`, `⁰` to `⁹`, `⁺` and `⁻` are set smaller, and lower or higher.

    A `side` is a direction in the scene, `(0, -1)` is below: the text stands there at its gap, or there is no
    room for it. So the numbers of an axis stand in a row.
    """

    text: str
    at: Point  # what it stands beside
    away_from: Point | None = None  # it rather stands on the other side
    gap: float = 1.0  # distance, in the style's usual ones
    is_centered: bool = False  # on the point and not beside it
    spots: tuple[Point, ...] = ()  # its middle is on the first of these that is free, and nowhere else
    room: tuple[float, float] | None = None  # width and height for it, centred: it gets smaller until it fits
    is_flush: bool = False  # in its room it stands at the left, as entries of a legend do
    on: str | None = None  # the hue that it stands on: it has the colour that is read there, ink or surface
    side: Point | None = None
    size: float = 1.0  # height of the text, in the style's usual one
    turn_deg: float = 0.0  # clockwise
    pin: str = ""  # its beginning or end whose middle is on the point: the C of CH₃


@dataclass(frozen=True, slots=True)
class Thing:
    """What has pixels of its own, and a name that claims use."""

    name: str  # unique in the scene: `segment AB`
    kind: str  # `segment`
    shapes: tuple[Shape | Dot, ...] = ()
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class ExactPoint:
    """A place: its coordinates as texts of exact numbers, and as what is drawn."""

    exact: tuple[str, str]
    at: Point


@dataclass(frozen=True, slots=True)
class Scene:
    """Things in the order in which they are painted, and everything that can be said of them."""

    family: str  # what kind of scene it is: whole families are held out
    steps: tuple[str, ...]  # kinds of constructions that made it, in their order
    names: tuple[str, ...]  # what claims call things by, where another name would say the same
    truth: dict[str, Any]  # JSON: exact, and all that the oracle is told
    things: tuple[Thing, ...]
    claims: tuple[Claim, ...]
    places: dict[Expression, ExactPoint] = field(default_factory=dict)  # what can be pointed at
    room: tuple[Point, ...] = ()  # corners of what the image holds beside its things: room for labels
    looks: tuple[str, ...] = ()  # what no claim tells, and yet makes another exercise: a puzzle's patterns
    problem: Problem | None = None  # that is posed about it

    @property
    def difficulty(self) -> int:
        """One more for each construction and for each thing: compares scenes of a discipline."""
        return len(self.steps) + len(self.things)
