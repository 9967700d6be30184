"""What can be said of a polyhedron as a whole: its kind, its parts, what of it is seen, its size."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import ZERO, write_number
from vlcorpus.stages.verify.solid_geometry.polyhedron import Polyhedron, outline
from vlcorpus.stages.verify.solid_geometry.space import (
    Vector,
    are_parallel,
    dot,
    length,
    part,
    square,
    twice_area,
)

_BASES = {3: "triangular", 4: "quadrangular", 5: "pentagonal", 6: "hexagonal"}


def kind(solid: Polyhedron, what: str) -> str:
    _the_solid(what)
    n_corners = Counter(map(len, solid.faces))
    if n_corners == {4: 6} and all(_is_rectangle(solid, face) for face in solid.faces):
        lengths = {square(_way(solid, edge)) for edge in solid.edges}
        return "cube" if len(lengths) == 1 else "cuboid"
    for n, base in _BASES.items():
        has_sides = n_corners == Counter({n: 2}) + Counter({4: n})
        if has_sides and n != 4 and all(_is_rectangle(solid, f) for f in solid.faces if len(f) != n):
            return f"{base} prism"
        if has_sides and n < 5 and _is_frustum(solid, n):
            return f"{base} frustum"
        if n_corners == Counter({n: 1}) + Counter({3: n}) and _has_a_top(solid, n):
            return f"{base} pyramid"
    if n_corners == {3: 8} and all(edges_at(solid, name) == "4" for name in solid.vertices):
        return "octahedron"
    raise Unknown("it is no solid that has a name here")


def count(solid: Polyhedron, what: str) -> str:
    match what:
        case "vertices":
            return str(len(solid.vertices))
        case "edges":
            return str(len(solid.edges))
        case "faces":
            return str(len(solid.faces))
        case "hidden_edges":
            return str(sum(_is_hidden(solid, edge) for edge in solid.edges))
        case "seen_faces":
            return str(sum(solid.is_seen(face) for face in solid.faces))
        case "points":
            return str(len(solid.points))
    raise Unknown(f"nothing says what {what!r} are")


def edges_at(solid: Polyhedron, name: str) -> str:
    if name not in solid.vertices:
        raise Unknown(f"there is no vertex {name!r}")
    return str(sum(name in edge for edge in solid.edges))


def hidden(solid: Polyhedron, name: str) -> str:
    edge = frozenset(name)
    if len(name) != 2 or edge not in solid.edges:
        raise Unknown(f"there is no edge {name!r}")
    return truth_value(_is_hidden(solid, edge))


def seen(solid: Polyhedron, face: str) -> str:
    return truth_value(solid.is_seen(solid.face(face)))


def role(solid: Polyhedron, name: str) -> str:
    ends = frozenset(name)
    if len(name) != 2 or len(ends) != 2 or not ends <= solid.vertices.keys():
        raise Unknown(f"{name!r} does not join two vertices")
    if ends in solid.edges:
        return "edge"
    return "face diagonal" if any(ends <= set(face) for face in solid.faces) else "space diagonal"


def common_edge(solid: Polyhedron, one: str, other: str) -> str:
    shared = set(outline(solid.face(one))) & set(outline(solid.face(other)))
    if len(shared) != 1:
        raise Unknown(f"{one} and {other} share {len(shared)} edges")
    return "".join(sorted(shared.pop()))


def opposite_face(solid: Polyhedron, face: str) -> str:
    normal = solid.normals[solid.face(face)]
    found = [other for other in solid.faces if other != face and are_parallel(normal, solid.normals[other])]
    if len(found) != 1:
        raise Unknown(f"{len(found)} faces are parallel to {face}")
    return found[0]


def section_shape(solid: Polyhedron, section: str) -> str:
    shapes = {3: "triangle", 4: "quadrilateral", 5: "pentagon", 6: "hexagon"}
    if section == "solid" and len(solid.sections) == 1:
        section = solid.sections[0]
    if section not in solid.sections or len(section) not in shapes:
        raise Unknown(f"there is no section {section!r}")
    return shapes[len(section)]


def volume(solid: Polyhedron, what: str) -> str:
    """Pyramids from one vertex over all faces: each a third of its base times its height."""
    _the_solid(what)
    top = next(iter(solid.vertices.values()))
    six_fold = ZERO
    for face in solid.faces:
        corners = [solid.vertices[name] for name in face]
        six_fold = six_fold + abs(dot(twice_area(corners), corners[0].to(top)))
    return write_number(part(six_fold, Fraction(1, 6)))


def surface_area(solid: Polyhedron, what: str) -> str:
    _the_solid(what)
    twice = ZERO
    for normal in solid.normals.values():
        twice = twice + length(normal)
    return write_number(part(twice, Fraction(1, 2)))


def _the_solid(what: str) -> None:
    if what != "solid":
        raise Unknown(f"nothing says what {what!r} is")


def _way(solid: Polyhedron, edge: frozenset[str]) -> Vector:
    start, end = edge
    return solid.vertices[start].to(solid.vertices[end])


def _is_hidden(solid: Polyhedron, edge: frozenset[str]) -> bool:
    return not any(solid.is_seen(face) for face in solid.faces_at(edge))


def _sides(solid: Polyhedron, face: str) -> list[Vector]:
    corners = [solid.vertices[name] for name in face]
    return [corners[k - 1].to(corner) for k, corner in enumerate(corners)]


def _is_rectangle(solid: Polyhedron, face: str) -> bool:
    """A flat polygon of four corners with right angles in all of them."""
    sides = _sides(solid, face)
    return len(face) == 4 and not any(dot(sides[k - 1], side) for k, side in enumerate(sides))


def _is_trapezoid(solid: Polyhedron, face: str) -> bool:
    a, b, c, d = _sides(solid, face)
    return are_parallel(a, c) != are_parallel(b, d)


def _has_a_top(solid: Polyhedron, n: int) -> bool:
    """Say whether all faces but a base have a vertex in common; with three corners each face is a base."""
    return any(
        set.intersection(*(set(face) for face in solid.faces if face != base))
        for base in solid.faces
        if len(base) == n
    )


def _is_frustum(solid: Polyhedron, n: int) -> bool:
    for one, other in combinations([face for face in solid.faces if len(face) == n], 2):
        first, second = solid.normals[one], solid.normals[other]
        others = [face for face in solid.faces if face not in (one, other)]
        if (
            are_parallel(first, second)
            and square(first) != square(second)
            and all(_is_trapezoid(solid, face) for face in others)
        ):
            return True
    return False
