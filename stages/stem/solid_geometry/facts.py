"""What can be said of a drawn polyhedron: derived from coordinates in space and from the view.

A drawing does not tell lengths and angles in space. So of these is claimed what follows from the kind of the
solid (a cuboid's edges are perpendicular), and from lengths that are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.solid_geometry import LINES, ROLES, SECTIONS, SOLIDS
from vlcorpus.stages.stem.solid_geometry.lengths import measured
from vlcorpus.stages.stem.solid_geometry.solid import Solid, named
from vlcorpus.stages.stem.solid_geometry.space import cross, dot, is_zero, mean, minus

_BOXES = ("cube", "cuboid")


def claims(solid: Solid) -> tuple[Claim, ...]:
    """Return all that holds and can be seen, as schemas/stem/solid_geometry.py names it."""
    return (
        *_kind(solid),
        *_counts(solid),
        *_vertices(solid),
        *_edges(solid),
        *_faces(solid),
        *_edges_and_faces(solid),
        *_pairs_of_lines(solid),
        *_points(solid),
        *_segments(solid),
        *measured(solid),
    )


def _all_edges(solid: Solid) -> tuple[str, ...]:
    return tuple(f"segment {edge}" for edge in solid.shell.edges)


def _kind(solid: Solid) -> Iterator[Claim]:
    """A cube is a cuboid of equal edges: only written lengths tell it."""
    kind = solid.shell.kind
    if kind == "cube" and not solid.lengths:
        return
    wrong = [other for other in SOLIDS if other != kind and not (kind == "cube" and other == "cuboid")]
    yield Claim(("kind", "solid"), kind, _all_edges(solid), tuple(wrong))


def _counts(solid: Solid) -> Iterator[Claim]:
    edges = _all_edges(solid)
    counts = {
        "vertices": len(solid.shell.vertices),
        "edges": len(edges),
        "faces": len(solid.shell.faces),
        "hidden_edges": sum(map(solid.is_hidden, solid.shell.edges)),
        "seen_faces": sum(map(solid.is_seen, solid.shell.faces)),
    }
    for what, number in counts.items():
        yield Claim(("count", what), str(number), edges, _near(number))
    points = tuple(f"point {name}" for name in solid.points)
    yield Claim(("count", "points"), str(len(points)), points, _near(len(points)))


def _vertices(solid: Solid) -> Iterator[Claim]:
    for letter in solid.shell.vertices:
        seen = tuple(f"segment {edge}" for edge in solid.shell.edges if letter in edge)
        yield Claim(("edges_at", letter), str(len(seen)), seen, _near(len(seen)))


def _edges(solid: Solid) -> Iterator[Claim]:
    for edge in solid.shell.edges:
        yield Claim(("hidden", edge), truth_value(solid.is_hidden(edge)), (f"segment {edge}",))


def _faces(solid: Solid) -> Iterator[Claim]:
    shell = solid.shell
    for face in shell.faces:
        yield Claim(("seen", face), truth_value(solid.is_seen(face)), _rim(face))
    for one, other in combinations(shell.faces, 2):
        seen = (*_rim(one), *_rim(other))
        edge = next((edge for edge, faces in shell.edges.items() if set(faces) == {one, other}), None)
        if edge:
            rivals = [e for e in shell.edges if e != edge and set(shell.edges[e]) != {one, other}]
            yield Claim(("common_edge", one, other), edge, seen, tuple(rivals))
        elif is_zero(cross(shell.normals[one], shell.normals[other])):
            for face, opposite in ((one, other), (other, one)):
                rivals = [f for f in shell.faces if f not in (one, other)]
                yield Claim(("opposite_face", face), opposite, seen, tuple(rivals))


def _edges_and_faces(solid: Solid) -> Iterator[Claim]:
    """What is so in every solid of the kind: of prisms, which stand upright here, and of cuboids."""
    shell = solid.shell
    if not (shell.kind in _BOXES or shell.kind.endswith("prism")):
        return
    for edge in shell.edges:
        for face in shell.faces if shell.kind in _BOXES else shell.faces[:2]:
            seen, way = (f"segment {edge}", *_rim(face)), solid.direction(edge)
            is_parallel = dot(way, shell.normals[face]) == 0
            is_upright = is_zero(cross(way, shell.normals[face]))
            if not set(edge) <= set(face):
                yield Claim(("face_parallel", edge, face), truth_value(is_parallel), seen)
            yield Claim(("face_perpendicular", edge, face), truth_value(is_upright), seen)


def _pairs_of_lines(solid: Solid) -> Iterator[Claim]:
    """Pairs of which one is no edge, or an edge at the first vertex: of all edges there are too many."""
    first = next(iter(solid.shell.vertices))
    for one, other in combinations(solid.lines, 2):
        is_edge = one in solid.shell.edges, other in solid.shell.edges
        if all(is_edge) and first not in one + other:
            continue
        u, v = solid.direction(one), solid.direction(other)
        apart = minus(solid.places[other[0]], solid.places[one[0]])
        turn = cross(u, v)
        seen = (f"segment {one}", f"segment {other}")
        if is_zero(turn):
            if is_zero(cross(u, apart)):
                continue  # on one line
            how = "parallel"
            if all(is_edge) and (solid.shell.kind in _BOXES or solid.shell.kind.endswith("prism")):
                yield Claim(("equal", one, other), truth_value(True), seen)
        else:
            how = "skew" if dot(turn, apart) else "intersecting"
        if how != "intersecting" or set(one) & set(other):
            yield Claim(("lines", one, other), how, seen, _others(how, LINES))
        if set(one) & set(other) and any(is_edge) and _tells_angle(solid, one, other):
            yield Claim(("perpendicular", one, other), truth_value(dot(u, v) == 0), seen)


def _tells_angle(solid: Solid, one: str, other: str) -> bool:
    """Tell whether all solids of this kind have the same angle: right, or not."""
    if solid.shell.kind in _BOXES:
        return True
    in_base = [_lies_in_a_base(solid, line) for line in (one, other)]
    upright = [line in solid.shell.edges and not _lies_in_a_base(solid, line) for line in (one, other)]
    is_both = (in_base[0] and upright[1]) or (in_base[1] and upright[0])
    return solid.shell.kind.endswith("prism") and is_both


def _lies_in_a_base(solid: Solid, line: str) -> bool:
    return any(set(line) <= set(face) for face in solid.shell.faces[:2])


def _points(solid: Solid) -> Iterator[Claim]:
    for name, point in solid.points.items():
        here = solid.shell.faces_at(point)
        for edge, faces in solid.shell.edges.items():
            a, b = (solid.places[letter] for letter in edge)
            if set(faces) <= set(here) and point == mean((a, b)):
                both = (f"point {name}", f"segment {edge}")
                yield Claim(("midpoint", edge), name, both, _others(name, solid.places))
        if len(here) > 1:  # on an edge: elsewhere a drawing does not tell how deep it lies
            for face in solid.shell.faces:
                seen = (f"point {name}", *_rim(face))
                yield Claim(("on_face", name, face), truth_value(face in here), seen)


def _segments(solid: Solid) -> Iterator[Claim]:
    for line in solid.segments:
        if set(line) <= set(solid.shell.vertices):
            role = "face diagonal" if line in solid.diagonals(in_faces=True) else "space diagonal"
            yield Claim(("role", line), role, (f"segment {line}",), _others(role, ROLES))
    for section in solid.sections:
        shape = SECTIONS[len(section) - 3]
        yield Claim(("section_shape", section), shape, _rim(section), _others(shape, SECTIONS))


def _rim(polygon: str) -> tuple[str, ...]:
    return tuple(f"segment {named(polygon[n - 1], polygon[n])}" for n in range(len(polygon)))


def _others(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 2), count + 4) if other != count)
