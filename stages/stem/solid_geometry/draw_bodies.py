"""Round bodies as things to be drawn: outlines and circles, whose hindmost halves are dashed where hidden."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from vlcorpus.schemas.scenes.path import arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.solid_geometry.body import GROUND, Body

FLATTENING = 0.25  # of circles that are seen from a little above
_OUT = 0.9  # how far a height is measured beside its body
_TICK = 0.25


def things(bodies: Mapping[str, Body]) -> tuple[Thing, ...]:
    below = {body.on for body in bodies.values()}
    return (
        *(_thing(name, body, is_covered=name in below) for name, body in bodies.items()),
        *(measure for name, body in bodies.items() for measure in _measures(name, body)),
    )


def clear(body: Body) -> tuple[float, float]:
    """Return between which heights no line runs through the middle of a body: there its name stands."""
    low, high = body.at[1] + FLATTENING * body.radius, body.top
    if body.kind == "sphere":
        return low + body.radius, high
    if body.kind == "cone":
        return low, high - body.height / 3
    return low, high - FLATTENING * (body.top_radius or body.radius)


def _thing(name: str, body: Body, *, is_covered: bool) -> Thing:
    low, high = clear(body)
    tag = Tag(name, (body.at[0], (low + high) / 2), is_centered=True)
    return Thing(f"body {name}", body.kind, tuple(_shapes(body, is_covered=is_covered)), (tag,))


def _shapes(body: Body, *, is_covered: bool) -> Iterator[Shape]:
    (x, low), r, top = body.at, body.radius, body.top
    if body.kind == "sphere":
        middle = (x, low + r)
        yield Shape(Role.LINE, arc(middle, r))
        yield from _circle(middle[0], middle[1], r)
        return
    if body.on == GROUND:
        yield from _circle(x, low, r)
    if body.kind == "cone":
        # Where lines from the tip touch the circle, which is drawn as an ellipse.
        up = min(1.0, FLATTENING * r / body.height)
        y, reach = low + FLATTENING * r * up, r * math.sqrt(1 - up * up)
        yield Shape(Role.LINE, polyline([(x - reach, y), (x, top), (x + reach, y)]))
    elif body.kind == "hemisphere":
        yield Shape(Role.LINE, arc((x, low), r, 0, math.pi))
    else:
        above = body.top_radius or r
        for side in (-1, 1):
            yield Shape(Role.LINE, polyline([(x + side * r, low), (x + side * above, top)]))
        if is_covered:
            yield from _circle(x, top, above)
        else:
            yield Shape(Role.LINE, arc((x, top), (above, FLATTENING * above)))


def _circle(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Yield a level circle of which the hindmost half is hidden."""
    axes = (radius, FLATTENING * radius)
    yield Shape(Role.LINE, arc((x, y), axes, math.pi, math.pi))
    yield Shape(Role.DASHED, arc((x, y), axes, 0, math.pi))


def _measures(name: str, body: Body) -> Iterator[Thing]:
    """Yield what is written: radii in their circles, a height beside the body, to the right."""
    (x, low), r, top = body.at, body.radius, body.top
    for measure in body.measures:
        if measure == "height":
            right = x + r + _OUT
            lines = (
                [(right, low), (right, top)],
                *([(right - _TICK, y), (right + _TICK, y)] for y in (low, top)),
            )
            tag = Tag(f"h={body.height}", (right, (low + top) / 2), (right - 1, (low + top) / 2))
        else:
            radius = r if measure == "radius" else body.top_radius
            y = {"radius": low + (r if body.kind == "sphere" else 0), "top_radius": top}[measure]
            lines = ([(x, y), (x + radius, y)],)
            beside = (
                x + radius / 2,
                y - FLATTENING * radius if measure == "radius" else y + FLATTENING * radius,
            )
            tag = Tag(f"r={radius}", beside, (x + radius / 2, y))
        shapes = tuple(Shape(Role.MARK, polyline(line)) for line in lines)
        yield Thing(f"{measure} {name}", "measure", shapes, (tag,))
