"""Charts of which a person knows what holds."""

import itertools

from vlcorpus.stages.verify.charts.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Oracle

AXIS = {"name": "Books", "low": "0", "high": "40", "step": "10"}


def truth(chart, **changes):
    plain = {
        "chart": chart,
        "title": "Books",
        "value_axis": AXIS,
        "categories": ["Anna", "Ben", "Cleo", "Dan"],
        "series": [series("values", "12", "30", "6", "24")],
        "labelled": False,
    }
    return plain | changes


def series(name, *values, color=None):
    return {"name": name, "color": color, "values": list(values)}


def chart(kind, **changes) -> Oracle:
    return ORACLE(truth(kind, **changes))


def several(kind) -> Oracle:
    rows = [series("2021", "3", "8", "5", "1", color="red"), series("2022", "4", "6", "5", "2", color="blue")]
    return chart(kind, series=rows, bar_width="0.3")


def cloud(*places, **points) -> Oracle:
    x_axis = {"name": "Hours", "low": "0", "high": "10", "step": "2"}
    others = [list(map(str, place)) for place in places]
    return chart("scatter", categories=[], series=[], x_axis=x_axis, points=points, others=others)


def histogram(*frequencies) -> Oracle:
    edges = [str(10 * k) for k in range(len(frequencies) + 1)]
    bins = [f"{a}-{b}" for a, b in itertools.pairwise(edges)]
    return chart("histogram", categories=bins, series=[series("values", *frequencies)], edges=edges)


def boxes() -> Oracle:
    numbers = {"Anna": ["2", "4", "5", "8", "9"], "Ben": ["1", "3", "5", "6", "12"]}
    return chart("box", categories=list(numbers), series=[], boxes=numbers)


def dot_plot() -> Oracle:
    return chart(
        "dot plot",
        value_axis=None,
        categories=["1", "2", "3"],
        series=[series("values", "4", "8", "0")],
        key="2",
    )
