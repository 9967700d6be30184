"""A chart before it is drawn: its numbers, their names, and what its axes show."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.axes.numbers import decimal

LONE = "values"  # what the only series of a chart is called
Pair = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Scale:
    """What an axis shows: numbers from `low` to `high`, with a tick at each `step`."""

    name: str
    low: Fraction
    high: Fraction
    step: Fraction


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[Fraction, ...]
    color: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What schemas/stem/charts.py describes."""

    kind: str
    title: str
    steps: tuple[str, ...]  # kinds of constructions that made it
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    scale: Scale | None = None
    labelled: bool = False
    can_add: bool = False  # whether a sum of its values says something
    points: dict[str, Pair] = field(default_factory=dict)
    others: tuple[Pair, ...] = ()
    x_scale: Scale | None = None
    edges: tuple[Fraction, ...] = ()
    edges_name: str = ""
    boxes: dict[str, tuple[Fraction, ...]] = field(default_factory=dict)
    hues: tuple[str, ...] = ()  # of the slices of a pie
    key: int = 1
    bar_width: Fraction = Fraction(3, 5)
    axis_at: Fraction = Fraction(-3, 4)

    @property
    def is_lone(self) -> bool:
        """Tell whether there is one value for each category."""
        return [series.name for series in self.series] == [LONE]

    def value(self, category: str, series: str = LONE) -> Fraction:
        (found,) = (one for one in self.series if one.name == series)
        return found.values[self.categories.index(category)]


def written(number: Fraction) -> str:
    """Return a number as charts write it. Raises Unfit where it takes too many decimals."""
    text = decimal(number)
    if text is None:
        raise Unfit("a number has too many decimals")
    return text
