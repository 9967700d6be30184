"""Places to point at, and things to frame, as JSON answers. Source: docs/formats.md §3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vlcorpus.schemas.geometry import BoxPx, encode_box, encode_coordinate
from vlcorpus.schemas.qwenvl.places import places_json
from vlcorpus.schemas.scenes.claims import from_json
from vlcorpus.schemas.scenes.rows import Said, SceneRow, SeenThing
from vlcorpus.stages.generate.voice import Voice


def point(voice: Voice, row: SceneRow, max_points: int) -> Iterator[Said]:
    """Yield places, first one of each kind: named points are the most, and only need reading."""
    expressions = [from_json(place.expression) for place in row.places]
    order = voice.in_turns([str(expression[0]) for expression in expressions])
    for index in order[: voice.random.randint(1, max_points)]:
        place = row.places[index]
        if text := voice.refer(expressions[index]):
            at = encode_point(row, place.point_px)
            yield replace(_said(voice, "point", text, at), place=place)


def frame(voice: Voice, row: SceneRow, min_visible: float, max_boxes: int) -> Iterator[Said]:
    """Yield things, first one of each kind, as far as the phrasebook says that the kind can be framed."""
    things = [
        thing
        for thing in row.things
        if thing.visible >= min_visible and voice.has("refers", ("box", thing.kind, thing.name))
    ]
    order = voice.in_turns([thing.kind for thing in things])
    for index in order[: voice.random.randint(1, max_boxes)]:
        thing = things[index]
        text, box = voice.refer(("box", thing.kind, thing.name)), box_of(row, thing)
        if text and box:
            yield replace(_said(voice, "box", text, box), things=[thing.name])


def encode_point(row: SceneRow, point_px: list[float]) -> tuple[int, int]:
    x, y = point_px
    return encode_coordinate(x, row.width_px), encode_coordinate(y, row.height_px)


def box_of(row: SceneRow, thing: SeenThing) -> tuple[int, ...] | None:
    """Return the thing's box in 0..999; None where it is too small to have one."""
    return encode_box(BoxPx(*thing.bbox_px), row.width_px, row.height_px)


def _said(voice: Voice, kind: str, text: str, coordinates: tuple[int, ...]) -> Said:
    answer = places_json([(coordinates, text.removeprefix("the "))])  # labels have no article
    return Said(kind=kind, lang=voice.lang, style="json", text=text, claims="[]", answer=answer)
