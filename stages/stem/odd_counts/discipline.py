"""Counter-intuitive counting as a discipline: things with more or fewer parts than usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene, Tag, Thing
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.odd_counts.compose import LETTERS, Group, bounds, compose
from vlcorpus.stages.stem.odd_counts.facts import claims, places
from vlcorpus.stages.stem.odd_counts.model import Model


def compose_scene(random: Random) -> Scene:
    group = compose(random)
    return Scene(
        family=group.kind.name,
        steps=group.steps,
        names=tuple(
            f" {letter}" for letter in LETTERS
        ),  # another letter says the same, another kind does not
        truth={
            "kind": group.kind.name,
            "objects": {name: _truth(model) for name, model in group.models.items()},
        },
        things=tuple(_things(group)),
        claims=claims(group),
        places={expression: _exact(point) for expression, point in places(group)},
    )


def _things(group: Group) -> Iterator[Thing]:
    for name, model in group.models.items():
        drawn = [(name, group.kind.name, model.body)]
        drawn += [
            (f"{part} {number} of {name}", part, one.shapes)
            for part, parts in model.parts.items()
            for number, one in enumerate(parts, start=1)
        ]
        drawn.append((f"front of {name}", group.kind.name, model.front))
        tags = _tags(name, group, model)
        for thing, kind, shapes in drawn:
            if shapes:
                yield Thing(thing, kind, shapes, tags)
                tags = ()


def _tags(name: str, group: Group, model: Model) -> tuple[Tag, ...]:
    found = []
    if len(group.models) > 1:
        left, low, right, high = bounds(model)
        middle = (left + right) / 2
        found.append(Tag(name[-1], (middle, low), away_from=(middle, high)))
    if word := model.word:
        found.append(Tag(word.text, word.at, room=word.room, on=word.on))
    return tuple(found)


def _exact(point: Point) -> ExactPoint:
    x, y = round(point[0]), round(point[1])
    return ExactPoint((str(x), str(y)), (x, y))


def _truth(model: Model) -> dict[str, Any]:
    """Return what schemas/stem/odd_counts.py describes of an object."""
    parts = {
        part: {
            "at": _integers(one.at for one in parts),
            "missing": _integers(model.missing.get(part, ())),
            "extra": _integers(model.extra.get(part, ())),
        }
        for part, parts in model.parts.items()
    }
    return {"parts": parts} | ({} if model.rank is None else {"rank": model.rank})


def _integers(points: Iterable[Point]) -> list[list[int]]:
    return [[round(x), round(y)] for x, y in points]


DISCIPLINE = Discipline(
    name="odd_counts",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("stork", "violin", "stop sign"),
)
