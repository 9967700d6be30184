"""A food web, or an energy pyramid, while it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

UNIT = "kJ"  # of energies
Place = tuple[int, int]
Link = tuple[str, str]  # from what is eaten to who eats it


@dataclass
class Web:
    kind: str
    places: dict[str, Place] = field(default_factory=dict)  # of species, of a pyramid's steps from the bottom
    links: list[Link] = field(default_factory=list)
    energies: dict[str, int] = field(default_factory=dict)  # of steps
    full_diets: Mapping[str, Sequence[str]] = field(default_factory=dict)  # of all species of the habitat
    steps: list[str] = field(default_factory=list)

    @cached_property
    def prey(self) -> dict[str, list[str]]:
        return {name: [a for a, b in self.links if b == name] for name in self.places}

    @cached_property
    def predators(self) -> dict[str, list[str]]:
        return {name: [b for a, b in self.links if a == name] for name in self.places}

    @cached_property
    def producers(self) -> list[str]:
        return [name for name, eaten in self.prey.items() if not eaten]

    @cached_property
    def top_predators(self) -> list[str]:
        return [name for name in self.places if self.prey[name] and not self.predators[name]]

    def truth(self) -> dict[str, Any]:
        """Return what schemas/stem/food_webs.py describes."""
        places = {name: [str(x), str(y)] for name, (x, y) in self.places.items()}
        is_pyramid = bool(self.energies)
        return {
            "kind": self.kind,
            "species": {} if is_pyramid else places,
            "links": [list(link) for link in self.links],
            "levels": [[name, str(energy)] for name, energy in self.energies.items()],
            "unit": UNIT if is_pyramid else "",
            "steps": places if is_pyramid else {},
        }
