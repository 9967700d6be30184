"""What can be pointed at: cells of a table, and nuclei of diagrams of shells."""

from __future__ import annotations

from collections.abc import Iterator

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import ExactPoint
from vlcorpus.stages.stem.periodic_table.draw_atoms import APART
from vlcorpus.stages.stem.periodic_table.draw_table import middle
from vlcorpus.stages.stem.periodic_table.picture import Picture


def places(picture: Picture) -> Iterator[tuple[Expression, ExactPoint]]:
    for cell in picture.cells:
        if cell.letter:
            yield ("cell", cell.letter), _exact(middle(cell))
        if cell.name:
            yield ("cell_of", cell.element.symbol), _exact(middle(cell))
    if picture.kind == "shells":
        for k, name in enumerate(picture.atoms):
            yield ("nucleus", name), _exact((APART * k, 0.0))


def _exact(at: Point) -> ExactPoint:
    x, y = at
    return ExactPoint((str(round(x)), str(round(y))), at)
