"""How the values of a topic go over its categories: at random, calmly, or only upwards."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.scene import Unfit

_REACH, _CALM_REACH = 3, 1  # ticks from one value to the next, at most


def draw_course(random: Random, topic: Mapping[str, Any], count: int, ticks: int) -> list[int]:
    """Return how many ticks high each of the values is, of categories that have an order."""
    if topic.get("grow"):
        return climb(random, count, ticks)
    reach = _CALM_REACH if topic.get("calm") else _REACH
    found = [random.randint(1, ticks)]
    while len(found) < count:
        found.append(min(max(found[-1] + random.randint(-reach, reach), 1), ticks))
    return found


def climb(random: Random, count: int, ticks: int) -> list[int]:
    """Return heights of which each is above the one before."""
    if count > ticks:
        raise Unfit("the axis is too short to climb")
    return sorted(random.sample(range(1, ticks + 1), count))


def draw_heights(
    random: Random, topic: Mapping[str, Any], is_ordered: bool, count: int, ticks: int
) -> list[int]:
    """Return heights of values; of categories in no order, anything from the first tick up."""
    if is_ordered:
        return draw_course(random, topic, count, ticks)
    return [random.randint(1, ticks) for _ in range(count)]
