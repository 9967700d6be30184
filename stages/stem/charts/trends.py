"""What can be said of line charts: how lines rise, fall and cross."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.stem.charts import CHANGES, TRENDS
from vlcorpus.stages.stem.charts.chart import Chart, Series
from vlcorpus.stages.stem.charts.facts import choice, count, rest, thing


def trend_claims(chart: Chart) -> Iterator[Claim]:
    for series in chart.series:
        yield from _of_line(chart, series)
    for one, other in combinations(chart.series, 2):
        apart = [a - b for a, b in zip(one.values, other.values, strict=True)]
        if 0 not in apart:
            crossings = sum((a > 0) != (b > 0) for a, b in pairwise(apart))
            things = (f"line {one.name}", f"line {other.name}")
            yield from count(("crossings", one.name, other.name), crossings, things)


def _of_line(chart: Chart, series: Series) -> Iterator[Claim]:
    names = () if chart.is_lone else (series.name,)
    line = (f"line {series.name}",)
    rises = [b - a for a, b in pairwise(series.values)]
    neighbours = list(pairwise(chart.categories))
    for (a, b), rise in zip(neighbours, rises, strict=True):
        way = CHANGES[0] if rise > 0 else CHANGES[1] if rise < 0 else CHANGES[2]
        things = (*line, thing(chart, a, series.name), thing(chart, b, series.name))
        yield Claim(("change", *names, a, b), way, things, rest(way, CHANGES))
    trend = "rising" if min(rises) > 0 else "falling" if max(rises) < 0 else "mixed"
    whole = names or ("chart",)
    yield Claim(("trend", *whole), trend, line, rest(trend, TRENDS))
    best = max(rises)
    if best > 0 and rises.count(best) == 1:
        spans = [f"{a}, {b}" for a, b in neighbours]
        yield choice(("steepest_rise", *whole), spans[rises.index(best)], spans, line)
