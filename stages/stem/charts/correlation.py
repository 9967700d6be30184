"""How strongly the points of a scatter chart follow a line."""

from __future__ import annotations

import math

from vlcorpus.stages.stem.charts.chart import Pair

_STRONG, _NONE = 0.86, 0.14  # of Pearson's coefficient: the contract's limits with some distance


def correlation(points: list[Pair]) -> str | None:
    """Return positive, negative or none; None where it is neither clear nor clearly not there."""
    xs, ys = ([float(pair[n]) for pair in points] for n in (0, 1))
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    together = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    spread = math.sqrt(sum((x - mean_x) ** 2 for x in xs) * sum((y - mean_y) ** 2 for y in ys))
    coefficient = together / spread if spread else 0.0
    if abs(coefficient) <= _NONE:
        return "none"
    if abs(coefficient) < _STRONG:
        return None
    return "positive" if coefficient > 0 else "negative"
