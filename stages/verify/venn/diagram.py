"""A diagram of sets, opened: its regions, each by the sets in which it lies, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.stem.venn import CONTENTS
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

Region = frozenset[str]


@dataclass(frozen=True)
class Diagram:
    sets: tuple[str, ...]
    universe: str  # "" where none is drawn
    points: Mapping[Region, tuple[float, float]]  # of all regions
    content: str
    elements: Mapping[str, Region]  # where each is
    spots: Mapping[str, tuple[float, float]]
    counts: Mapping[Region, int]
    shaded: frozenset[Region]

    def set(self, name: str) -> str:
        """Return the name. Raises Unknown where it is none of the sets."""
        if name not in self.sets:
            raise Unknown(f"there is no set {name!r}")
        return name

    def region_of(self, element: str) -> Region:
        if element not in self.elements:
            raise Unknown(f"there is no element {element!r}")
        return self.elements[element]

    def n_elements(self, region: Region) -> int:
        """Raises Unknown for a diagram that shows no elements."""
        if self.content == "elements":
            return sum(place == region for place in self.elements.values())
        if self.content == "counts":
            return self.counts[region]
        raise Unknown("the diagram shows no elements")


def read_diagram(truth: Mapping[str, Any]) -> Diagram:
    """Open a truth. Raises Contradiction where no diagram can be so."""
    sets, universe, content = tuple(truth["sets"]), truth["universe"], truth["content"]
    if content not in CONTENTS:
        raise Contradiction(f"there is no content {content!r}")
    if len(set(sets)) != len(sets) or not 2 <= len(sets) <= 4 or any(len(name) != 1 for name in sets):
        raise Contradiction(f"these are not two to four sets: {sets}")
    if universe in sets:
        raise Contradiction(f"the universe is called as a set is: {universe}")
    points = {_region(key, sets): _point(at) for key, at in truth["regions"].items()}
    if (frozenset() in points) != bool(universe):
        raise Contradiction("there is a region outside of all sets just where a universe is drawn")
    return Diagram(
        sets=sets,
        universe=universe,
        points=points,
        content=content,
        elements=_elements(truth, sets, points),
        spots={element: _point(at) for element, at in truth["spots"].items()},
        counts=_counts(truth, sets, points),
        shaded=frozenset(_known(key, sets, points) for key in truth["shaded"]),
    )


def _region(key: str, sets: tuple[str, ...]) -> Region:
    if key != "".join(name for name in sets if name in key):
        raise Contradiction(f"{key!r} names no region of {sets}")
    return frozenset(key)


def _known(key: str, sets: tuple[str, ...], points: Mapping[Region, Any]) -> Region:
    region = _region(key, sets)
    if region not in points:
        raise Contradiction(f"the curves make no region {key!r}")
    return region


def _point(at: list[str]) -> tuple[float, float]:
    x, y = at
    return float(x), float(y)


def _elements(
    truth: Mapping[str, Any], sets: tuple[str, ...], points: Mapping[Region, Any]
) -> dict[str, Region]:
    found: dict[str, Region] = {}
    for key, elements in truth["elements"].items():
        region = _known(key, sets, points)
        for element in elements:
            if element in found:
                raise Contradiction(f"{element!r} is in two regions, or twice in one")
            found[element] = region
    if truth["content"] != "elements" and found:
        raise Contradiction(f"a diagram of {truth['content']} has no elements")
    if found.keys() != truth["spots"].keys():
        raise Contradiction("not every element has a spot, or a spot has no element")
    return found


def _counts(
    truth: Mapping[str, Any], sets: tuple[str, ...], points: Mapping[Region, Any]
) -> dict[Region, int]:
    counts = {_known(key, sets, points): int(count) for key, count in truth["counts"].items()}
    if truth["content"] == "counts" and counts.keys() != points.keys():
        raise Contradiction("not every region has its count")
    if any(count < 0 for count in counts.values()):
        raise Contradiction("a region holds less than nothing")
    return counts
