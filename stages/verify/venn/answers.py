"""The operations of `schemas/stem/venn.py`."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.venn import SHADINGS
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.venn.diagram import Diagram
from vlcorpus.stages.verify.venn.expressions import regions_of

EMPTY = "∅"


def elements(diagram: Diagram, text: str) -> str:
    _need_elements(diagram)
    regions = regions_of(diagram, text)
    found = [element for element, region in diagram.elements.items() if region in regions]
    return ", ".join(sorted(found, key=_in_order)) or EMPTY


def _in_order(element: str) -> tuple[int, str]:
    try:
        return int(element), ""
    except ValueError:
        return 0, element


def size(diagram: Diagram, text: str) -> str:
    return str(sum(map(diagram.n_elements, regions_of(diagram, text))))


def member(diagram: Diagram, element: str, text: str) -> str:
    _need_elements(diagram)
    return truth_value(diagram.region_of(element) in regions_of(diagram, text))


def memberships(diagram: Diagram, element: str) -> str:
    _need_elements(diagram)
    return str(len(diagram.region_of(element)))


def exactly(diagram: Diagram, text: str) -> str:
    number = _number(diagram, text)
    return str(sum(diagram.n_elements(region) for region in diagram.points if len(region) == number))


def at_least(diagram: Diagram, text: str) -> str:
    number = _number(diagram, text)
    return str(sum(diagram.n_elements(region) for region in diagram.points if len(region) >= number))


def _number(diagram: Diagram, text: str) -> int:
    lowest = 0 if diagram.universe else 1
    if not text.isdecimal() or not lowest <= int(text) <= len(diagram.sets):
        raise Unknown(f"nothing is in {text} of the sets")
    return int(text)


def largest(diagram: Diagram) -> str:
    sizes = {name: int(size(diagram, name)) for name in diagram.sets}
    most = [name for name, number in sizes.items() if number == max(sizes.values())]
    if len(most) > 1:
        raise Unknown(f"{' and '.join(most)} have as many elements")
    return most[0]


def subset(diagram: Diagram, one: str, other: str) -> str:
    _need_two(diagram, one, other)
    return truth_value(regions_of(diagram, one) <= regions_of(diagram, other))


def disjoint(diagram: Diagram, one: str, other: str) -> str:
    _need_two(diagram, one, other)
    return truth_value(not regions_of(diagram, one) & regions_of(diagram, other))


def equal(diagram: Diagram, one: str, other: str) -> str:
    return truth_value(regions_of(diagram, one) == regions_of(diagram, other))


def shading(diagram: Diagram) -> str:
    _need_shading(diagram)
    for template in SHADINGS[len(diagram.sets)]:
        text = template.translate(dict(zip(map(ord, "abcd"), diagram.sets, strict=False)))
        if "'" in text and not diagram.universe:
            continue
        if regions_of(diagram, text) == diagram.shaded:
            return text
    raise Unknown("no usual expression stands for what is shaded")


def shaded(diagram: Diagram, text: str) -> str:
    _need_shading(diagram)
    regions = regions_of(diagram, text)
    if not regions:
        raise Unknown(f"{text} has no region")
    if regions & diagram.shaded and not regions <= diagram.shaded:
        raise Unknown(f"{text} is shaded in part")
    return truth_value(regions <= diagram.shaded)


def count(diagram: Diagram, what: str) -> str:
    match what:
        case "sets":
            return str(len(diagram.sets))
        case "regions":
            return str(len(diagram.points))
        case "elements":
            return str(sum(map(diagram.n_elements, diagram.points)))
        case "shaded":
            _need_shading(diagram)
            return str(len(diagram.shaded))
    raise Unknown(f"nobody counts {what!r}")


def _need_elements(diagram: Diagram) -> None:
    if diagram.content != "elements":
        raise Unknown("the elements are not written in the diagram")


def _need_shading(diagram: Diagram) -> None:
    if diagram.content != "shading" or not diagram.shaded:
        raise Unknown("nothing is shaded")


def _need_two(diagram: Diagram, one: str, other: str) -> None:
    if diagram.set(one) == diagram.set(other):
        raise Unknown(f"{one} is compared with itself")
