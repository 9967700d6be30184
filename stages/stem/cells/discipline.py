"""Labelled cells as a discipline: animal and plant cells and bacteria, with letters for some parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.cells.cell import Cell, Part
from vlcorpus.stages.stem.cells.compose import compose
from vlcorpus.stages.stem.cells.draw import things
from vlcorpus.stages.stem.cells.facts import claims

_MANY = 5  # letters


def compose_scene(random: Random) -> Scene:
    cell = compose(random)
    is_colored = random.random() < 0.7
    n_labels = "few" if len(cell.labels) < _MANY else "many"
    return Scene(
        family=f"{cell.kind} with {n_labels} letters",
        steps=tuple(cell.steps),
        names=tuple(cell.labels),
        truth={
            "cell": cell.kind,
            "parts": [{"kind": part.kind, "at": list(part.at)} for part in cell.parts],
            "labels": dict(cell.labels),
        },
        things=things(cell, is_colored=is_colored),
        claims=claims(cell),
        places=dict(_places(cell)),
    )


def _places(cell: Cell) -> Iterator[tuple[Expression, ExactPoint]]:
    for letter, index in cell.labels.items():
        yield ("end", letter), _exact(cell.parts[index])
    counts = Counter(part.kind for part in cell.parts)
    for part in cell.parts:
        if counts[part.kind] == 1 and part.radius and part.kind != "cytoplasm":
            yield ("only", part.kind), _exact(part)


def _exact(part: Part) -> ExactPoint:
    x, y = part.at
    return ExactPoint((str(x), str(y)), (float(x), float(y)))


DISCIPLINE = Discipline(
    name="cells",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("bacterium with many letters",),
)
