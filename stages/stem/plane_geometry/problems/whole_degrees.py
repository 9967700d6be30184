"""Angles of whole degrees, as textbooks choose them."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

_SLANT = 6  # degrees at least by which lines are off from parallel and perpendicular, if they are not so


def whole_angle(random: Random, low: int, high: int) -> int:
    """Return an angle between two: a multiple of 5 more often than another, as textbooks have them."""
    if random.random() < 0.6:
        return 5 * random.randint(-(-low // 5), high // 5)
    return random.randint(low, high)


def are_clear(ways: Sequence[float]) -> bool:
    """Say whether no two lines of these directions are almost parallel, or almost perpendicular."""
    turns = [(one - other) % 90 for one, other in combinations(ways, 2)]
    return all(turn == 0 or _SLANT <= turn <= 90 - _SLANT for turn in turns)
