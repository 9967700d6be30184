"""Habitats by their file, and parts of their food webs at random."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

from vlcorpus.schemas.scenes.scene import Unfit

FILE = Path(__file__).with_name("habitats.yaml")
Habitat = Mapping[str, tuple[str, ...]]  # what each species eats


@lru_cache
def habitats() -> dict[str, Habitat]:
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: {species: tuple(eaten) for species, eaten in of.items()} for name, of in content.items()}


def heights(eats: Habitat) -> dict[str, int]:
    """Return how many links the longest chain from a producer to each species has."""
    found: dict[str, int] = {}

    def height(name: str) -> int:
        if name not in found:
            found[name] = 1 + max((height(eaten) for eaten in eats[name]), default=-1)
        return found[name]

    for name in eats:
        height(name)
    return found


def part_of(habitat: Habitat, random: Random, size: int) -> dict[str, tuple[str, ...]]:
    """Return some species that hang together, with all that they eat of each other: no consumer eats none."""
    chosen = {random.choice([name for name, eaten in habitat.items() if not eaten])}
    while len(chosen) < size:
        onward = [name for name, eaten in habitat.items() if name not in chosen and chosen & set(eaten)]
        down = [
            eaten
            for name in chosen
            for eaten in habitat[name]
            if eaten not in chosen and (not habitat[eaten] or chosen & set(habitat[eaten]))
        ]
        candidates = sorted(set(onward)) + sorted(set(down))
        if not candidates:
            raise Unfit("the habitat has no more species that fit")
        chosen.add(random.choice(candidates))
    return {
        name: tuple(other for other in eaten if other in chosen)
        for name, eaten in habitat.items()
        if name in chosen
    }


def chain_of(habitat: Habitat, random: Random, size: int) -> list[str]:
    """Return a food chain of so many species. Raises Unfit where it comes to an end before."""
    chain = [random.choice([name for name, eaten in habitat.items() if not eaten])]
    while len(chain) < size:
        onward = [name for name, eaten in habitat.items() if chain[-1] in eaten]
        if not onward:
            raise Unfit("the chain ends early")
        chain.append(random.choice(onward))
    return chain
