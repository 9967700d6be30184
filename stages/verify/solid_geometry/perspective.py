"""What of a polyhedron is seen in perspective: no lengths and no angles."""

from __future__ import annotations

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.solid_geometry import solids
from vlcorpus.stages.verify.solid_geometry.places import Place
from vlcorpus.stages.verify.solid_geometry.polyhedron import Polyhedron
from vlcorpus.stages.verify.solid_geometry.space import Vector, dot


def kind(solid: Polyhedron, what: str) -> str:
    """Raises Unknown where only measures tell a solid from another that looks alike."""
    found = solids.kind(solid, what)
    if found in ("cube", "cuboid") or found.endswith("frustum"):
        raise Unknown(f"nobody sees in perspective that it is a {found}")
    return found


def vertex(solid: Polyhedron, a: str) -> Place:
    if a not in solid.vertices or solid.eye is None:
        raise Unknown(f"there is no vertex {a!r} before an eye")
    way = solid.eye.to(solid.vertices[a])
    to_origin = Vector(-solid.eye.x, -solid.eye.y, -solid.eye.z)
    scale = float(dot(solid.sight, to_origin)) / float(dot(solid.sight, way))
    return scale * float(dot(solid.across, way)), scale * float(dot(solid.up, way))
