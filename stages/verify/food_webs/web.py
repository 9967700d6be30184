"""A food web, opened: who eats whom, and what follows from it for each species."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@dataclass(frozen=True)
class Web:
    is_chain: bool
    species: Mapping[str, tuple[float, float]]
    links: frozenset[tuple[str, str]]  # from what is eaten to who eats it

    def find(self, name: str) -> str:
        """Return the name. Raises Unknown where no species is called so."""
        if name not in self.species:
            raise Unknown(f"there is no species {name!r}")
        return name

    def two(self, one: str, other: str) -> tuple[str, str]:
        """Return both names. Raises Unknown where they are not two species."""
        if one == other:
            raise Unknown(f"{one!r} is named twice")
        return self.find(one), self.find(other)

    @cached_property
    def _prey(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(a for a, b in self.links if b == name) for name in self.species}

    @cached_property
    def _predators(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(b for a, b in self.links if a == name) for name in self.species}

    def prey(self, name: str) -> frozenset[str]:
        return self._prey[self.find(name)]

    def predators(self, name: str) -> frozenset[str]:
        return self._predators[self.find(name)]

    def is_producer(self, name: str) -> bool:
        return not self.prey(name)

    def is_top(self, name: str) -> bool:
        return bool(self.prey(name)) and not self.predators(name)

    def level(self, name: str) -> int:
        """Return the trophic level. Raises Unknown where the prey stand on several."""
        if self.is_producer(name):
            return 1
        below = {self.level(prey) for prey in self.prey(name)}
        if len(below) > 1:
            raise Unknown(f"{name} eats on several levels")
        return 1 + below.pop()

    def diet(self, name: str) -> str:
        """Raises Unknown for a producer."""
        plants = {self.is_producer(prey) for prey in self.prey(name)}
        if not plants:
            raise Unknown(f"{name} is a producer")
        return "omnivore" if len(plants) > 1 else "herbivore" if plants.pop() else "carnivore"

    def reached_from(self, name: str) -> set[str]:
        """Return the species to which arrows lead from one, directly or over others."""
        found: set[str] = set()
        pending = list(self.predators(name))
        while pending:
            there = pending.pop()
            if there not in found:
                found.add(there)
                pending += self.predators(there)
        return found

    def chains_from(self, name: str) -> int:
        """Return how many food chains lead from a species to top predators."""
        return sum(map(self.chains_from, self.predators(name))) or int(self.is_top(name))

    def longest_from(self, name: str) -> int:
        """Return how many species the longest way along arrows has."""
        return 1 + max(map(self.longest_from, self.predators(name)), default=0)

    def producers(self) -> Iterable[str]:
        return filter(self.is_producer, self.species)


def read_web(truth: Mapping[str, Any]) -> Web:
    """Open the truth of a web or a chain. Raises Contradiction where none can be so."""
    species = {name: (float(x), float(y)) for name, (x, y) in truth["species"].items()}
    links = [(a, b) for a, b in truth["links"]]
    if unknown := {name for link in links for name in link} - species.keys():
        raise Contradiction(f"arrows join what is not there: {', '.join(sorted(unknown))}")
    if len(set(links)) != len(links):
        raise Contradiction("an arrow is drawn twice")
    web = Web(truth["kind"] == "chain", species, frozenset(links))
    if any(name in web.reached_from(name) for name in species):
        raise Contradiction("arrows go round in a circle")
    if web.is_chain and not _is_chain(web):
        raise Contradiction("the arrows are no chain")
    return web


def _is_chain(web: Web) -> bool:
    one_way = all(len(web.prey(name)) < 2 and len(web.predators(name)) < 2 for name in web.species)
    return one_way and len(web.links) == len(web.species) - 1
