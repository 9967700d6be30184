"""Where the places of a figure are that can be pointed at; the first numbers here that are rounded."""

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.figure import Figure
from vlcorpus.stages.verify.plane_geometry.vectors import Point, cross, cross_inside

Place = tuple[float, float]


def point(figure: Figure, name: str) -> Place:
    return _mean(figure, figure.point(name))


def centroid(figure: Figure, name: str) -> Place:
    """Raises Unknown for more corners: their mean is another place than the centre of gravity."""
    if len(name) != 3:
        raise Unknown(f"{name} is no triangle")
    return _mean(figure, *figure.polygon(name))


def halfway(figure: Figure, name: str) -> Place:
    return _mean(figure, *figure.segment(name))


def middle(figure: Figure, name: str) -> Place:
    return _mean(figure, figure.circle(name).center)


def crossing(figure: Figure, one: str, other: str) -> Place:
    """How far A is from the line CD, of how far A and B are together, is how far along AB they cross."""
    first, second = figure.segment(one), figure.segment(other)
    if not cross_inside(first, second):
        raise Unknown(f"{one} and {other} do not cross inside both")
    (a, b), (c, d) = first, second
    way = c.to(d)
    share = float(cross(way, c.to(a))) / float(cross(way, b.to(a)))
    (ax, ay), (bx, by) = _mean(figure, a), _mean(figure, b)
    return ax + share * (bx - ax), ay + share * (by - ay)


def _mean(figure: Figure, *points: Point) -> Place:
    """Return the mean in the units of the truth, from which a figure's numbers are made larger."""
    divisor = figure.scale * len(points)
    return sum(float(p.x) for p in points) / divisor, sum(float(p.y) for p in points) / divisor
