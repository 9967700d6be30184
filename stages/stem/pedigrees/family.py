"""A family while it is made: who is whose child, and what is drawn of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from vlcorpus.schemas.stem.pedigrees import GENERATIONS


@dataclass(eq=False)
class Person:
    """Told apart by identity: a name comes when all are in their places."""

    sex: str
    row: int  # 0 for the first generation
    parents: tuple[Person, Person] | None = None  # father and mother
    affected: bool = False
    carrier: bool = False  # drawn as one
    deceased: bool = False
    name: str = ""
    x: int = 0
    y: int = 0

    @property
    def is_male(self) -> bool:
        return self.sex == "male"


@dataclass(eq=False)
class Couple:
    father: Person
    mother: Person
    children: list[Person] = field(default_factory=list)  # from the left
    is_related: bool = False

    @property
    def partners(self) -> tuple[Person, Person]:
        return self.father, self.mother

    @property
    def name(self) -> str:
        return f"{self.father.name} {self.mother.name}"


@dataclass
class Family:
    rows: list[list[Person]]  # of generations, each from the left
    couples: list[Couple]
    twins: list[tuple[Person, Person, bool]] = field(default_factory=list)  # identical or not
    proband: Person | None = None
    shows_carriers: bool = False
    steps: list[str] = field(default_factory=list)

    @property
    def people(self) -> Iterator[Person]:
        for row in self.rows:
            yield from row

    @cached_property
    def couples_of(self) -> dict[str, list[Couple]]:
        """Return the couples in which each person, by name, is a partner."""
        return {p.name: [couple for couple in self.couples if p in couple.partners] for p in self.people}

    def name_all(self) -> None:
        for generation, row in zip(GENERATIONS, self.rows, strict=False):
            for number, person in enumerate(row, start=1):
                person.name = f"{generation}-{number}"

    def truth(self) -> dict[str, Any]:
        """Return what schemas/stem/pedigrees.py describes."""
        return {
            "people": {
                p.name: {
                    "sex": p.sex,
                    "affected": p.affected,
                    "carrier": p.carrier,
                    "deceased": p.deceased,
                    "at": [str(p.x), str(p.y)],
                }
                for p in self.people
            },
            "couples": [
                {
                    "parents": [couple.father.name, couple.mother.name],
                    "children": [child.name for child in couple.children],
                    "related": couple.is_related,
                }
                for couple in self.couples
            ],
            "twins": [{"pair": [a.name, b.name], "identical": same} for a, b, same in self.twins],
            "proband": self.proband.name if self.proband else "",
            "shows_carriers": self.shows_carriers,
        }
