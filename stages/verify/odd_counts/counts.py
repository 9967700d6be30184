"""What can be said of things with unusual numbers of parts, and where the parts are."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.odd_counts.objects import Objects, Point
from vlcorpus.stages.verify.oracle import Unknown

_FEW = 3  # from so many objects on, one may be the odd one


def count(objects: Objects, part: str, name: str) -> str:
    return str(len(objects.part(part, name).at))


def usual(objects: Objects, part: str, name: str) -> str:
    return truth_value(len(objects.part(part, name).at) == objects.usual(part, name))


def compared(objects: Objects, part: str, name: str) -> str:
    number, normal = len(objects.part(part, name).at), objects.usual(part, name)
    return "usual" if number == normal else "more" if number > normal else "fewer"


def difference(objects: Objects, part: str, name: str) -> str:
    return str(abs(len(objects.part(part, name).at) - objects.usual(part, name)))


def rank(objects: Objects, name: str) -> str:
    number = objects.thing(name).rank
    if number is None:
        raise Unknown(f"{name} has no number in its corners")
    return str(number)


def same(objects: Objects, part: str, one: str, other: str) -> str:
    if one == other:
        raise Unknown(f"{one} is compared with itself")
    return truth_value(len(objects.part(part, one).at) == len(objects.part(part, other).at))


def most(objects: Objects, part: str) -> str:
    return _extreme(objects.numbers(part), max)


def fewest(objects: Objects, part: str) -> str:
    return _extreme(objects.numbers(part), min)


def odd(objects: Objects, part: str) -> str:
    numbers = objects.numbers(part)
    if len(numbers) < _FEW:
        raise Unknown("of so few objects none is the odd one")
    found = list(numbers.values())
    alone = [name for name, number in numbers.items() if found.count(number) == 1]
    if len(alone) != 1 or len(set(found)) != 2:
        raise Unknown("not all but one have as many")
    return alone[0]


def total(objects: Objects, part: str) -> str:
    return str(sum(objects.numbers(part).values()))


def _extreme(numbers: dict[str, int], choose: Callable[..., int]) -> str:
    value = choose(numbers.values())
    found = [name for name, number in numbers.items() if number == value]
    if len(numbers) < 2 or len(found) != 1:
        raise Unknown(f"{len(found)} of {len(numbers)} objects have {value}")
    return found[0]


def nth(objects: Objects, part: str, number: str, name: str) -> Point:
    """Return the part that is so far from the left. Raises Unknown where two stand one above the other."""
    points = sorted(objects.part(part, name).at)
    if not number.isdecimal() or not 1 <= int(number) <= len(points):
        raise Unknown(f"{name} has no {part} {number}")
    if any(left[0] == right[0] for left, right in pairwise(points)):
        raise Unknown(f"two of the {part} of {name} are equally far to the left")
    return points[int(number) - 1]


def missing(objects: Objects, part: str, name: str) -> Point:
    return _only(objects.part(part, name).missing, f"missing {part} of {name}")


def extra(objects: Objects, part: str, name: str) -> Point:
    return _only(objects.part(part, name).extra, f"extra {part} of {name}")


def _only(points: tuple[Point, ...], what: str) -> Point:
    if len(points) != 1:
        raise Unknown(f"there are {len(points)} of: {what}")
    return points[0]
