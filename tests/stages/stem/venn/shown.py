"""Diagrams of which a person knows what holds."""

from vlcorpus.stages.stem.venn.curves import Curve
from vlcorpus.stages.stem.venn.diagram import Diagram


def overlapping(**changes) -> Diagram:
    """Return A and B, which overlap, in the universe U."""
    curves = {"A": Curve((0, 0), (300, 300)), "B": Curve((400, 0), (300, 300))}
    regions = {"": (-400, 400), "A": (-100, 0), "B": (500, 0), "AB": (200, 0)}
    frame = ((-450, -450), (850, 450))
    letters = {"A": (-350, 0), "B": (750, 0), "U": (-400, 400)}
    return Diagram(curves, letters, regions, universe="U", frame=frame, **changes)


def with_elements() -> Diagram:
    elements = {"": ["9"], "A": ["1", "10"], "B": ["2"], "AB": ["7"]}
    spots = {"9": (-400, -400), "1": (-100, 50), "10": (-100, -50), "2": (500, 0), "7": (200, 0)}
    return overlapping(content="elements", elements=elements, spots=spots)


def with_counts() -> Diagram:
    return overlapping(content="counts", counts={"": 4, "A": 5, "B": 8, "AB": 3})


def with_shading() -> Diagram:
    return overlapping(content="shading", shaded=["A"])
