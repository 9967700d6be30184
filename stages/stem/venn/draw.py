"""A diagram as things to be drawn: shaded regions, the universe, curves, and what is written."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.venn.areas import areas
from vlcorpus.stages.stem.venn.compose import LETTER_ROOM
from vlcorpus.stages.stem.venn.contents import ELEMENT_SIZE
from vlcorpus.stages.stem.venn.diagram import Diagram, Place

_HUES = (None, None, "blue", "red", "green", "orange", "purple")
_STRENGTHS = (0.3, 0.5)  # of shading, on the surface


def region_name(region: str) -> str:
    return f"region {region}" if region else "region outside"


def things(diagram: Diagram, random: Random) -> tuple[Thing, ...]:
    return (
        *_shading(diagram, random),
        *_universe(diagram),
        *_sets(diagram),
        *_elements(diagram),
        *_counts(diagram),
    )


def _shading(diagram: Diagram, random: Random) -> Iterator[Thing]:
    hue, strength = random.choice(_HUES), random.uniform(*_STRENGTHS)
    if diagram.shaded:
        paths = areas(diagram.curves, diagram.frame)
        for region in diagram.shaded:
            yield Thing(region_name(region), "region", (Shape(Role.SHADE, paths[region], hue, strength),))


def _universe(diagram: Diagram) -> Iterator[Thing]:
    if diagram.frame:
        (left, low), (right, high) = diagram.frame
        box = polyline([(left, low), (right, low), (right, high), (left, high)], closed=True)
        yield Thing(
            f"universe {diagram.universe}",
            "universe",
            (Shape(Role.LINE, box),),
            (_letter(diagram, diagram.universe),),
        )


def _sets(diagram: Diagram) -> Iterator[Thing]:
    for name, curve in diagram.curves.items():
        yield Thing(f"set {name}", "set", (Shape(Role.LINE, curve.outline()),), (_letter(diagram, name),))


def _letter(diagram: Diagram, name: str) -> Tag:
    return Tag(name, diagram.letters_at[name], room=LETTER_ROOM)


def _elements(diagram: Diagram) -> Iterator[Thing]:
    for name, place in diagram.spots.items():
        yield _written(f"element {name}", "element", name, place)


def _counts(diagram: Diagram) -> Iterator[Thing]:
    for region, count in diagram.counts.items():
        yield _written(f"number {region or 'outside'}", "number", str(count), diagram.regions[region])


def _written(name: str, kind: str, text: str, place: Place) -> Thing:
    """Return a text as a thing: its pixels are those of the paper around it."""
    (x, y), (width, height) = place, ELEMENT_SIZE
    left, right, low, high = x - width / 2, x + width / 2, y - height / 2, y + height / 2
    box = polyline([(left, low), (right, low), (right, high), (left, high)], closed=True)
    return Thing(name, kind, (Shape(Role.SHADE, box, strength=0.0),), (Tag(text, place, room=ELEMENT_SIZE),))
