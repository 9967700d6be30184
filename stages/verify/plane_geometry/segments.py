"""What can be said of points, segments and angles."""

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.figure import Figure, one_of
from vlcorpus.stages.verify.plane_geometry.vectors import (
    cross,
    cross_inside,
    distance_squared,
    dot,
    on_line,
    sign,
    strictly_inside,
)


def on(figure: Figure, point: str, name: str) -> str:
    """An end is on its segment, but not between its ends: neither yes nor no would be wrong."""
    place, segment = figure.point(point), figure.segment(name)
    if place in segment:
        raise Unknown(f"{point} is an end of {name}")
    return truth_value(strictly_inside(place, segment))


def midpoint(figure: Figure, name: str) -> str:
    start, end = figure.segment(name)
    return figure.name_at(start.x + end.x, start.y + end.y)


def meet(figure: Figure, one: str, other: str) -> str:
    first, second = figure.segment(one), figure.segment(other)
    if not cross_inside(first, second):
        raise Unknown(f"{one} and {other} do not cross inside both")
    found = [name for name, at in figure.points.items() if on_line(at, first) and on_line(at, second)]
    return one_of(found, f"a named point in which {one} and {other} cross")


def parallel(figure: Figure, one: str, other: str) -> str:
    """Schools disagree whether a line is parallel to itself."""
    (a, b), second = figure.segment(one), figure.segment(other)
    if cross(a.to(b), second[0].to(second[1])):
        return truth_value(False)
    if on_line(a, second):
        raise Unknown(f"{one} and {other} lie on one line")
    return truth_value(True)


def perpendicular(figure: Figure, one: str, other: str) -> str:
    (a, b), (c, d) = figure.segment(one), figure.segment(other)
    return truth_value(not dot(a.to(b), c.to(d)))


def equal(figure: Figure, one: str, other: str) -> str:
    first, second = figure.segment(one), figure.segment(other)
    return truth_value(distance_squared(*first) == distance_squared(*second))


def longer(figure: Figure, one: str, other: str) -> str:
    difference = distance_squared(*figure.segment(one)) - distance_squared(*figure.segment(other))
    if not difference:
        raise Unknown(f"{one} and {other} are equally long")
    return one if sign(difference) > 0 else other


def angle_kind(figure: Figure, name: str) -> str:
    arm, vertex, other = figure.angle(name)
    return {1: "acute", 0: "right", -1: "obtuse"}[sign(dot(vertex.to(arm), vertex.to(other)))]
