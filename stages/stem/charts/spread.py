"""What can be said of histograms, dot plots, boxes and scatter charts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.stem.charts import BOX_MEASURES, BOX_VALUES, CORRELATIONS
from vlcorpus.stages.stem.charts.chart import Chart, written
from vlcorpus.stages.stem.charts.correlation import correlation
from vlcorpus.stages.stem.charts.facts import choice, count, number, only, rest, step_of, thing


def histogram_claims(chart: Chart) -> Iterator[Claim]:
    values = dict(zip(chart.categories, chart.series[0].values, strict=True))
    things = tuple(thing(chart, name) for name, value in values.items() if value)
    width = chart.edges[1] - chart.edges[0]
    yield from number(("bin_width", "chart"), width, ("x-axis",), Fraction(1))
    if name := only(values, max(values.values())):
        yield choice(("modal", "chart"), name, values, things)
    totals = list(accumulate(values.values()))
    for edge, under in zip(chart.edges[1:-1], totals, strict=False):
        yield from number(("under", written(edge)), under, things, step_of(chart))
        yield from number(("from", written(edge)), totals[-1] - under, things, step_of(chart))
    half = totals[-1] / 2
    if half not in totals:
        middle = next(name for name, total in zip(values, totals, strict=True) if total > half)
        yield choice(("median_bin", "chart"), middle, values, things)


def dot_plot_claims(chart: Chart) -> Iterator[Claim]:
    """Yield how many dots there are. What a column's value is, is not said: categories are numbers, too."""
    values = dict(zip(chart.categories, chart.series[0].values, strict=True))
    for place, (name, value) in enumerate(values.items(), start=1):
        shown = (thing(chart, name),) if value else ()
        yield choice(("category", str(place)), name, values, shown)
        yield from count(("dots", name), int(value / chart.key), shown)
    if mode := only(values, max(values.values())):
        things = tuple(thing(chart, category) for category, value in values.items() if value)
        yield choice(("mode", "chart"), mode, values, things)


def box_claims(chart: Chart) -> Iterator[Claim]:
    names = list(chart.boxes)
    things = tuple(f"box {name}" for name in names)
    measures: dict[str, dict[str, Fraction]] = {what: {} for what in BOX_MEASURES}
    for place, (name, five) in enumerate(chart.boxes.items(), start=1):
        shown = (f"box {name}",)
        yield choice(("category", str(place)), name, names, shown)
        numbers = dict(zip(BOX_VALUES, five, strict=True))
        numbers |= {"range": five[4] - five[0], "interquartile_range": five[3] - five[1]}
        for what, value in numbers.items():
            measures[what][name] = value
            yield from number((what, name), value, shown, step_of(chart))
        inner = ", ".join(written(value) for value in (five[1], five[3]))
        outer = ", ".join(written(value) for value in (five[0], five[4]))
        wrong = [outer, *(", ".join(map(written, pair)) for pair in ((five[1], five[2]), (five[2], five[3])))]
        yield Claim(("half_between", name), inner, shown, rest(inner, dict.fromkeys(wrong)))
    if len(names) < 2:
        return
    for what, values in measures.items():
        for way, best in (("largest", max(values.values())), ("smallest", min(values.values()))):
            if found := only(values, best):
                yield choice(("extreme", what, way), found, names, things)


def scatter_claims(chart: Chart) -> Iterator[Claim]:
    everything = [*chart.points.values(), *chart.others]
    things = (
        *(f"point {name}" for name in chart.points),
        *(f"dot {n + 1}" for n in range(len(chart.others))),
    )
    trend = correlation(everything)
    if trend is not None:
        yield Claim(("correlation", "chart"), trend, things, rest(trend, CORRELATIONS))
    scales = (chart.x_scale, chart.scale)
    for axis, scale, operation in zip("xy", scales, ("right_of", "higher_than"), strict=True):
        if scale is None:
            continue
        at = "xy".index(axis)
        numbers = {name: pair[at] for name, pair in chart.points.items()}
        for name, value in numbers.items():
            yield from number((axis, name), value, (f"point {name}",), scale.step)
        for way, best in (("largest", max(numbers.values())), ("smallest", min(numbers.values()))):
            if found := only(numbers, best):
                yield choice(
                    ("extreme", axis, way), found, numbers, tuple(f"point {name}" for name in numbers)
                )
        for n in range(2, int((scale.high - scale.low) / scale.step) - 1, 2):
            level = scale.low + n * scale.step
            if all(pair[at] != level for pair in everything):
                more = sum(pair[at] > level for pair in everything)
                yield from count((operation, written(level)), more, things)
