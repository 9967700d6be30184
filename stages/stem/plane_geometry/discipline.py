"""Plane geometry as a discipline: figures that are composed, drawn as things, and told by their claims."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.plane_geometry.compose import compose
from vlcorpus.stages.stem.plane_geometry.draw import things
from vlcorpus.stages.stem.plane_geometry.exact import XY, crossing, middle
from vlcorpus.stages.stem.plane_geometry.facts import claims
from vlcorpus.stages.stem.plane_geometry.figure import Figure


def compose_scene(random: Random) -> Scene:
    figure = compose(random)
    return Scene(
        family=figure.steps[0],
        steps=tuple(figure.steps),
        names=tuple(figure.points),
        truth=_truth(figure),
        things=things(figure),
        claims=claims(figure),
        places={expression: _exact(point) for expression, point in _places(figure)},
    )


def _places(figure: Figure) -> Iterator[tuple[Expression, XY]]:
    """Yield what can be pointed at: named points, and places that only an expression names."""
    named = set(figure.points.values())
    for name, point in figure.points.items():
        yield ("point", name), point
    for polygon in figure.polygons:
        if len(polygon) == 3:
            total = figure.points[polygon[0]] + figure.points[polygon[1]] + figure.points[polygon[2]]
            yield ("centroid", "".join(polygon)), total / 3
    for a, b in figure.drawn:
        half = middle(figure.points[a], figure.points[b])
        if half not in named:
            yield ("halfway", a + b), half
    for (a, b), (c, d) in combinations(figure.drawn, 2):
        if not {a, b} & {c, d}:
            shared = crossing(*(figure.points[name] for name in (a, b, c, d)))
            if shared is not None and shared not in named:
                yield ("crossing", a + b, c + d), shared
    for name, circle in figure.circles.items():
        if circle.center not in named:
            yield ("middle", name), circle.center


def _exact(point: XY) -> ExactPoint:
    return ExactPoint((str(point.x), str(point.y)), point.floats)


def _truth(figure: Figure) -> dict[str, Any]:
    """Return what schemas/stem/plane_geometry.py describes."""
    return {
        "points": {name: [str(point.x), str(point.y)] for name, point in figure.points.items()},
        "polygons": [list(polygon) for polygon in figure.polygons],
        "segments": [list(ends) for ends in figure.segments],
        "helpers": [list(ends) for ends in figure.helpers],
        "circles": {
            name: {
                "center": [str(circle.center.x), str(circle.center.y)],
                "radius_squared": str(circle.radius_squared),
            }
            for name, circle in figure.circles.items()
        },
        "centers": dict(figure.centers),
        "right_marks": [list(corner) for corner in figure.right_marks],
        "arcs": [[list(corner), count] for corner, count in figure.arcs],
        "ticks": [[list(ends), count] for ends, count in figure.ticks],
    }


DISCIPLINE = Discipline(
    name="plane_geometry",
    version="4",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("triangle_on_diameter",),
)
