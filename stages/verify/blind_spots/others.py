"""What can be said of paths, of stacked figures and of a word, and how many there are of each thing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.stages.verify.blind_spots.figures import n_overlapping
from vlcorpus.stages.verify.blind_spots.sights import Sight, crossings
from vlcorpus.stages.verify.oracle import Unknown


def paths(sight: Sight, one: str, other: str) -> str:
    sight.station(one), sight.station(other)
    if one == other:
        raise Unknown(f"paths from {one} to itself")
    return str(sum(set(path.ends) == {one, other} for path in sight.paths))


def connected(sight: Sight, one: str, other: str) -> str:
    return truth_value(paths(sight, one, other) != "0")


def end(sight: Sight, hue: str, name: str) -> str:
    sight.station(name)
    found = [path for path in sight.paths if path.hue == hue and name in path.ends]
    if len(found) != 1:
        raise Unknown(f"{len(found)} {hue} paths end at {name}")
    one, other = found[0].ends
    return other if one == name else one


def degree(sight: Sight, name: str) -> str:
    sight.station(name)
    return str(sum(path.ends.count(name) for path in sight.paths))


def in_front(sight: Sight, one: str, other: str) -> str:
    if {one, other} not in sight.overlaps:
        raise Unknown(f"{one} and {other} cover no common area")
    return max(one, other, key=sight.stack.index)


def top(sight: Sight, what: str) -> str:
    """Raises Unknown where another figure is not covered either: it is on top as much."""
    if what != "stack" or not sight.stack:
        raise Unknown(f"there is no stack {what!r}")
    covered = {min(pair, key=sight.stack.index) for pair in sight.overlaps}
    free = [hue for hue in sight.stack if hue not in covered]
    if len(free) != 1:
        raise Unknown(f"{len(free)} figures are covered by none")
    return free[0]


def circled_letter(sight: Sight, what: str) -> str:
    return _text(sight, what)[sight.word["circled"]]


def circled_position(sight: Sight, what: str) -> str:
    _text(sight, what)
    return str(sight.word["circled"] + 1)


def occurrences(sight: Sight, letter: str, what: str) -> str:
    if len(letter) != 1:
        raise Unknown(f"{letter!r} is no letter")
    return str(_text(sight, what).lower().count(letter.lower()))


def count(sight: Sight, what: str) -> str:
    if what not in COUNTS:
        raise Unknown(f"{what!r} is not counted")
    return str(COUNTS[what](sight))


def _text(sight: Sight, what: str) -> str:
    if what != "word" or not sight.word:
        raise Unknown(f"there is no word {what!r}")
    return str(sight.word["text"])


def _n_crossings(sight: Sight) -> int:
    return sum(len(crossings(*pair)) for pair in combinations(sight.lines.values(), 2))


def _n_overlaps(sight: Sight) -> int:
    if sight.stack and sight.circles:
        raise Unknown("circles overlap, and figures of a stack do: nobody knows which are meant")
    return len(sight.overlaps) if sight.stack else n_overlapping(sight)


def _n_bands(sight: Sight, axis: str) -> int:
    if axis not in sight.grid:
        raise Unknown("there is no table")
    return len(sight.grid[axis]) - 1


COUNTS: dict[str, Callable[[Sight], int]] = {
    "circles": lambda sight: len(sight.circles),
    "squares": lambda sight: len(sight.squares),
    "lines": lambda sight: len(sight.lines),
    "dots": lambda sight: len(sight.dots),
    "stations": lambda sight: len(sight.stations),
    "paths": lambda sight: len(sight.paths),
    "figures": lambda sight: len(sight.stack),
    "letters": lambda sight: len(sight.word.get("text", "")),
    "crossings": _n_crossings,
    "overlaps": _n_overlaps,
    "rows": lambda sight: _n_bands(sight, "y"),
    "columns": lambda sight: _n_bands(sight, "x"),
    "cells": lambda sight: _n_bands(sight, "x") * _n_bands(sight, "y"),
}
