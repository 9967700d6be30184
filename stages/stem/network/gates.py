"""Networks that look like what they are not are thrown away: a link that seems to end where it passes by."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.network.links import crossing, halfway
from vlcorpus.stages.stem.network.nodes import Body
from vlcorpus.stages.stem.segments import off_segment

Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What keeps a network clear, in the scene's units and degrees."""

    apart: float  # from a border to another node's, and to a link that does not end there
    crossings_apart: float  # between two crossings, and from a crossing to a node's border
    min_link: float  # length of a link that is seen between two borders
    min_angle_deg: float = 16.0  # between links that meet in a node, or cross
    middles_clear: float = 0.0  # from the middle of a link, where something is written, to other links


def check(
    places: Mapping[str, Point], bodies: Mapping[str, Body], links: Sequence[Ends], limits: Limits
) -> None:
    """Raise Unfit where the network is ambiguous to the eye."""
    _check_nodes(places, bodies, limits)
    _check_links(places, bodies, links, limits)
    _check_pairs(places, bodies, links, limits)


def _check_nodes(places: Mapping[str, Point], bodies: Mapping[str, Body], limits: Limits) -> None:
    for (a, p), (b, q) in combinations(places.items(), 2):
        one, other = bodies[a], bodies[b]
        across = abs(p[0] - q[0]) - one.half_width - other.half_width
        up = abs(p[1] - q[1]) - one.half_height - other.half_height
        if max(across, up) < limits.apart:
            raise Unfit("nodes are near each other")


def _check_links(
    places: Mapping[str, Point], bodies: Mapping[str, Body], links: Sequence[Ends], limits: Limits
) -> None:
    for a, b in links:
        p, q = places[a], places[b]
        way = (q[0] - p[0], q[1] - p[1])
        seen = math.hypot(*way) - bodies[a].reach(way) - bodies[b].reach(way)
        if seen < limits.min_link:
            raise Unfit("a link is short")
        for name, place in places.items():
            if name not in (a, b) and _is_near(place, bodies[name], p, q, limits.apart):
                raise Unfit("a link passes near a node")


def _is_near(place: Point, body: Body, start: Point, end: Point, apart: float) -> bool:
    """Say whether a link comes near to a body: measured after making the body a disc of radius 1."""
    width, height = body.half_width + apart, body.half_height + apart
    xs, ys = (start[0] - place[0], end[0] - place[0]), (start[1] - place[1], end[1] - place[1])
    if max(xs) < -width or min(xs) > width or max(ys) < -height or min(ys) > height:
        return False  # it is far: most are
    if body.is_round:
        p, q = (((x - place[0]) / width, (y - place[1]) / height) for x, y in (start, end))
        return off_segment((0.0, 0.0), p, q) < 1
    p, q = zip(xs, ys, strict=True)
    corners = [(-width, -height), (width, -height), (width, height), (-width, height)]
    sides = zip(corners, corners[1:] + corners[:1], strict=True)
    return any(crossing(p, q, one, other) for one, other in sides)


def _check_pairs(
    places: Mapping[str, Point], bodies: Mapping[str, Body], links: Sequence[Ends], limits: Limits
) -> None:
    crossings: list[Point] = []
    for one, other in combinations(links, 2):
        p, q, r, s = (places[name] for name in (*one, *other))
        met = crossing(p, q, r, s)
        shared = set(one) & set(other)
        if (met or shared) and _turn_deg(one, other, places) < limits.min_angle_deg:
            raise Unfit("links are almost one")
        if met and not shared:
            crossings.append((p[0] + met[0] * (q[0] - p[0]), p[1] + met[0] * (q[1] - p[1])))
        if limits.middles_clear:
            near = min(off_segment(halfway(p, q), r, s), off_segment(halfway(r, s), p, q))
            if near < limits.middles_clear:
                raise Unfit("a link passes near the middle of another")
    for at, to in combinations(crossings, 2):
        if math.dist(at, to) < limits.crossings_apart:
            raise Unfit("links almost cross in one point")
    for at in crossings:
        for name, place in places.items():
            reach = max(bodies[name].half_width, bodies[name].half_height)
            if math.dist(at, place) < reach + limits.crossings_apart:
                raise Unfit("links cross near a node")


def _turn_deg(one: Ends, other: Ends, places: Mapping[str, Point]) -> float:
    """Return the angle between two links: from a shared node, up to 180 degrees, else as lines, up to 90."""
    shared = set(one) & set(other)
    if shared:
        (node,) = shared
        a, b = (ends[0] if ends[1] == node else ends[1] for ends in (one, other))
        u, v = _way(places[node], places[a]), _way(places[node], places[b])
    else:
        u, v = _way(places[one[0]], places[one[1]]), _way(places[other[0]], places[other[1]])
    cross, dot = abs(u[0] * v[1] - u[1] * v[0]), u[0] * v[0] + u[1] * v[1]
    return math.degrees(math.atan2(cross, dot if shared else abs(dot)))


def _way(start: Point, end: Point) -> Point:
    return end[0] - start[0], end[1] - start[1]
