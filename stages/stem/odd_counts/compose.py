"""Scenes of one thing, of twins, of a row in which one is odd, and of several that differ."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.odd_counts.kinds import HUES, KINDS, Kind, build, faced
from vlcorpus.stages.stem.odd_counts.model import Model

LETTERS = "ABCDEF"
_UNUSUAL = 0.7  # share of lone things that are not as usual
_GAP, _LABEL_ROOM = 0.22, 0.3  # between things, of their size


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind, by their names, in their places."""

    kind: Kind
    models: dict[str, Model]
    steps: tuple[str, ...]


def compose(random: Random) -> Group:
    family = random.choices(list(FAMILIES), [share for share, _ in FAMILIES.values()])[0]
    kind = KINDS[random.choice(list(KINDS))]
    counts = FAMILIES[family][1](random, kind)
    hue, to_the_right = random.choice(HUES), random.random() < 0.5
    models = [faced(build(kind, random, count, hue), kind, to_the_right) for count in counts]
    if len(counts) == 1:
        named = {kind.name: _placed(models[0], (0, 0))}
    else:
        named = {
            f"{kind.name} {letter}": _placed(model, at)
            for letter, model, at in zip(LETTERS, models, _grid(models, random), strict=False)
        }
    return Group(kind, named, (family, kind.name))


def _one(random: Random, kind: Kind) -> list[int]:
    if kind.usual is not None and random.random() > _UNUSUAL:
        return [kind.usual]
    return [random.choice(kind.unusual())]


def _twins(random: Random, kind: Kind) -> list[int]:
    """Return the usual number and another; of what has no usual one, any two."""
    first = random.choice(kind.counts) if kind.usual is None else kind.usual
    other = random.choice([count for count in kind.counts if count != first])
    return random.sample([first, other], 2)


def _odd_one(random: Random, kind: Kind) -> list[int]:
    """Return equal numbers, and one other."""
    _check_not_fine(kind)
    many, one = random.sample(list(kind.counts), 2)
    counts = [many] * random.randint(2, 4)
    counts.insert(random.randint(0, len(counts)), one)
    return counts


def _collection(random: Random, kind: Kind) -> list[int]:
    _check_not_fine(kind)
    return [random.choice(kind.counts) for _ in range(random.randint(3, 6))]


def _check_not_fine(kind: Kind) -> None:
    if kind.is_fine:
        raise Unfit("its parts are too fine to be counted on many")


FAMILIES: dict[str, tuple[float, Callable[[Random, Kind], list[int]]]] = {
    "one": (1.5, _one),
    "twins": (2, _twins),
    "odd one": (3, _odd_one),
    "collection": (4, _collection),
}


def _placed(model: Model, at: Point) -> Model:
    """Return it with the middle of its box at a place, its places on integers."""
    left, low, right, high = bounds(model)
    dx, dy = round(at[0] - (left + right) / 2), round(at[1] - (low + high) / 2)
    return model.moved(lambda point: (point[0] + dx, point[1] + dy))


def _grid(models: list[Model], random: Random) -> list[Point]:
    """Return places in rows, far enough apart for the largest model and a letter below it."""
    boxes = [bounds(model) for model in models]
    width = max(right - left for left, _, right, _ in boxes)
    height = max(high - low for _, low, _, high in boxes)
    columns = math.ceil(math.sqrt(len(models)))
    if len(models) == 2 and (width > 1.6 * height or random.random() < 0.2):
        columns = 1
    across, down = width * (1 + _GAP), height + _LABEL_ROOM * max(width, height)
    return [(n % columns * across, -(n // columns) * down) for n in range(len(models))]


def bounds(model: Model) -> tuple[float, float, float, float]:
    """Return left, low, right and high of all that is drawn."""
    xs, ys = zip(*(point for shape in model.shapes() for point in shape.path.points()), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
