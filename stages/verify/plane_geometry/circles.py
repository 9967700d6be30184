"""What can be said of a circle, by squares alone: no radius is ever needed, only its square."""

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.figure import Circle, Figure
from vlcorpus.stages.verify.plane_geometry.vectors import (
    Point,
    Segment,
    cross,
    distance_squared,
    dot,
    inside_polygon,
    on_segment,
    sides,
    sign,
)

POSITIONS = {-1: "inside", 0: "on", 1: "outside"}


def center(figure: Figure, name: str) -> str:
    """The name that the figure gives the centre; else the point that lies there."""
    circle = figure.circle(name)
    if name in figure.centers:
        return figure.centers[name]
    return figure.name_at(circle.center.x + circle.center.x, circle.center.y + circle.center.y)


def role(figure: Figure, segment: str, name: str) -> str:
    """Return the narrowest word: a diameter is a chord too. Raises Unknown for what is none of the four."""
    ends, circle = figure.segment(segment), figure.circle(name)
    n_on = sum(_side(end, circle) == 0 for end in ends)
    if n_on == 2:
        return "diameter" if on_segment(circle.center, ends) else "chord"
    if n_on == 1 and circle.center in ends:
        return "radius"
    if _touches(ends, circle):
        return "tangent"
    raise Unknown(f"{segment} is no radius, diameter, chord or tangent of {name}")


def position(figure: Figure, point: str, name: str) -> str:
    place = figure.point(point)
    if name in figure.circles:
        return POSITIONS[_side(place, figure.circle(name))]
    corners = figure.polygon(name)
    if any(on_segment(place, side) for side in sides(corners)):
        return "on"
    return "inside" if inside_polygon(place, corners) else "outside"


def inscribed(figure: Figure, polygon: str, name: str) -> str:
    corners, circle = figure.polygon(polygon), figure.circle(name)
    return truth_value(all(_side(corner, circle) == 0 for corner in corners))


def touches(figure: Figure, name: str, polygon: str) -> str:
    """A circle that touches all sides does so from inside.

    From one side's point of touch the outline leads on around the circle to the next: at a corner it leaves
    one tangent for the other, and never turns back. So it goes around the centre.
    """
    circle, corners = figure.circle(name), figure.polygon(polygon)
    return truth_value(all(_touches(side, circle) for side in sides(corners)))


def circles(figure: Figure, one: str, other: str) -> str:
    """With radii r, s and centres d apart: d against r+s and r-s, by squares d**2-r**2-s**2 against 2rs."""
    first, second = figure.circle(one), figure.circle(other)
    apart = distance_squared(first.center, second.center)
    if not apart:
        if first.radius_squared == second.radius_squared:
            raise Unknown(f"{one} and {other} are one circle")
        return "concentric"
    excess = apart - first.radius_squared - second.radius_squared
    product = first.radius_squared * second.radius_squared
    twice = product + product
    against = sign(excess * excess - (twice + twice))
    if against == 0:
        return "tangent"
    if against < 0:
        return "intersecting"
    return "separate" if sign(excess) > 0 else "nested"


def _side(place: Point, circle: Circle) -> int:
    return sign(distance_squared(place, circle.center) - circle.radius_squared)


def _touches(segment: Segment, circle: Circle) -> bool:
    """Say whether the line is a radius away from the centre, and its foot lies on the segment."""
    start, end = segment
    way, to_center = start.to(end), start.to(circle.center)
    area, length, along = cross(way, to_center), dot(way, way), dot(way, to_center)
    return area * area == circle.radius_squared * length and sign(along) >= 0 and along <= length
