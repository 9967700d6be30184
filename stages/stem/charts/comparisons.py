"""Charts that compare: bars, lines, pies, heat maps, with numbers at random.

Values lie on ticks, or are written beside what shows them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts.chart import LONE, Chart, Scale, Series
from vlcorpus.stages.stem.charts.courses import climb, draw_course, draw_heights
from vlcorpus.stages.stem.charts.kinds import HUES, LABELLED, MAX_TICKS, MIN_TICKS, base, scale_to
from vlcorpus.stages.stem.charts.topics import draw_series, draw_words, is_ordered, topics

_MAX_EQUAL = 3  # categories whose value another one has, too
_DRAWS = 40  # of several series, until they differ


@base
def bars(random: Random) -> Chart:
    return _lone_chart(random, "bar", random.randint(3, 8))


@base
def horizontal_bars(random: Random) -> Chart:
    chart = _lone_chart(random, "horizontal bar", random.randint(3, 7))
    return replace(chart, axis_at=Fraction(1, 4) - len(chart.categories))


@base
def sorted_bars(random: Random) -> Chart:
    """Bars from the largest value to the smallest, of categories that have no order of their own."""
    chart = _lone_chart(random, "bar", random.randint(4, 7))
    if is_ordered(chart.categories):
        raise Unfit("the categories have an order")
    pairs = sorted(zip(chart.series[0].values, chart.categories, strict=True), reverse=True)
    values, names = zip(*pairs, strict=True)
    return replace(chart, categories=names, series=(replace(chart.series[0], values=values),))


@base
def line_over_time(random: Random) -> Chart:
    return _line(random, draw_course)


@base
def rising_line(random: Random) -> Chart:
    return _line(random, lambda random, _, count, ticks: climb(random, count, ticks))


@base
def falling_line(random: Random) -> Chart:
    return _line(random, _fall)


@base
def two_lines(random: Random) -> Chart:
    return _several(random, "line", 2)


@base
def three_lines(random: Random) -> Chart:
    return _several(random, "line", 3)


@base
def grouped_bars(random: Random) -> Chart:
    count = random.randint(2, 3)
    return replace(
        _several(random, "grouped bar", count), bar_width=Fraction(2, 5) if count == 2 else Fraction(1, 4)
    )


@base
def stacked_bars(random: Random) -> Chart:
    return _several(random, "stacked bar", random.randint(2, 3))


@base
def pie(random: Random) -> Chart:
    return _pie(random, random.randint(3, 6))


@base
def pie_of_a_hundred(random: Random) -> Chart:
    """A pie whose values are percentages."""
    topic = random.choice([one for one in topics()["topics"] if one.get("parts")])
    names = draw_words(random, random.choice(topic["of"]), random.randint(3, 5))
    cuts = sorted(random.sample(range(1, 20), len(names) - 1))
    shares = [Fraction(5 * (b - a)) for a, b in zip([0, *cuts], [*cuts, 20], strict=True)]
    colors = tuple(random.sample(HUES, len(names)))
    return Chart(
        kind="pie",
        title=f"{topic['title']} (%)",
        steps=(),
        categories=names,
        series=(Series(LONE, tuple(shares)),),
        hues=colors,
        labelled=True,
        can_add=True,
    )


@base
def heat_map(random: Random) -> Chart:
    table = random.choice(topics()["tables"])
    columns = draw_words(random, table["columns"], random.randint(3, 5))
    rows = draw_words(random, table["rows"], random.randint(2, 5))
    high = random.choice(table["highs"])
    found = [Series(row, tuple(Fraction(random.randint(0, high)) for _ in columns)) for row in rows]
    hue = random.choice((None, "blue", "green", "red", "orange", "purple"))
    return Chart(
        kind="heat map",
        title=table["title"],
        steps=(),
        categories=columns,
        series=tuple(found),
        hues=(hue,) if hue else (),
        labelled=True,
        can_add=True,
    )


def _lone_chart(random: Random, kind: str, count: int) -> Chart:
    """Return a chart with one value for each category, whose topic is drawn at random."""
    topic = random.choice(topics()["topics"])
    names = draw_words(random, random.choice(topic["of"]), count)
    labelled = random.random() < LABELLED
    scale = _scale(random, topic, MIN_TICKS, MAX_TICKS)
    heights = draw_heights(random, topic, is_ordered(names), len(names), _ticks(scale))
    values = tuple(_number(random, scale.step * height, scale.step, labelled) for height in heights)
    if len(set(values)) < len(values) - _MAX_EQUAL:
        raise Unfit("too many values are equal")
    color = random.choice((None, None, *HUES))
    return _named(topic, kind, names, scale, (Series(LONE, values, color),), labelled)


def _scale(random: Random, topic: dict[str, Any], low: int, high: int) -> Scale:
    """Return an axis for values of a topic, with so many ticks, or fewer where it has a largest value."""
    step = random.choice(topic["steps"])
    return scale_to(
        topic["value"], step, min(random.randint(low, high), topic.get("most", step * high) // step)
    )


def _ticks(scale: Scale) -> int:
    return int(scale.high / scale.step)


def _named(
    topic: dict[str, Any],
    kind: str,
    names: tuple[str, ...],
    scale: Scale,
    series: tuple[Series, ...],
    labelled: bool,
) -> Chart:
    return Chart(
        kind=kind,
        title=topic["title"],
        steps=("values_written",) if labelled else (),
        categories=names,
        series=series,
        scale=scale,
        labelled=labelled,
        can_add=topic.get("total", False),
    )


def _line(random: Random, draw: Callable[[Random, dict[str, Any], int, int], list[int]]) -> Chart:
    topic = random.choice([one for one in topics()["topics"] if _times(one)])
    names = draw_words(random, random.choice(_times(topic)), random.randint(4, 8))
    scale = _scale(random, topic, MIN_TICKS, MAX_TICKS)
    values = tuple(scale.step * n for n in draw(random, topic, len(names), _ticks(scale)))
    color = random.choice((None, *HUES))
    return _named(topic, "line", names, scale, (Series(LONE, values, color),), labelled=False)


def _fall(random: Random, topic: dict[str, Any], count: int, ticks: int) -> list[int]:
    if topic.get("grow"):
        raise Unfit("what grows does not fall")
    return climb(random, count, ticks)[::-1]


def _times(topic: dict[str, Any]) -> list[str]:
    return [name for name in topic["of"] if name in topics()["ordered"]]


def _several(random: Random, kind: str, count: int) -> Chart:
    """Return a chart of several series; parts of a stack are in sum no higher than the axis."""
    topic = random.choice(topics()["topics"] if kind == "grouped bar" else _fit_for(kind))
    of = random.choice(_times(topic) if kind == "line" else topic["of"])
    names = draw_words(random, of, random.randint(4, 7) if kind == "line" else random.randint(3, 5))
    series = draw_series(random, topic["by"], count, of)
    least, most = (12, 12) if kind == "stacked bar" else (6, MAX_TICKS)
    scale = _scale(random, topic, least, most)
    highest = _ticks(scale) // (count if kind == "stacked bar" else 1)
    columns = _columns(random, topic, names, count, highest)
    hues = random.sample(HUES, count)
    found = tuple(
        Series(name, tuple(scale.step * height for height in column), hue)
        for name, column, hue in zip(series, columns, hues, strict=True)
    )
    return _named(topic, kind, names, scale, found, labelled=False)


def _columns(
    random: Random, topic: dict[str, Any], names: tuple[str, ...], count: int, highest: int
) -> list[list[int]]:
    """Return the heights of several series, of which no two are equal anywhere."""
    for _ in range(_DRAWS):
        found = [draw_heights(random, topic, is_ordered(names), len(names), highest) for _ in range(count)]
        if all(len(set(heights)) == count for heights in zip(*found, strict=True)):
            return found
    raise Unfit("series are equal")


def _fit_for(kind: str) -> list[dict[str, Any]]:
    if kind == "line":
        return [topic for topic in topics()["topics"] if _times(topic)]
    return [topic for topic in topics()["topics"] if topic.get("total")]


def _pie(random: Random, count: int) -> Chart:
    topic = random.choice([one for one in topics()["topics"] if one.get("parts")])
    names = draw_words(random, random.choice(topic["of"]), count)
    step = random.choice(topic["steps"])
    values = tuple(Fraction(step * random.randint(1, 9)) for _ in names)
    if min(values) * 20 < sum(values):
        raise Unfit("a slice is thin")
    colors = tuple(random.sample(HUES, len(names)))
    return Chart(
        kind="pie",
        title=topic["title"],
        steps=(),
        categories=names,
        series=(Series(LONE, values),),
        hues=colors,
        labelled=True,
        can_add=True,
    )


def _number(random: Random, value: Fraction, step: Fraction, labelled: bool) -> Fraction:
    """Return the value, which is on a tick; where it is written, an integer up to half a tick below it."""
    return value - random.randint(0, (int(step) - 1) // 2) if labelled else value
