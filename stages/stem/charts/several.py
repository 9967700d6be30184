"""What can be said of charts with several series: groups, stacks, lines, heat maps."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.stem.charts.chart import Chart, Series
from vlcorpus.stages.stem.charts.facts import choice, count, number, only, rest, step_of, thing
from vlcorpus.stages.stem.charts.kinds import HUES


def several_claims(chart: Chart) -> Iterator[Claim]:
    names = [series.name for series in chart.series]
    everything = tuple(thing(chart, c, s) for s in names for c in chart.categories if _is_drawn(chart, c, s))
    for place, name in enumerate(chart.categories, start=1):
        yield choice(("category", str(place)), name, chart.categories, everything)
    for place, series in enumerate(chart.series, start=1):
        yield choice(("series", str(place)), series.name, names, everything)
        yield from _one_series(chart, series)
    for category in chart.categories:
        yield from _one_category(chart, category)
    for one, other in combinations(chart.series, 2):
        ahead = sum(a > b for a, b in zip(one.values, other.values, strict=True))
        yield from count(("ahead", one.name, other.name), ahead, everything)
    if chart.can_add:
        stacks = {c: sum((chart.value(c, s) for s in names), Fraction(0)) for c in chart.categories}
        if highest := only(stacks, max(stacks.values())):
            yield choice(("highest_stack", "chart"), highest, chart.categories, everything)
    if chart.kind == "heat map":
        cells = {f"{s}, {c}": chart.value(c, s) for s in names for c in chart.categories}
        if cell := only(cells, max(cells.values())):
            yield choice(("top_cell", "chart"), cell, cells, everything)


def _is_drawn(chart: Chart, category: str, series: str) -> bool:
    return chart.kind in ("line", "heat map") or chart.value(category, series) != 0


def _one_series(chart: Chart, series: Series) -> Iterator[Claim]:
    values = dict(zip(chart.categories, series.values, strict=True))
    shown = {c: (thing(chart, c, series.name),) if _is_drawn(chart, c, series.name) else () for c in values}
    everything = tuple(name for names in shown.values() for name in names)
    for category, value in values.items():
        yield from number(("value", series.name, category), value, shown[category], step_of(chart))
    for operation, best in (("largest", max(values.values())), ("smallest", min(values.values()))):
        if name := only(values, best):
            yield choice((operation, series.name), name, values, everything)
    for one, other in combinations(values, 2):
        if values[one] != values[other]:
            larger = one if values[one] > values[other] else other
            things = shown[one] + shown[other]
            yield choice(("larger", series.name, one, other), larger, (one, other), things)
            apart = abs(values[one] - values[other])
            yield from number(("difference", series.name, one, other), apart, things, step_of(chart))
    if chart.can_add:
        total = sum(values.values(), Fraction(0))
        yield from number(("total", series.name), total, everything, step_of(chart))
    if series.color and chart.kind != "heat map":
        hues = [one.color for one in chart.series if one.color]
        legend = (f"legend {series.name}",)
        yield Claim(("color", series.name), series.color, legend, rest(series.color, HUES))
        others = [one.name for one in chart.series]
        if len(set(hues)) == len(hues):
            yield choice(("with_color", series.color), series.name, others, legend)


def _one_category(chart: Chart, category: str) -> Iterator[Claim]:
    values = {series.name: chart.value(category, series.name) for series in chart.series}
    things = tuple(thing(chart, category, name) for name in values if _is_drawn(chart, category, name))
    if name := only(values, max(values.values())):
        yield choice(("leader", category), name, values, things)
    for one, other in combinations(values, 2):
        if values[one] != values[other]:
            apart = abs(values[one] - values[other])
            yield from number(("gap", category, one, other), apart, things, step_of(chart))
    if chart.can_add:
        yield from number(("stack", category), sum(values.values(), Fraction(0)), things, step_of(chart))
