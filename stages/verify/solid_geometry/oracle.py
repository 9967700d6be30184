"""The oracle of drawn solids: the operations of `schemas/stem/solid_geometry.py` on one of five scenes."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Contradiction, Oracle
from vlcorpus.stages.verify.solid_geometry import (
    bodies,
    lines,
    nets,
    perspective,
    places,
    solids,
    stacks,
)
from vlcorpus.stages.verify.solid_geometry.polyhedron import read_polyhedron


class Scene(NamedTuple):
    """A kind of scene: how it is opened, what can be asked of it, and what can be pointed at."""

    read: Callable[[Mapping[str, Any]], Any]
    operations: Mapping[str, Callable[..., str]]
    places: Mapping[str, Callable[..., tuple[float, float]]]


def _named(*functions: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    return {function.__name__: function for function in functions}


SEEN_IN_ANY_VIEW = (
    solids.count,
    solids.edges_at,
    solids.hidden,
    solids.seen,
    solids.role,
    solids.common_edge,
    solids.opposite_face,
    solids.section_shape,
    lines.on_face,
)
SCENES = {  # by the key of the truth that only such scenes have
    "vertices": Scene(
        read_polyhedron,
        _named(
            *SEEN_IN_ANY_VIEW,
            solids.kind,
            solids.volume,
            solids.surface_area,
            lines.lines,
            lines.perpendicular,
            lines.equal,
            lines.longer,
            lines.length,
            lines.midpoint,
            lines.face_parallel,
            lines.face_perpendicular,
        ),
        _named(places.vertex, places.point, places.halfway, places.face_middle, places.solid_center),
    ),
    "bodies": Scene(
        bodies.read_bodies,
        _named(
            bodies.kind,
            bodies.count,
            bodies.stands_on,
            bodies.right_of,
            bodies.radius,
            bodies.height,
            bodies.top_radius,
            bodies.diameter,
            bodies.wider,
            bodies.higher,
            bodies.volume_in_pi,
            bodies.flat_faces,
        ),
        _named(bodies.axis_top, bodies.base_center, bodies.body_middle),
    ),
    "heights": Scene(
        stacks.read_stacks,
        _named(
            stacks.count, stacks.height, stacks.higher, stacks.same_height, stacks.squares, stacks.columns
        ),
        _named(stacks.stack),
    ),
    "net": Scene(
        nets.read_net, _named(nets.opposite, nets.neighbours, nets.touch, nets.row_of), _named(nets.square)
    ),
}
IN_PERSPECTIVE = Scene(
    read_polyhedron,
    _named(*SEEN_IN_ANY_VIEW, perspective.kind, lines.lines),
    _named(perspective.vertex),
)


class SolidGeometry(Oracle):
    """One scene. Every answer is exact; places are rounded."""

    def __init__(self, truth: Mapping[str, Any]):
        found = [key for key in SCENES if key in truth]
        if len(found) != 1:
            raise Contradiction(f"the truth is of {len(found)} kinds of scenes")
        scene = SCENES[found[0]]
        if "eye" in truth.get("view", {}):
            if found != ["vertices"]:
                raise Contradiction(f"{found[0]} are not seen in perspective")
            scene = IN_PERSPECTIVE
        self._operations, self._places = scene.operations, scene.places
        self._scene = scene.read(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(self._operations, self._scene, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(self._places, self._scene, expression, self.value)


ORACLE = SolidGeometry
