"""What charts are about, drawn from topics.yaml: titles, names of axes, words for categories and series."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from vlcorpus.schemas.scenes.scene import Unfit

_FILE = Path(__file__).with_name("topics.yaml")


@lru_cache
def topics() -> dict[str, Any]:
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


def draw_words(random: Random, name: str, count: int) -> tuple[str, ...]:
    """Return words of a list, as many of them as there are at most; of an ordered one neighbours."""
    words = topics()["words"][name]
    count = min(count, len(words))
    if name in topics()["ordered"]:
        start = random.randint(0, len(words) - count)
        return tuple(words[start : start + count])
    return tuple(random.sample(words, count))


def draw_series(random: Random, by: list[str], count: int, taken: str) -> tuple[str, ...]:
    """Return names of so many series, of one of the lists `by` that is not `taken` by categories."""
    kinds = topics()["series"]
    lists = [
        name for name in by if name != taken and len(kinds.get(name) or topics()["words"][name]) >= count
    ]
    if not lists:
        raise Unfit("the topic has not so many series")
    name = random.choice(lists)
    return tuple(kinds[name][:count]) if name in kinds else draw_words(random, name, count)


def is_ordered(words: tuple[str, ...]) -> bool:
    """Tell whether words come from a list that has an order of its own, as months have."""
    return any(set(words) <= set(topics()["words"][name]) for name in topics()["ordered"])
