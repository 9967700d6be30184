"""Where regions and elements of a diagram of sets are."""

from __future__ import annotations

from collections.abc import Iterable

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.venn.diagram import Diagram

XY = tuple[float, float]


def only(diagram: Diagram, name: str) -> XY:
    return _point(diagram, [diagram.set(name)])


def only_both(diagram: Diagram, one: str, other: str) -> XY:
    if len(diagram.sets) < 3 or one == other:
        raise Unknown("two sets of three or more are meant")
    return _point(diagram, [diagram.set(one), diagram.set(other)])


def all_sets(diagram: Diagram) -> XY:
    return _point(diagram, diagram.sets)


def all_but(diagram: Diagram, name: str) -> XY:
    if len(diagram.sets) < 4:
        raise Unknown("three sets of four are meant")
    diagram.set(name)
    return _point(diagram, [other for other in diagram.sets if other != name])


def outside(diagram: Diagram) -> XY:
    return _point(diagram, [])


def element(diagram: Diagram, name: str) -> XY:
    diagram.region_of(name)
    return diagram.spots[name]


def region_of(diagram: Diagram, name: str) -> XY:
    return diagram.points[diagram.region_of(name)]


def _point(diagram: Diagram, names: Iterable[str]) -> XY:
    region = frozenset(names)
    if region not in diagram.points:
        raise Unknown("the curves make no such region")
    return diagram.points[region]
