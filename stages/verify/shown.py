"""Hold the points and boxes of an answer to what is seen of the scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vlcorpus.schemas.geometry import encode_coordinate
from vlcorpus.schemas.scenes.rows import Said, SceneRow
from vlcorpus.stages.verify.reader import Reading

Coordinates = tuple[int, ...]


def misshown(row: SceneRow, said: Said, read: Reading) -> Iterator[str]:
    """Yield what a text shows otherwise: another thing than its words name, or other coordinates."""
    if read.thing is not None and said.things != [read.thing]:
        yield f"{read.thing} is not {', '.join(said.things)}"
    if read.shown is not None and (seen := _seen(row, said, read.shown)) != read.shown:
        yield f"{read.shown} where there is {seen}"


def _seen(row: SceneRow, said: Said, shown: tuple[Coordinates, ...]) -> tuple[Coordinates, ...]:
    """Return where the text's place is, or its things, as boxes where boxes are shown."""
    if said.place is not None:
        return (_encoded(said.place.point_px, row),)
    things = {thing.name: thing for thing in row.things}
    with_boxes = any(len(coordinates) == 4 for coordinates in shown)
    return tuple(
        _encoded(things[name].bbox_px if with_boxes else things[name].point_px, row) for name in said.things
    )


def _encoded(pixels: Sequence[float], row: SceneRow) -> Coordinates:
    sides = (row.width_px, row.height_px)
    return tuple(encode_coordinate(value, sides[k % 2]) for k, value in enumerate(pixels))
