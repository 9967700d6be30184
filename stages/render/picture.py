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

_STYLE_DRAWS = 20  # of a scene with colours: some styles leave nothing of them


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

    Raises Unfit where a label finds no room, and where a thing or a label is wholly hidden.
    """
    style = _style_of(scene, styles, side_px, stream("style"))
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


def _style_of(scene: Scene, styles: dict[str, float], side_px: tuple[int, int], random: Random) -> Style:
    """Return a style. Raises Unfit where colours by which things are told are lost in all that are drawn."""
    is_colored = any(shape.hue for thing in scene.things for shape in thing.shapes)
    for _ in range(_STYLE_DRAWS):
        style = draw_style(random, styles, *side_px)
        if not (is_colored and style.wear in COLORLESS):
            return style
    raise Unfit("the image would be grey")
