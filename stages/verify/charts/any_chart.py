"""What can be said of every chart."""

from __future__ import annotations

from vlcorpus.stages.verify.charts.chart import Axis, Chart, nth, write
from vlcorpus.stages.verify.oracle import Unknown


def type_(chart: Chart, what: str) -> str:
    chart.only(what)
    return chart.type


def title(chart: Chart, what: str) -> str:
    chart.only(what)
    return chart.title


def axis_name(chart: Chart, what: str) -> str:
    return _axis(chart, what).name


def axis_step(chart: Chart, what: str) -> str:
    return write(_values(chart, what).step)


def axis_end(chart: Chart, what: str) -> str:
    return write(_values(chart, what).high)


def _values(chart: Chart, what: str) -> Axis:
    if what != "values":
        raise Unknown(f"it is asked of the value axis, not of {what!r}")
    return _axis(chart, what)


def _axis(chart: Chart, what: str) -> Axis:
    axis = {"values": chart.value_axis, "x": chart.x_axis}.get(what)
    if axis is None:
        raise Unknown(f"there is no axis {what!r}")
    return axis


def count(chart: Chart, what: str) -> str:
    match what:
        case "categories" if chart.categories:
            return str(len(chart.categories))
        case "series":
            return str(len(chart.several()))
        case "points":
            return str(len(chart.all_points()))
        case _:
            raise Unknown(f"there are no {what!r} to count")


def category(chart: Chart, number: str) -> str:
    return nth(chart.categories, number)


def series(chart: Chart, number: str) -> str:
    return nth((one.name for one in chart.several()), number)
