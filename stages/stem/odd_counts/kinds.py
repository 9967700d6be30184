"""All kinds of things: how each is built, and with how many parts it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.stem.odd_counts import UNCERTAIN, USUAL
from vlcorpus.stages.stem.odd_counts import animals, birds, boards, creatures, objects, signs
from vlcorpus.stages.stem.odd_counts.model import Build, Model

HUES = (None, "red", "blue", "green", "orange", "purple", "brown", "pink", "gray")
# Seen from the side: these may look to the right as well.
_SIDED = (*animals.OUTLINES, *birds.OUTLINES, "three-stripe shoe", "car", "bicycle", "hand")
# Too fine to be counted where several stand side by side.
FINE = (
    "guitar",
    "violin",
    "fence",
    "chessboard",
    "us flag",
    "eu flag",
    "piano octave",
    "spider",
    "ladder",
    "olympic logo",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things. `counts` are those of its part, or of a board's rows or columns, that are drawn."""

    name: str
    part: str
    usual: int | None
    counts: Sequence[int]
    prior: int | None = None  # what one who does not look says, where that is not `usual`

    @property
    def is_fine(self) -> bool:
        return self.name in FINE

    def unusual(self) -> list[int]:
        return [count for count in self.counts if count != self.usual]


# Of kinds that are not drawn with one part less, one more, or two more than usual.
_COUNTS: dict[str, Sequence[int]] = {
    "die": (3, 4, 5, 6, 7, 8, 9),
    "playing card": range(2, 12),
    "ladder": range(4, 12),
    "fence": range(5, 14),
    "flower": range(4, 11),
    "snowman": (2, 3, 4, 5),
    "fork": (2, 3, 4, 5, 6),
    "three-stripe shoe": (2, 3, 4, 5, 6),
    "stop sign": (6, 7, 8, 9),
    "chessboard": (6, 7, 8, 9, 10),
    "noughts and crosses board": (2, 3, 4, 5),
    "piano octave": (4, 5, 6),
    "chicken": (2, 3, 4),
    "duck": (2, 3, 4),
    "ostrich": (2, 3, 4),
    "stork": (2, 3, 4),
    "butterfly": (2, 3, 4),
    "rabbit": (2, 3, 4),
    "glasses": (2, 3, 4),
    "bicycle": (2, 3, 4),
    "car": (2, 3, 4),
    "traffic light": (2, 3, 4, 5),
    "clover": (3, 4, 5),
}
# What people expect, although it is not so of all of a kind.
_EXPECTED = {"three-stripe shoe": 3, "snowman": 3, "fork": 4, "die": 6}
_BUILDS: dict[str, Build] = {
    **{kind: animals.quadruped(kind) for kind in animals.OUTLINES},
    **{kind: birds.bird(kind) for kind in birds.OUTLINES},
    **creatures.BUILDS,
    **signs.BUILDS,
    **objects.BUILDS,
    **boards.BUILDS,
}


def _kinds() -> dict[str, Kind]:
    found = {}
    for name, parts in USUAL.items():
        part = "black key" if name == "piano octave" else next(iter(parts))
        usual = parts[part]
        found[name] = Kind(name, part, usual, _COUNTS.get(name, (usual - 1, usual, usual + 1, usual + 2)))
    for name, only in UNCERTAIN.items():
        found[name] = Kind(name, only[0], None, _COUNTS[name], _EXPECTED.get(name))
    return found


KINDS = _kinds()


def build(kind: Kind, random: Random, count: int, hue: str | None) -> Model:
    """Return a thing with so many parts: of a board so many rows or columns, of a card that many pips."""
    match kind.name:
        case "chessboard" | "noughts and crosses board":
            draw = boards.board if kind.name == "chessboard" else boards.noughts
            sides = (count, kind.usual or count)
            return draw(random, *(sides if random.random() < 0.5 else sides[::-1]))
        case "playing card":
            ranks = [rank for rank in boards.CARD_RANKS if abs(rank - count) <= 1]
            return boards.playing_card(random, count, random.choice(ranks))
        case _:
            return _BUILDS[kind.name](random, count, hue)


def faced(model: Model, kind: Kind, to_the_right: bool) -> Model:
    """Return it looking to the other side, where it has sides."""
    if not to_the_right or kind.name not in _SIDED:
        return model

    def flip(point: Point) -> Point:
        return -point[0], point[1]

    return model.moved(flip)
