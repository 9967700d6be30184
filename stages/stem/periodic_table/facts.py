"""What holds of elements: where they stand, their outer electrons, and how two of them compare."""

from __future__ import annotations

from vlcorpus.schemas.stem.elements import ELEMENTS, Element

_AT = {(element.group, element.period): element for element in ELEMENTS}
_LOWER_IS_LARGER = (1, 2, 15, 16, 17, 18)
_UPPER_PULLS_MORE = (16, 17)
_ACROSS = (2, 3)  # periods along which atoms get smaller, and electronegativity grows
_ALUMINIUM, _ASTATINE, _POLONIUM, _HELIUM, _HYDROGEN = 13, 85, 84, 2, 1
_FAMILIES = {1: "alkali metal", 2: "alkaline earth metal", 17: "halogen", 18: "noble gas"}


def is_main_group(element: Element) -> bool:
    return element.group <= 2 or element.group >= 13


def neighbor(element: Element, right: int, down: int) -> Element | None:
    return _AT.get((element.group + right, element.period + down))


def family(element: Element) -> str | None:
    """Return the name of its group; None for hydrogen, which is in group 1 and no alkali metal."""
    return None if element.number == _HYDROGEN else _FAMILIES.get(element.group, "none of these")


def valence(element: Element) -> int | None:
    """Return the electrons in the outer shell, of an element of a main group."""
    if not is_main_group(element):
        return None
    return 2 if element.number == _HELIUM else element.group % 10


def usual_charge(element: Element) -> int | None:
    """Return the charge of the ion that an element usually forms; None where there is not one alone."""
    if element.number in (_HYDROGEN, _ASTATINE):
        return None
    if element.group <= 2:
        return element.group
    if element.number == _ALUMINIUM:
        return 3
    if element.symbol in ("O", "S"):
        return -2
    return -1 if element.group == 17 else None


def written_charge(charge: int) -> str:
    return "0" if charge == 0 else f"{abs(charge)}{'+' if charge > 0 else '-'}"


def larger_atom(one: Element, other: Element) -> Element | None:
    """Return the one with the larger radius, where nobody disputes that."""
    if one.group == other.group and one.group in _LOWER_IS_LARGER:
        return max(one, other, key=lambda element: element.period)
    return min(one, other, key=lambda element: element.group) if _are_across(one, other) else None


def more_electronegative(one: Element, other: Element) -> Element | None:
    if one.group == other.group and one.group in _UPPER_PULLS_MORE:
        if {one.number, other.number} & {_ASTATINE, _POLONIUM}:
            return None
        return min(one, other, key=lambda element: element.period)
    return max(one, other, key=lambda element: element.group) if _are_across(one, other) else None


def _are_across(one: Element, other: Element) -> bool:
    is_in_row = one.period == other.period and one.period in _ACROSS and one.group != other.group
    return is_in_row and max(one.group, other.group) < 18
