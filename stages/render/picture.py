"""A scene as an image, in a style that is drawn for it, with what is seen of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from vlcorpus.schemas.scenes.claims import to_json
from vlcorpus.schemas.scenes.rows import Place, SeenThing
from vlcorpus.schemas.scenes.scene import Scene, Unfit
from vlcorpus.stages.render.canvas import paint, paint_objects
from vlcorpus.stages.render.drawing import seen_from
from vlcorpus.stages.render.labels import add_labels
from vlcorpus.stages.render.layout import place
from vlcorpus.stages.render.style import Style, draw_style
from vlcorpus.stages.render.visible import seen_objects
from vlcorpus.stages.render.wear import COLORLESS, encode_worn, view_of


@dataclass(frozen=True, slots=True)
class Picture:
    style: Style
    image: bytes
    format: str
    things: list[SeenThing]
    places: list[Place]


def draw_picture(
    scene: Scene,
    styles: dict[str, float],
    side_px: tuple[int, int],
    stream: Callable[[str], Random],
) -> Picture:
    """Return the scene's image. Each kind of choice draws from a `stream` of its own.

    Raises Unfit where a label finds no room, where a thing or a label is wholly hidden, and where colours by
    which things are told would be lost.
    """
    style = draw_style(stream("style"), styles, *side_px)
    if style.wear in COLORLESS and any(shape.hue for thing in scene.things for shape in thing.shapes):
        raise Unfit("the image would be grey")
    placed = place(scene, style, stream("hand"))
    kept_free = placed.drawing.without_ground()
    objects = paint_objects(kept_free)
    drawing, tags = add_labels(scene, placed, style, objects)
    wear = stream("wear")
    view = view_of(style.wear, style.width_px, style.height_px, wear)
    drawing = replace(drawing, view=view)
    # Labels are painted last: where the sheet lies straight and has no ground, the map lacks only them.
    is_begun = view is None and kept_free == placed.drawing
    objects = paint_objects(drawing.of(tags), objects) if is_begun else paint_objects(drawing)
    seen = seen_objects(drawing, objects)
    names = [(thing.name, thing.kind) for thing in scene.things]
    names += [(f"label {tag.text}", "label") for tag in tags.values()]
    things = []
    for number, (name, kind) in enumerate(names, start=1):
        if number not in seen:
            raise Unfit(f"a {kind} is hidden")
        found = seen[number]
        things.append(
            SeenThing(
                name=name,
                kind=kind,
                bbox_px=list(map(float, found.box)),
                point_px=[value + 0.5 for value in found.spot],
                n_pixels=found.n_pixels,
                visible=found.fraction,
            )
        )
    places = [
        Place(
            expression=to_json(expression),
            exact=list(point.exact),
            point_px=list(seen_from(drawing.view, placed.to_px(point.at))),
        )
        for expression, point in scene.places.items()
    ]
    image, format = encode_worn(paint(drawing), style.wear, wear)
    return Picture(style, image, format, things, places)
