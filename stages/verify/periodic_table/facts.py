"""What can be said of the elements that a picture shows, by where they stand in the periodic table."""

from __future__ import annotations

from collections.abc import Callable

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem import elements
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.periodic_table.elements import Element
from vlcorpus.stages.verify.periodic_table.picture import Picture

_MAIN_GROUPS = (1, 2, *range(13, 19))
_FAMILIES = {1: "alkali metal", 2: "alkaline earth metal", 17: "halogen", 18: "noble gas"}
# Groups down which atoms become larger, and those down which the hold on electrons becomes weaker.
_LARGER_BELOW = (1, 2, 15, 16, 17, 18)
_WEAKER_BELOW = (16, 17)
# Periods along which atoms become smaller, and hold electrons more strongly, up to the halogens.
_ALONG = (2, 3)


def symbol(picture: Picture, x: str) -> str:
    found = picture.element(x)
    if picture.cells and picture.cell(x).letter != x:
        raise Unknown(f"{x} is a symbol")
    return found.symbol


def number(picture: Picture, x: str) -> str:
    return str(picture.element(x).number)


def group(picture: Picture, x: str) -> str:
    return str(picture.element(x).group)


def period(picture: Picture, x: str) -> str:
    return str(picture.element(x).period)


def kind(picture: Picture, x: str) -> str:
    element = picture.element(x)
    found = elements.BY_SYMBOL[element.symbol].kind
    if found is None:
        raise Unknown(f"textbooks differ on {element.symbol}")
    return found


def family(picture: Picture, x: str) -> str:
    element = picture.element(x)
    if element.symbol == "H":
        raise Unknown("hydrogen is above the alkali metals, and none")
    return _FAMILIES.get(element.group, "none of these")


def valence(picture: Picture, x: str) -> str:
    element = _of_main_group(picture, x)
    return "2" if element.symbol == "He" else str(element.group % 10)


def occupied(picture: Picture, x: str) -> str:
    return str(_of_main_group(picture, x).period)


def _of_main_group(picture: Picture, x: str) -> Element:
    element = picture.element(x)
    if element.group not in _MAIN_GROUPS:
        raise Unknown(f"{element.symbol} is in no main group")
    return element


def usual_ion(picture: Picture, x: str) -> str:
    element = picture.element(x)
    by_group = {1: "1+", 2: "2+", 17: "1-"}
    by_symbol = {"Al": "3+", "O": "2-", "S": "2-"}
    found = by_symbol.get(element.symbol) or by_group.get(element.group)
    if found is None or element.symbol in ("H", "At"):
        raise Unknown(f"{element.symbol} has no common ion")
    return found


def same_group(picture: Picture, x: str, y: str) -> str:
    one, other = two(picture, x, y)
    return truth_value(one.group == other.group)


def same_period(picture: Picture, x: str, y: str) -> str:
    one, other = two(picture, x, y)
    return truth_value(one.period == other.period)


def higher_number(picture: Picture, x: str, y: str) -> str:
    one, other = two(picture, x, y)
    if one.number == other.number:
        raise Unknown(f"{x} and {y} are of one element")
    return x if one.number > other.number else y


def larger_atom(picture: Picture, x: str, y: str) -> str:
    """Atoms become larger down a group, and smaller along a period."""
    one, other = two(picture, x, y)
    if one.group == other.group in _LARGER_BELOW:
        return _first_by(one, other, x, y, lambda element: -element.period)
    return _first_by(*_along_a_period(one, other), x, y, lambda element: element.group)


def electronegative(picture: Picture, x: str, y: str) -> str:
    """Electrons are held more weakly down a group, and more strongly along a period."""
    one, other = two(picture, x, y)
    if one.group == other.group in _WEAKER_BELOW and not {one.symbol, other.symbol} & {"Po", "At"}:
        return _first_by(one, other, x, y, lambda element: element.period)
    return _first_by(*_along_a_period(one, other), x, y, lambda element: -element.group)


def _along_a_period(one: Element, other: Element) -> tuple[Element, Element]:
    """Raises Unknown for elements of different periods, or of one in which there are exceptions."""
    if one.period != other.period or one.period not in _ALONG or 18 in (one.group, other.group):
        raise Unknown(f"no rule compares {one.symbol} and {other.symbol}")
    return one, other


def _first_by(one: Element, other: Element, x: str, y: str, key: Callable[[Element], int]) -> str:
    if key(one) == key(other):
        raise Unknown(f"{x} and {y} are of one element")
    return x if key(one) < key(other) else y


def two(picture: Picture, x: str, y: str) -> tuple[Element, Element]:
    """Return the elements of two different names."""
    if x == y:
        raise Unknown(f"{x} is compared with itself")
    return picture.element(x), picture.element(y)
