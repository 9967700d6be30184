"""The oracle of charts: the operations of `schemas/stem/charts.py`, by how many arguments they take."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.stem.charts import ALSO_RIGHT, BOX_MEASURES
from vlcorpus.stages.verify.charts import any_chart, clouds, lines, one_value, places, several
from vlcorpus.stages.verify.charts import distributions as of_many
from vlcorpus.stages.verify.charts.chart import Chart, read_chart
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle

Result = TypeVar("Result")


def largest(chart: Chart, of: str) -> str:
    return one_value.largest(chart, of) if of == "chart" else several.largest(chart, of)


def smallest(chart: Chart, of: str) -> str:
    return one_value.smallest(chart, of) if of == "chart" else several.smallest(chart, of)


def total(chart: Chart, of: str) -> str:
    return one_value.total(chart, of) if of == "chart" else several.total(chart, of)


def range_(chart: Chart, of: str) -> str:
    return one_value.range_(chart, of) if of == "chart" else of_many.box_value("range")(chart, of)


def median(chart: Chart, of: str) -> str:
    return one_value.median(chart, of) if of == "chart" else of_many.box_value("median")(chart, of)


def extreme(chart: Chart, what: str, which: str) -> str:
    return (of_many if chart.type == "box" else clouds).extreme(chart, what, which)


OPERATIONS: dict[int, dict[str, Callable[..., str]]] = {
    1: {
        **{what: of_many.box_value(what) for what in BOX_MEASURES},
        "type": any_chart.type_,
        "title": any_chart.title,
        "axis_name": any_chart.axis_name,
        "axis_step": any_chart.axis_step,
        "axis_end": any_chart.axis_end,
        "count": any_chart.count,
        "category": any_chart.category,
        "series": any_chart.series,
        "value": one_value.value,
        "largest": largest,
        "smallest": smallest,
        "ranked": one_value.ranked,
        "total": total,
        "mean": one_value.mean,
        "range": range_,
        "median": median,
        "above": one_value.above,
        "below": one_value.below,
        "having": one_value.having,
        "share": one_value.share,
        "leader": several.leader,
        "stack": several.stack,
        "highest_stack": several.highest_stack,
        "top_cell": several.top_cell,
        "color": several.color,
        "with_color": several.with_color,
        "trend": lines.trend,
        "steepest_rise": lines.steepest_rise,
        "x": clouds.x,
        "y": clouds.y,
        "correlation": clouds.correlation,
        "right_of": clouds.right_of,
        "higher_than": clouds.higher_than,
        "bin_width": of_many.bin_width,
        "under": of_many.under,
        "from": of_many.from_,
        "modal": of_many.modal,
        "median_bin": of_many.median_bin,
        "mode": of_many.mode,
        "dots": of_many.dots,
        "half_between": of_many.half_between,
    },
    2: {
        "value": several.value,
        "larger": one_value.larger,
        "difference": one_value.difference,
        "ratio": one_value.ratio,
        "sum": one_value.sum_,
        "ahead": several.ahead,
        "change": lines.change,
        "crossings": lines.crossings,
        "extreme": extreme,
    },
    3: {
        "larger": several.larger,
        "difference": several.difference,
        "gap": several.gap,
        "change": lines.change_of,
    },
}
PLACES: dict[int, dict[str, Callable[..., tuple[float, float]]]] = {
    1: {
        "top": places.top,
        "middle": places.middle,
        "mark": places.mark,
        "point": places.point,
        "slice": places.slice_,
        "center": places.center,
        "median": places.median,
        "upper_quartile": places.upper_quartile,
        "lower_quartile": places.lower_quartile,
        "maximum": places.maximum,
        "minimum": places.minimum,
        "tick": places.tick,
        "top_dot": places.top_dot,
    },
    2: {"top": places.top_of, "middle": places.middle_of, "mark": places.mark_of, "cell": places.cell},
}


class Charts(Oracle):
    """One chart, opened. Every value is exact."""

    tolerance = 0.006  # a place in a slice is rounded to hundredths of the radius

    def __init__(self, truth: Mapping[str, Any]):
        self._chart = read_chart(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(_of_length(OPERATIONS, expression), self._chart, expression, self.value)

    def where(self, expression: Expression) -> tuple[float, float]:
        return evaluate(_of_length(PLACES, expression), self._chart, expression, self.value)

    def is_wrong(self, expression: Expression, value: str) -> bool:
        told = self.value(expression)
        also_right = ALSO_RIGHT.get(told, ()) if expression[0] == "type" else ()
        return value not in (told, *also_right)


def _of_length(
    tables: Mapping[int, Mapping[str, Callable[..., Result]]], expression: Expression
) -> Mapping[str, Callable[..., Result]]:
    return {} if isinstance(expression, str) else tables.get(len(expression) - 1, {})


ORACLE = Charts
