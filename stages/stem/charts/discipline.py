"""Charts as a discipline: bars, lines, pies, histograms and others, with topics of everyday life."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.charts.chart import Chart, Pair, Scale, written
from vlcorpus.stages.stem.charts.compose import compose
from vlcorpus.stages.stem.charts.draw import layout
from vlcorpus.stages.stem.charts.facts import general_claims
from vlcorpus.stages.stem.charts.lone import lone_claims
from vlcorpus.stages.stem.charts.places import places
from vlcorpus.stages.stem.charts.several import several_claims
from vlcorpus.stages.stem.charts.spread import box_claims, dot_plot_claims, histogram_claims, scatter_claims
from vlcorpus.stages.stem.charts.trends import trend_claims

_MORE = {
    "histogram": histogram_claims,
    "dot plot": dot_plot_claims,
    "box": box_claims,
    "scatter": scatter_claims,
    "line": trend_claims,
}


def compose_scene(random: Random) -> Scene:
    chart = compose(random)
    drawn = layout(chart, random)
    return Scene(
        family=chart.steps[0],
        steps=chart.steps,
        names=(*chart.categories, *(series.name for series in chart.series), *chart.points),
        truth=_truth(chart),
        things=drawn.things,
        claims=tuple(_claims(chart)),
        places={expression: _exact(pair, drawn.at(pair)) for expression, pair in places(chart)},
        room=drawn.room,
    )


def _claims(chart: Chart) -> Iterator[Claim]:
    yield from general_claims(chart)
    if chart.is_lone and chart.kind != "dot plot":
        yield from lone_claims(chart)
    elif not chart.is_lone and chart.series:
        yield from several_claims(chart)
    if chart.kind in _MORE:
        yield from _MORE[chart.kind](chart)


def _exact(pair: Pair, at: tuple[float, float]) -> ExactPoint:
    return ExactPoint((str(pair[0]), str(pair[1])), at)


def _truth(chart: Chart) -> dict[str, Any]:
    """Return what schemas/stem/charts.py describes."""
    return {
        "chart": chart.kind,
        "title": chart.title,
        "value_axis": _scale(chart.scale),
        "categories": list(chart.categories),
        "series": [
            {"name": series.name, "color": series.color, "values": list(map(written, series.values))}
            for series in chart.series
        ],
        "labelled": chart.labelled,
        "points": {name: _pair(pair) for name, pair in chart.points.items()},
        "others": [_pair(pair) for pair in chart.others],
        "x_axis": _scale(chart.x_scale),
        "edges": list(map(written, chart.edges)),
        "boxes": {name: list(map(written, five)) for name, five in chart.boxes.items()},
        "key": str(chart.key),
        "bar_width": written(chart.bar_width),
        "axis_at": written(chart.axis_at),
    }


def _scale(scale: Scale | None) -> dict[str, str] | None:
    if scale is None:
        return None
    ends = {"low": scale.low, "high": scale.high, "step": scale.step}
    return {"name": scale.name} | {name: written(number) for name, number in ends.items()}


def _pair(pair: Pair) -> list[str]:
    return [written(pair[0]), written(pair[1])]


DISCIPLINE = Discipline(
    name="charts",
    version="3",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=(
        "sorted_bars",
        "skewed_histogram",
    ),
)
