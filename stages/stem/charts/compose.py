"""Charts: one of the kinds, at random."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from vlcorpus.stages.stem.charts import comparisons, distributions
from vlcorpus.stages.stem.charts.chart import Chart
from vlcorpus.stages.stem.charts.kinds import BASES, Base

KINDS: dict[str, Base] = dict(BASES)
_MODULES = (comparisons, distributions)  # they fill the list when they are imported


def compose(random: Random) -> Chart:
    """Return a chart. Raises Unfit where what was drawn at random makes none that is clear."""
    name = random.choice(list(KINDS))
    chart = KINDS[name](random)
    return replace(chart, steps=(name, *chart.steps))
