"""Plane figures: a base, and some constructions on it, at random."""

from __future__ import annotations

from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.additions import ADDITIONS
from vlcorpus.stages.stem.plane_geometry.bases import BASES
from vlcorpus.stages.stem.plane_geometry.figure import Figure
from vlcorpus.stages.stem.plane_geometry.gates import check

MAX_ADDITIONS = 4
MAX_POINTS = 11


def compose(random: Random) -> Figure:
    """Return a figure. Raises Unfit where what was drawn at random makes none that is clear."""
    figure = Figure.empty(random)
    base = random.choice(list(BASES))
    BASES[base](figure)
    figure.steps.insert(0, base)
    wanted = random.randint(1, MAX_ADDITIONS)
    names = random.sample(list(ADDITIONS), len(ADDITIONS))
    for name in names:
        if len(figure.steps) > wanted:
            break
        grown = figure.copy()
        try:
            ADDITIONS[name](grown)
            check(grown)
        except Unfit:
            continue
        figure = grown
        figure.steps.append(name)
    if len(figure.steps) == 1 and not figure.drawn:
        raise Unfit("nothing is drawn but a circle")
    if len(figure.points) > MAX_POINTS:
        raise Unfit("there are too many points")
    if len(figure.steps) == 1:  # with additions it has been checked
        check(figure)
    return figure
