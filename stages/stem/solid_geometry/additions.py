"""What is drawn in a solid, one construction at a time: diagonals, midpoints, heights, plane sections."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.solid_geometry.solid import Solid, named
from vlcorpus.stages.stem.solid_geometry.space import (
    Vector,
    along,
    cross,
    dot,
    is_zero,
    mean,
    minus,
)

Addition = Callable[[Solid], None]
ADDITIONS: dict[str, Addition] = {}
_HALF = Fraction(1, 2)
_PARTS = tuple(map(Fraction, ("1/3", "2/3", "1/4", "3/4")))
_MAX_SIDES = 6


def addition(build: Addition) -> Addition:
    ADDITIONS[build.__name__] = build
    return build


@addition
def space_diagonal(solid: Solid) -> None:
    solid.draw(*solid.pick(solid.diagonals(in_faces=False), "no diagonal goes through the solid"))


@addition
def face_diagonal(solid: Solid) -> None:
    solid.draw(*solid.pick(solid.diagonals(in_faces=True), "no face has a diagonal"))


@addition
def two_face_diagonals(solid: Solid) -> None:
    """Diagonals of two faces, which may meet in a vertex, be parallel, or skew."""
    lines = solid.diagonals(in_faces=True)
    if len(lines) < 2:
        raise Unfit("no two faces have diagonals")
    for line in solid.random.sample(lines, 2):
        solid.draw(*line)


@addition
def face_center(solid: Solid) -> None:
    """Both diagonals of a quadrangle, and where they meet."""
    faces = [face for face in solid.shell.faces if _is_parallelogram(solid, face)]
    face = solid.pick(faces, "no face has a centre")
    _draw_diagonals(solid, face)
    solid.name(mean(solid.places[letter] for letter in face), "OQUVWXYZ")


@addition
def edge_midpoint(solid: Solid) -> None:
    _on_edge(solid, _HALF)


@addition
def point_on_edge(solid: Solid) -> None:
    _on_edge(solid, solid.random.choice(_PARTS))


@addition
def midpoints_joined(solid: Solid) -> None:
    one, other = solid.random.sample(list(solid.shell.edges), 2)
    solid.draw(*(solid.name(_middle(solid, edge)) for edge in (one, other)))


@addition
def vertex_joined_to_midpoint(solid: Solid) -> None:
    middle = _on_edge(solid, _HALF)
    here = solid.shell.faces_at(solid.points[middle])
    others = [letter for letter in solid.shell.vertices if not any(letter in face for face in here)]
    solid.draw(middle, solid.pick(others, "all vertices lie in the faces of the midpoint"))


@addition
def point_joined(solid: Solid) -> None:
    """Join a named point to a vertex."""
    point = solid.pick(list(solid.points), "no point is named")
    solid.draw(point, solid.random.choice(list(solid.shell.vertices)))


@addition
def pyramid_height(solid: Solid) -> None:
    if not solid.shell.kind.endswith("pyramid"):
        raise Unfit("it is no pyramid")
    base = solid.shell.faces[0]
    (apex,) = (letter for letter in solid.shell.vertices if letter not in base)
    x, y, _ = solid.places[apex]
    if (x, y, 0) in solid.places.values():
        raise Unfit("the height is an edge")
    if len(base) == 4:
        _draw_diagonals(solid, base)
    solid.draw(apex, solid.name((x, y, 0), "OHQU"))


@addition
def corner_section(solid: Solid) -> None:
    """The plane through three points of the edges that meet in a vertex."""
    vertex = solid.random.choice(list(solid.shell.vertices))
    edges = [edge for edge in solid.shell.edges if vertex in edge]
    if len(edges) != 3:
        raise Unfit("more than three edges meet")
    part = solid.random.choice((_HALF, Fraction(2, 3), Fraction(1)))
    ends = [edge.replace(vertex, "") for edge in edges]
    _cut(solid, [along(solid.places[vertex], solid.places[end], part) for end in ends])


@addition
def section_through_vertices(solid: Solid) -> None:
    letters = solid.random.sample(list(solid.shell.vertices), 3)
    _cut(solid, [solid.places[letter] for letter in letters])


@addition
def section_through_midpoints(solid: Solid) -> None:
    edges = solid.random.sample(list(solid.shell.edges), 3)
    _cut(solid, [_middle(solid, edge) for edge in edges])


@addition
def parallel_section(solid: Solid) -> None:
    """A plane parallel to a face, through the middles of the edges that leave it."""
    face = solid.random.choice(solid.shell.faces)
    leaving = [edge for edge in solid.shell.edges if sum(letter in face for letter in edge) == 1]
    middles = [_middle(solid, edge) for edge in leaving[:3]]
    if len({solid.shell.offset(face, middle) for middle in middles}) != 1:
        raise Unfit("the section is not parallel")
    _cut(solid, middles)


@addition
def written_lengths(solid: Solid) -> None:
    """The lengths of a cuboid's three edges at a vertex, in front where there is room."""
    if solid.shell.kind not in ("cube", "cuboid"):
        raise Unfit("lengths do not tell what it is")
    if solid.lengths:
        raise Unfit("lengths are written already")
    vertex = solid.random.choice(list(solid.shell.vertices))
    edges = [edge for edge in solid.shell.edges if vertex in edge]
    if any(solid.is_hidden(edge) for edge in edges):
        raise Unfit("an edge is hidden")
    solid.lengths += edges


