"""What can be pointed at in a diagram of sets: regions by the sets that they lie in, and elements."""

from __future__ import annotations

from collections.abc import Iterator

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint
from vlcorpus.stages.stem.venn.diagram import Diagram, Place


def places(diagram: Diagram) -> dict[Expression, ExactPoint]:
    found = {
        expression: _exact(place)
        for region, place in diagram.regions.items()
        for expression in _names(region, diagram.sets)
    }
    for region, names in diagram.elements.items():
        for name in names:
            found["element", name] = _exact(diagram.spots[name])
            found["region_of", name] = _exact(diagram.regions[region])
    return found


def _names(region: str, sets: tuple[str, ...]) -> Iterator[Expression]:
    """Yield what a region is called by the sets in which it lies; some have no short name."""
    missing = [name for name in sets if name not in region]
    if not region:
        yield ("outside",)
    elif len(region) == 1:
        yield ("only", region)
    elif not missing:
        yield ("all",)
    elif len(region) == 2:
        yield ("only_both", region[0], region[1])
    else:
        yield ("all_but", missing[0])


def _exact(place: Place) -> ExactPoint:
    x, y = place
    return ExactPoint((str(x), str(y)), (float(x), float(y)))
