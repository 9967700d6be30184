"""The truth of a plane, opened: its window, graphs, points, vectors and regions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.stages.verify.functions.curves import Curve, read_curve
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.rationals import read_rational

Pair = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Region:
    graph: str
    side: str
    boundary: str


@dataclass(frozen=True)
class Plane:
    x_axis: Pair  # where the window begins and ends
    y_axis: Pair
    curves: Mapping[str, Curve]
    colors: Mapping[str, str | None]
    points: Mapping[str, Pair]
    vectors: Mapping[str, tuple[Pair, Pair]]
    regions: Mapping[str, Region]

    def curve(self, name: str, *kinds: str) -> Curve:
        """Return a graph, of one of some kinds. Raises Unknown for any other."""
        if name not in self.curves:
            raise Unknown(f"there is no graph {name!r}")
        curve = self.curves[name]
        if kinds and curve.kind not in kinds:
            raise Unknown(f"{name} is {curve.kind}")
        return curve

    def point(self, name: str) -> Pair:
        if name not in self.points:
            raise Unknown(f"there is no point {name!r}")
        return self.points[name]

    def vector(self, name: str) -> Pair:
        """Return the components."""
        (x0, y0), (x1, y1) = self.arrow(name)
        return x1 - x0, y1 - y0

    def arrow(self, name: str) -> tuple[Pair, Pair]:
        if name not in self.vectors:
            raise Unknown(f"there is no vector {name!r}")
        return self.vectors[name]

    def region(self, name: str) -> Region:
        if name not in self.regions:
            raise Unknown(f"there is no region {name!r}")
        return self.regions[name]


def read_plane(truth: Mapping[str, Any]) -> Plane:
    """Raises Contradiction for a plane that cannot be."""
    try:
        graphs, axes = truth["graphs"], truth["axes"]
        plane = Plane(
            x_axis=_pair((axes["x"]["low"], axes["x"]["high"])),
            y_axis=_pair((axes["y"]["low"], axes["y"]["high"])),
            curves={
                name: read_curve(graph["kind"], [read_rational(text) for text in graph["parameters"]])
                for name, graph in graphs.items()
            },
            colors={name: graph["color"] for name, graph in graphs.items()},
            points={name: _pair(at) for name, at in truth.get("points", {}).items()},
            vectors={
                name: (_pair(start), _pair(end)) for name, (start, end) in truth.get("vectors", {}).items()
            },
            regions={name: Region(**region) for name, region in truth.get("regions", {}).items()},
        )
    except (KeyError, TypeError, AttributeError, ValueError, Unknown) as error:
        raise Contradiction(f"no plane: {error!r}") from error
    if not (plane.x_axis[0] < plane.x_axis[1] and plane.y_axis[0] < plane.y_axis[1]):
        raise Contradiction("the window is empty")
    if any(start == end for start, end in plane.vectors.values()):
        raise Contradiction("a vector has no length")
    if any(region.graph not in plane.curves for region in plane.regions.values()):
        raise Contradiction("a region has no graph")
    return plane


def _pair(texts: Iterable[str]) -> Pair:
    x, y = texts
    return read_rational(x), read_rational(y)
