"""The oracle of maps on a grid: the operations of `schemas/stem/grid_maps.py` on their squares."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.grid_maps import answers, places, routes
from vlcorpus.stages.verify.grid_maps.grid_map import read_map
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

OPERATIONS: dict[str, Callable[..., str]] = {
    "square": answers.square,
    "landmark": answers.landmark,
    "column": answers.column,
    "row": answers.row,
    "direction": answers.direction,
    "side": answers.side,
    "farther": answers.farther,
    "steps": answers.fewest_steps,
    "length": answers.length,
    "nearest": answers.nearest,
    "one_square": answers.one_square,
    "in_region": answers.in_region,
    "inside": answers.inside,
    "area": answers.area,
    "larger": answers.larger,
    "touch": answers.touch,
    "region_color": answers.region_color,
    "on_road": answers.on_road,
    "joined": answers.joined,
    "start": routes.start,
    "end": routes.end,
    "route_steps": routes.route_steps,
    "route_turns": routes.route_turns,
    "route_length": routes.route_length,
    "first_move": routes.first_move,
    "last_move": routes.last_move,
    "passes": routes.passes,
    "arrive": routes.arrive,
    "count": answers.count,
    "in_column": answers.in_column,
    "in_row": answers.in_row,
    "beyond": answers.beyond,
}
PLACES: dict[str, Callable[..., tuple[float, float]]] = {
    "place": places.place,
    "halfway": places.halfway,
    "corner": places.corner,
    "region": places.region,
    "start": places.start,
    "end": places.end,
    "nearest": places.nearest,
    "arrive": places.arrive,
}


class GridMapOracle(Oracle):
    """One map, opened."""

    def __init__(self, truth: Mapping[str, Any]):
        self._map = read_map(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._map, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(PLACES, self._map, expression, self.value)


ORACLE = GridMapOracle
