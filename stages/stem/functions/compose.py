"""Pictures of graphs: a window, a base, and some constructions on it, at random."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.axes.frame import Axis, Frame
from vlcorpus.stages.stem.functions.additions import ADDITIONS, GRAPH_ADDITIONS, VECTOR_ADDITIONS
from vlcorpus.stages.stem.functions.bases import BASES
from vlcorpus.stages.stem.functions.gates import check
from vlcorpus.stages.stem.functions.plot import Plot

MAX_ADDITIONS = 4
_DRAWS = 2  # of one construction
_UNITS = (1, 1, 1, 1, 2, 5, 10, Fraction(1, 2))  # of upright steps: level ones are 1
_HUES = ("red", "blue", "green", "orange", "purple", "brown", "pink")
_COLORED = 0.5


def compose(random: Random) -> Plot:
    """Return a picture. Raises Unfit where what was drawn at random makes none that is clear."""
    plot = Plot(random, _window(random))
    base = random.choice(list(BASES))
    BASES[base](plot)
    check(plot)
    plot.steps.append(base)
    wanted = random.randint(1, MAX_ADDITIONS)
    names = VECTOR_ADDITIONS if plot.vectors else GRAPH_ADDITIONS
    for name in random.sample(names, len(names)):
        if len(plot.steps) > wanted:
            break
        if grown := _grown(plot, name):
            plot = grown
    _color(plot)
    return plot


def _grown(plot: Plot, name: str) -> Plot | None:
    """Return the picture with one construction more; None where none of some draws of it fits."""
    for _ in range(_DRAWS):
        grown = plot.copy()
        try:
            ADDITIONS[name](grown)
            check(grown, plot)
        except Unfit:
            continue
        grown.steps.append(name)
        return grown
    return None


def _window(random: Random) -> Frame:
    left, right, low, high = (random.randint(4, 6) for _ in range(4))
    unit = Fraction(random.choice(_UNITS))
    across = Axis(Fraction(-left), Fraction(right), Fraction(1), name="x")
    up = Axis(-low * unit, high * unit, unit, name="y")
    return Frame(across, up, float(left + right), float(low + high))


def _color(plot: Plot) -> None:
    if plot.random.random() < _COLORED:
        hues = plot.random.sample(_HUES, len(plot.graphs))
        for (name, graph), hue in zip(list(plot.graphs.items()), hues, strict=True):
            plot.graphs[name] = replace(graph, color=hue)
