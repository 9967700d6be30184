"""What can be said of scatter charts."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.charts.chart import Chart, largest_of, read, smallest_of, write
from vlcorpus.stages.verify.oracle import Unknown

_STRONG, _NONE = Fraction(8, 10), Fraction(2, 10)


def _point(chart: Chart, name: str) -> tuple[Fraction, Fraction]:
    if name not in chart.points:
        raise Unknown(f"there is no point {name!r}")
    return chart.points[name]


def x(chart: Chart, name: str) -> str:
    return write(_point(chart, name)[0])


def y(chart: Chart, name: str) -> str:
    return write(_point(chart, name)[1])


def extreme(chart: Chart, axis: str, which: str) -> str:
    """Return the named point that has the largest, or the smallest, x or y."""
    chart.need("scatter")
    if axis not in ("x", "y") or which not in ("largest", "smallest") or not chart.points:
        raise Unknown(f"there is no {which} {axis}")
    values = {name: place["xy".index(axis)] for name, place in chart.points.items()}
    return largest_of(values) if which == "largest" else smallest_of(values)


def correlation(chart: Chart, what: str) -> str:
    """Compare Pearson's coefficient r by its square: cov² with r² of the product of both variances."""
    chart.only(what)
    points = chart.all_points()
    n = len(points)
    sum_x, sum_y = sum(px for px, _ in points), sum(py for _, py in points)
    together = n * sum(px * py for px, py in points) - sum_x * sum_y
    spread_x = n * sum(px * px for px, _ in points) - sum_x * sum_x
    spread_y = n * sum(py * py for _, py in points) - sum_y * sum_y
    if not spread_x or not spread_y:
        raise Unknown("all points lie on a line along an axis")
    squared = Fraction(together * together) / (spread_x * spread_y)
    if squared >= _STRONG**2:
        return "positive" if together > 0 else "negative"
    if squared <= _NONE**2:
        return "none"
    raise Unknown("the points hang together, but not much")


def right_of(chart: Chart, number: str) -> str:
    return str(sum(px > read(number) for px, _ in chart.all_points()))


def higher_than(chart: Chart, number: str) -> str:
    return str(sum(py > read(number) for _, py in chart.all_points()))