def _draw_diagonals(solid: Solid, face: str) -> None:
    """Draw both diagonals of a quadrangle, if they are not there."""
    for line in (named(face[0], face[2]), named(face[1], face[3])):
        if line not in solid.segments:
            solid.draw(*line)


def _cut(solid: Solid, through: list[Vector]) -> None:
    """Draw the section by the plane of three points. Raises Unfit where it holds a face, or no solid part."""
    a, b, c = through[:3]
    normal = cross(minus(b, a), minus(c, a))
    if solid.sections or is_zero(normal):
        raise Unfit("there is no plane, or a section already")
    found: list[Vector] = []
    for edge in solid.shell.edges:
        p, q = (solid.places[letter] for letter in edge)
        low, high = dot(normal, minus(p, a)), dot(normal, minus(q, a))
        if low == high == 0:
            found += [p, q]
        elif low * high <= 0:
            found.append(along(p, q, Fraction(low) / (low - high)))
    corners = list(dict.fromkeys(found))
    if not 3 <= len(corners) <= _MAX_SIDES:
        raise Unfit("the section has too few or too many sides")
    section = "".join(solid.name(corner) for corner in _in_order(normal, corners))
    if any(set(section) <= set(face) for face in solid.shell.faces):
        raise Unfit("the section is a face")
    solid.sections.append(section)


def _in_order(normal: Vector, corners: list[Vector]) -> list[Vector]:
    """Return the corners of a flat convex polygon once round. Floats do: no two lie the same way."""
    middle = mean(corners)
    right = minus(corners[0], middle)
    ahead = cross(normal, right)
    stretch = float(dot(ahead, ahead) / dot(right, right)) ** 0.5  # `ahead` is so much longer than `right`

    def turn(corner: Vector) -> float:
        way = minus(corner, middle)
        return math.atan2(float(dot(way, ahead)) / stretch, float(dot(way, right)))

    return sorted(corners, key=turn)


def _on_edge(solid: Solid, part: Fraction) -> str:
    edge = solid.pick([e for e in solid.shell.edges if not _has_point(solid, e)], "every edge has a point")
    return solid.name(along(solid.places[edge[0]], solid.places[edge[1]], part))


def _has_point(solid: Solid, edge: str) -> bool:
    faces = solid.shell.edges[edge]
    return any(set(faces) <= set(solid.shell.faces_at(point)) for point in solid.points.values())


def _middle(solid: Solid, edge: str) -> Vector:
    return mean(solid.places[letter] for letter in edge)


def _is_parallelogram(solid: Solid, face: str) -> bool:
    if len(face) != 4:
        return False
    a, b, c, d = (solid.places[letter] for letter in face)
    return minus(b, a) == minus(c, d)
