"""Where in a scene of simple figures what is."""

from __future__ import annotations

from vlcorpus.stages.verify.blind_spots import figures, others
from vlcorpus.stages.verify.blind_spots.sights import Sight, crossings
from vlcorpus.stages.verify.oracle import Unknown

Place = tuple[float, float]


def center(sight: Sight, name: str) -> Place:
    return sight.circle(name).center


def contact(sight: Sight, one: str, other: str) -> Place:
    """Two circles touch on the line of their centres, as far from each as its radius."""
    if figures.relation(sight, one, other) != "touching":
        raise Unknown(f"{one} and {other} do not touch")
    first, second = sight.circle(one), sight.circle(other)
    share = first.radius / (first.radius + second.radius)
    (x, y), (u, v) = first.center, second.center
    return x + share * (u - x), y + share * (v - y)


def crossing(sight: Sight, one: str, other: str) -> Place:
    found = crossings(sight.line(one), sight.line(other)) if one != other else []
    if len(found) != 1:
        raise Unknown(f"{one} and {other} cross {len(found)} times")
    x, y = found[0]
    return float(x), float(y)


def dot(sight: Sight, name: str) -> Place:
    return sight.dot(name)


def station(sight: Sight, name: str) -> Place:
    return sight.station(name)


def end(sight: Sight, hue: str, name: str) -> Place:
    return sight.station(others.end(sight, hue, name))


def circled(sight: Sight, what: str) -> Place:
    others.circled_letter(sight, what)
    x, y = sight.word["at"][sight.word["circled"]]
    return x, y


def cell(sight: Sight, row: str, column: str) -> Place:
    """Rows are counted from above, columns from the left, both from 1."""
    return _band(sight, "x", column), _band(sight, "y", row, from_end=True)


def innermost(sight: Sight, what: str) -> Place:
    if what != "squares" or not sight.squares:
        raise Unknown(f"there are no {what}")
    smallest = min(side for _, side in sight.squares)
    found = [middle for middle, side in sight.squares if side == smallest]
    if len(found) != 1 or len({middle for middle, _ in sight.squares}) == 1:
        raise Unknown("no square is the innermost one, or all have one centre")
    return found[0]


def _band(sight: Sight, axis: str, number: str, *, from_end: bool = False) -> float:
    lines = sight.grid.get(axis, [])
    if not number.isdecimal() or not 1 <= int(number) < len(lines):
        raise Unknown(f"the table has no {number} along {axis}")
    low = len(lines) - 1 - int(number) if from_end else int(number) - 1
    return (lines[low] + lines[low + 1]) / 2
