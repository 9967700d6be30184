"""A picture of graphs while it is constructed: the window, and what is in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from random import Random
from typing import TypeVar

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.axes.curves import pieces, samples, spaced
from vlcorpus.stages.stem.axes.frame import Frame
from vlcorpus.stages.stem.functions.graph import Graph

ChoiceT = TypeVar("ChoiceT")
Pair = tuple[Fraction, Fraction]
_GRAPHS, _VECTORS = "fgh", "uvw"
# Of points. R is a region, O the origin; graphs and vectors take others, which some fonts write as capitals.
_LETTERS = "ABCDEKLMNPQST"
_MAX_POINTS = 4
SPACING = 0.2  # of places along a curve, in the distance of grid lines
_SAMPLES = 120  # along the window: a piece is 5 px where it is 600 px wide
_NEAR_POLE = tuple(sign * 2.0**-n for n in range(1, 6) for sign in (-1, 1))  # where a curve is steep


@dataclass(frozen=True, slots=True)
class Region:
    graph: str
    side: str
    boundary: str


@dataclass
class Plot:
    """What additions change."""

    random: Random
    frame: Frame
    graphs: dict[str, Graph] = field(default_factory=dict)
    points: dict[str, Pair] = field(default_factory=dict)
    vectors: dict[str, tuple[Pair, Pair]] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    curves: dict[str, list[list[Point]]] = field(default_factory=dict)  # of each graph, inside the window
    places: dict[str, list[Point]] = field(default_factory=dict)  # along each curve, in the scene
    grid_points: dict[str, list[Pair]] = field(default_factory=dict)  # of each graph, from the left

    def copy(self) -> Plot:
        """Return one that can be added to while this one stays. Both draw from one random stream."""
        kept = ("random", "frame")
        grown = {f.name: getattr(self, f.name).copy() for f in fields(self) if f.name not in kept}
        return replace(self, **grown)

    @property
    def unit(self) -> Fraction:
        """Return how far level grid lines are apart; upright ones are 1 apart."""
        return self.frame.y.step

    def add_graph(self, kind: str, *parameters: Fraction | int) -> str:
        """Add a graph whose heights are in grid lines. Raises Unfit where there are enough of them."""
        name = self._free(_GRAPHS, self.graphs)
        scaled = [
            Fraction(number) * (self.unit if place in _heights(kind, len(parameters)) else 1)
            for place, number in enumerate(parameters)
        ]
        graph = Graph(kind, tuple(scaled))
        if kind == "linear" and not any(scaled):
            raise Unfit("the graph lies on the axis")
        if graph in self.graphs.values():
            raise Unfit("the graph is there already")
        self.graphs[name] = graph
        self.curves[name] = list(pieces(self._sampled(graph), self.frame))
        self.places[name] = [
            place for piece in self.curves[name] for place in spaced(piece, self.frame, SPACING)
        ]
        self.grid_points[name] = list(self._on_grid(graph))
        return name

    def add_point(self, x: Fraction, y: Fraction) -> str:
        if (x, y) in self.points.values() or not self.is_grid(x, y):
            raise Unfit("the point is taken, or not on the grid")
        if len(self.points) == _MAX_POINTS:
            raise Unfit("there are enough of them")
        name = self.random.choice([letter for letter in _LETTERS if letter not in self.points])
        self.points[name] = (x, y)
        return name

    def add_vector(self, start: Pair, x: Fraction, y: Fraction) -> str:
        tip = (start[0] + x, start[1] + y)
        if not (self.is_grid(*start) and self.is_grid(*tip)) or start == tip:
            raise Unfit("the vector leaves the window")
        name = self._free(_VECTORS, self.vectors)
        self.vectors[name] = (start, tip)
        return name

    def is_grid(self, x: Fraction, y: Fraction) -> bool:
        """Tell whether grid lines cross there, inside the window and not at its edge."""
        on_grid = x.denominator == 1 and (y / self.unit).denominator == 1
        across, up = self.frame.x, self.frame.y
        return on_grid and across.low < x < across.high and up.low < y < up.high

    def pick(self, choices: Sequence[ChoiceT], why: str) -> ChoiceT:
        """Return one of them. Raises Unfit where there is none, and says why."""
        if not choices:
            raise Unfit(why)
        return self.random.choice(choices)

    def _free(self, names: str, taken: Collection[str]) -> str:
        for name in names:
            if name not in taken:
                return name
        raise Unfit("there are enough of them")

    def _on_grid(self, graph: Graph) -> Iterator[Pair]:
        """Yield the points of a graph at which grid lines cross."""
        for x in self.frame.x.ticks:
            y = graph.at(x)
            if y is not None and self.is_grid(x, y):
                yield x, y

    def _sampled(self, graph: Graph) -> list[Point | None]:
        if graph.kind == "segments":
            return [(float(x), float(y)) for x, y in graph.corners]
        low, high = float(self.frame.x.low), float(self.frame.x.high)
        xs = [low + (high - low) * n / _SAMPLES for n in range(_SAMPLES + 1)]
        if graph.kind in ("reciprocal", "logarithmic", "square root", "absolute value"):
            corner = float(graph.parameters[2 if graph.kind == "logarithmic" else 1])
            xs = sorted({*xs, corner, *(corner + step for step in _NEAR_POLE)})
        return samples(graph.near, (x for x in xs if low <= x <= high))


def _heights(kind: str, count: int) -> range | tuple[int, ...]:
    """Return which parameters of a kind are heights, or in proportion to them."""
    match kind:
        case "linear":
            return (0, 1)
        case "cubic" | "logarithmic":
            return (0,)
        case "sine":
            return (0, 3)
        case "segments":
            return range(1, count, 2)
        case _:
            return (0, 2)
