"""What can be said of histograms, dot plots and boxes."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import accumulate, pairwise

from vlcorpus.schemas.stem.charts import BOX_VALUES
from vlcorpus.stages.verify.charts.chart import Chart, largest_of, read, smallest_of, write
from vlcorpus.stages.verify.oracle import Unknown


def bin_width(chart: Chart, what: str) -> str:
    chart.only(what)
    chart.need("histogram")
    widths = {b - a for a, b in pairwise(chart.edges)}
    if len(widths) != 1:
        raise Unknown("bins are not equally wide")
    return write(widths.pop())


def under(chart: Chart, edge: str) -> str:
    return write(sum(_frequencies(chart)[: _edge(chart, edge)], Fraction(0)))


def from_(chart: Chart, edge: str) -> str:
    return write(sum(_frequencies(chart)[_edge(chart, edge) :], Fraction(0)))


def _frequencies(chart: Chart) -> tuple[Fraction, ...]:
    chart.need("histogram")
    return chart.series[0].values


def _edge(chart: Chart, text: str) -> int:
    if read(text) not in chart.edges:
        raise Unknown(f"{text} is no edge")
    return chart.edges.index(read(text))


def modal(chart: Chart, what: str) -> str:
    chart.only(what)
    chart.need("histogram")
    return largest_of(chart.values())


def median_bin(chart: Chart, what: str) -> str:
    """Return the bin of the middle one, or of the two in the middle where both are in one."""
    chart.only(what)
    upto = list(accumulate(_frequencies(chart)))
    total = upto[-1]
    if total.denominator != 1 or total < 1:
        raise Unknown("there is no middle one")
    lower, upper = (total + 1) // 2, total // 2 + 1  # their numbers, from 1
    bins = {next(k for k, n in enumerate(upto) if n >= number) for number in (lower, upper)}
    if len(bins) != 1:
        raise Unknown("the median falls between two bins")
    return chart.categories[bins.pop()]


def mode(chart: Chart, what: str) -> str:
    chart.only(what)
    chart.need("dot plot")
    return largest_of(chart.values())


def dots(chart: Chart, category: str) -> str:
    chart.need("dot plot")
    return write(chart.value(category) / chart.key)


def box_value(what: str) -> Callable[[Chart, str], str]:
    """Return the operation that tells one of the numbers of a box."""

    def tell(chart: Chart, category: str) -> str:
        return write(measure(chart, category, what))

    return tell


def measure(chart: Chart, category: str, what: str) -> Fraction:
    chart.need("box")
    chart.index(category)
    numbers = dict(zip(BOX_VALUES, chart.boxes[category], strict=True))
    match what:
        case "range":
            return numbers["maximum"] - numbers["minimum"]
        case "interquartile_range":
            return numbers["upper_quartile"] - numbers["lower_quartile"]
        case _ if what in numbers:
            return numbers[what]
        case _:
            raise Unknown(f"a box has no {what!r}")


def extreme(chart: Chart, what: str, which: str) -> str:
    chart.need("box")
    values = {category: measure(chart, category, what) for category in chart.categories}
    match which:
        case "largest":
            return largest_of(values)
        case "smallest":
            return smallest_of(values)
        case _:
            raise Unknown(f"{which!r} is neither largest nor smallest")


def half_between(chart: Chart, category: str) -> str:
    quartiles = (measure(chart, category, what) for what in ("lower_quartile", "upper_quartile"))
    return ", ".join(map(write, quartiles))
