"""What can be said of a chart: by its kind, derived from its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.stem.charts import ALSO_RIGHT, CHARTS
from vlcorpus.stages.stem.axes.numbers import decimal
from vlcorpus.stages.stem.charts.chart import LONE, Chart


def general_claims(chart: Chart) -> Iterator[Claim]:
    """Yield what is said of every chart: its kind, its title, its axes, how much there is of it."""
    also_right = ALSO_RIGHT.get(chart.kind, ())
    wrong = tuple(kind for kind in rest(chart.kind, CHARTS) if kind not in also_right)
    yield Claim(("type", "chart"), chart.kind, (), wrong)
    yield Claim(("title", "chart"), chart.title)
    if chart.scale:
        axis = (value_axis(chart),)
        yield Claim(("axis_name", "values"), chart.scale.name, axis)
        yield from number(("axis_step", "values"), chart.scale.step, axis, chart.scale.step)
        yield from number(("axis_end", "values"), chart.scale.high, axis, chart.scale.step)
    if chart.x_scale:
        yield Claim(("axis_name", "x"), chart.x_scale.name, ("x-axis",))
    if chart.categories:
        yield from count(("count", "categories"), len(chart.categories))
    if chart.series and not chart.is_lone:
        yield from count(("count", "series"), len(chart.series))
    if chart.kind == "scatter":
        things = tuple(f"point {name}" for name in chart.points)
        things += tuple(f"dot {n}" for n in range(1, len(chart.others) + 1))
        yield from count(("count", "points"), len(things), things)


def value_axis(chart: Chart) -> str:
    return "x-axis" if chart.kind == "horizontal bar" else "y-axis"


def thing(chart: Chart, category: str, series: str = LONE) -> str:
    """Return the name of what shows a value."""
    return f"value {category}" if series == LONE else f"value {series}, {category}"


def number(
    expression: tuple[str, ...], value: Fraction, things: tuple[str, ...], step: Fraction
) -> Iterator[Claim]:
    """Yield a claim of a number, if it has few enough decimals."""
    text = decimal(value)
    if text is None:
        return
    others = [value + n * step for n in (-2, -1, 1, 2)]
    rivals = [decimal(other) for other in others if value < 0 or other >= 0]
    yield Claim(expression, text, things, tuple(other for other in rivals if other is not None))


def count(expression: tuple[str, ...], value: int, things: tuple[str, ...] = ()) -> Iterator[Claim]:
    rivals = tuple(str(other) for other in range(max(0, value - 2), value + 4) if other != value)
    yield Claim(expression, str(value), things, rivals)


def choice(expression: tuple[str, ...], value: str, values: Iterable[str], things: tuple[str, ...]) -> Claim:
    """Return a claim of one of several names."""
    return Claim(expression, value, things, rest(value, values))


def rest(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def only(numbers: dict[str, Fraction], best: Fraction) -> str | None:
    """Return the only name with a number; None where there are several."""
    names = [name for name, value in numbers.items() if value == best]
    return names[0] if len(names) == 1 else None


def step_of(chart: Chart) -> Fraction:
    """Return by how much one who misreads a value is off."""
    if chart.scale and not chart.labelled:
        return chart.scale.step
    return Fraction(chart.key)
