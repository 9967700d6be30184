"""Charts of distributions: histograms, boxes, dot plots, scatter charts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts.chart import LONE, Chart, Pair, Scale, Series
from vlcorpus.stages.stem.charts.correlation import correlation
from vlcorpus.stages.stem.charts.kinds import HUES, LABELLED, MAX_TICKS, base, scale_to
from vlcorpus.stages.stem.charts.topics import draw_words, topics

_LETTERS = "ABCDEFGHKLMN"
_DOTS = 7  # in a column of a dot plot, at most
_MIN_APART = Fraction(3, 4)  # of points of a scatter chart, in ticks, across or up


@base
def bell_shaped_histogram(random: Random) -> Chart:
    count = random.randint(5, 7)
    middle = count // 2
    return _histogram(random, "bell", count, lambda n, top: top - abs(n - middle) * random.randint(1, 2))


@base
def skewed_histogram(random: Random) -> Chart:
    count = random.randint(4, 7)
    return _histogram(random, "skewed", count, lambda n, top: top - n + random.randint(-1, 1))


@base
def uneven_histogram(random: Random) -> Chart:
    return _histogram(random, "uneven", random.randint(4, 7), lambda n, top: random.randint(1, top))


@base
def boxes(random: Random) -> Chart:
    topic = random.choice(topics()["spreads"])
    names = draw_words(random, random.choice(topic["of"]), random.randint(2, 4))
    ticks = random.randint(9, 13)
    scale = scale_to(topic["value"], random.choice(topic["steps"]), ticks)
    found = {name: tuple(scale.step * n for n in sorted(random.sample(range(1, ticks), 5))) for name in names}
    return Chart(
        kind="box",
        title=topic["title"],
        steps=(),
        categories=names,
        scale=scale,
        boxes=found,
        bar_width=Fraction(1, 2),
    )


@base
def dot_plot(random: Random) -> Chart:
    tally = random.choice(topics()["tallies"])
    first, count = random.choice(tally["from"]), random.randint(4, 7)
    if tally["axis"] == "Number thrown":
        count = 6
    key = random.choice((1, 1, 1, 2, 5))
    tops = [_DOTS - n if tally.get("rare") else _DOTS for n in range(count)]
    values = tuple(Fraction(key * random.randint(0, top)) for top in tops)
    if sum(1 for value in values if value) < 3:
        raise Unfit("there are few dots")
    return Chart(
        kind="dot plot",
        title=tally["title"],
        steps=("key",) if key > 1 else (),
        categories=tuple(str(first + n) for n in range(count)),
        series=(Series(LONE, values),),
        edges_name=tally["axis"],
        key=key,
        can_add=True,
    )


@base
def rising_cloud(random: Random) -> Chart:
    return _scatter(random, "positive", 1)


@base
def falling_cloud(random: Random) -> Chart:
    return _scatter(random, "negative", -1)


@base
def cloud_without_trend(random: Random) -> Chart:
    return _scatter(random, "none", 0)


def _histogram(random: Random, shape: str, count: int, height: Callable[[int, int], int]) -> Chart:
    measure = random.choice([one for one in topics()["measures"] if shape in one["shapes"]])
    first, width = random.choice(measure["from"]), random.choice(measure["widths"])
    edges = tuple(Fraction(first + n * width) for n in range(count + 1))
    scale = scale_to(measure["value"], random.choice((1, 2, 5, 10)), random.randint(6, MAX_TICKS))
    top = int(scale.high / scale.step)
    labelled = random.random() < LABELLED
    ticks = [min(max(height(n, top), 0), top) for n in range(count)]
    if sum(1 for tick in ticks if tick) < count - 1:
        raise Unfit("many bins are empty")
    color = random.choice((None, *HUES))
    return Chart(
        kind="histogram",
        title=measure["title"],
        steps=("values_written",) if labelled else (),
        categories=tuple(f"{a}-{b}" for a, b in pairwise(edges)),
        series=(Series(LONE, tuple(scale.step * tick for tick in ticks), color),),
        scale=scale,
        labelled=labelled,
        edges=edges,
        edges_name=measure["axis"],
        axis_at=edges[0],
        can_add=True,
    )


def _scatter(random: Random, trend: str, slope: int) -> Chart:
    """Return a scatter chart whose points, in halves of ticks, go up, down, or anywhere."""
    pair = random.choice([one for one in topics()["pairs"] if trend in one["trends"]])
    across, up = (_axis(random, *pair[axis]) for axis in "xy")
    ends = [int(2 * (scale.high - scale.low) / scale.step) for scale in (across, up)]
    halves: list[tuple[int, int]] = []
    for _ in range(random.randint(18, 34)):
        x = random.randint(1, ends[0] - 1)
        along = x / ends[0] if slope > 0 else 1 - x / ends[0]
        y = round(along * ends[1]) + random.randint(-3, 3) if slope else random.randint(1, ends[1] - 1)
        apart = all(max(abs(x - a), abs(y - b)) >= 2 * _MIN_APART for a, b in halves)
        if 0 < y < ends[1] and apart:
            halves.append((x, y))
    on_ticks = [spot for spot in halves if spot[0] % 2 == spot[1] % 2 == 0]
    if len(on_ticks) < 2 or len(halves) < 8:
        raise Unfit("there are few points")
    named = random.sample(on_ticks, min(len(on_ticks), random.randint(2, 4)))

    def at(spot: tuple[int, int]) -> Pair:
        return across.low + spot[0] * across.step / 2, up.low + spot[1] * up.step / 2

    if correlation([at(spot) for spot in halves]) != trend:
        raise Unfit("the trend is not clear")
    letters = random.sample(_LETTERS, len(named))
    return Chart(
        kind="scatter",
        title=pair["title"],
        steps=(),
        scale=up,
        x_scale=across,
        points={letter: at(spot) for letter, spot in zip(letters, named, strict=True)},
        others=tuple(at(spot) for spot in halves if spot not in named),
        axis_at=across.low,
    )


def _axis(random: Random, name: str, low: int, step: int, most: int) -> Scale:
    """Return an axis of a scatter chart, with one of the last few numbers of ticks that it may have."""
    ticks = random.randint(min(7, most), most)
    return Scale(name, Fraction(low), Fraction(low + step * ticks), Fraction(step))
