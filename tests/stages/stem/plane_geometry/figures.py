"""Figures of which a person knows what holds."""

from random import Random

from vlcorpus.stages.stem.plane_geometry.exact import Circle, xy
from vlcorpus.stages.stem.plane_geometry.figure import Figure
from vlcorpus.stages.stem.surd import Surd


def figure_of(polygon: dict[str, tuple], **points: tuple) -> Figure:
    """Return a figure with one polygon, of the named corners, and further points."""
    figure = Figure(Random(0), [])
    figure.points = {name: xy(*place) for name, place in {**polygon, **points}.items()}
    if polygon:
        figure.polygons = [tuple(polygon)]
    return figure


def with_circle(figure: Figure, name: str, center: tuple, radius_squared: int) -> Figure:
    figure.circles[name] = Circle(xy(*center), Surd(radius_squared))
    return figure
