"""A pedigree chart, opened: people, their parents and children, and what they are to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.stem.pedigrees import GENERATIONS, SEXES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

_NAME = re.compile(rf"({'|'.join(GENERATIONS)})-\d+")


@dataclass(frozen=True)
class Person:
    is_male: bool
    affected: bool
    carrier: bool
    deceased: bool
    at: tuple[float, float]


@dataclass(frozen=True)
class Couple:
    father: str
    mother: str
    children: tuple[str, ...]
    related: bool

    @property
    def both(self) -> frozenset[str]:
        return frozenset((self.father, self.mother))


@dataclass(frozen=True)
class Family:
    people: Mapping[str, Person]
    couples: tuple[Couple, ...]
    twins: Mapping[frozenset[str], bool]  # whether each pair is identical
    proband: str
    shows_carriers: bool
    parents: Mapping[str, tuple[str, str]]  # father and mother, of those who have them in the chart

    def person(self, name: str) -> Person:
        if name not in self.people:
            raise Unknown(f"there is nobody called {name!r}")
        return self.people[name]

    def two(self, one: str, other: str) -> frozenset[str]:
        """Raises Unknown where they are not two people of the chart."""
        self.person(one)
        self.person(other)
        if one == other:
            raise Unknown(f"{one} is named twice")
        return frozenset((one, other))

    def generation(self, name: str) -> str:
        self.person(name)
        return generation_of(name)

    def parents_of(self, name: str) -> tuple[str, str]:
        """Raises Unknown where they are not in the chart."""
        self.person(name)
        if name not in self.parents:
            raise Unknown(f"the parents of {name} are not in the chart")
        return self.parents[name]

    def children(self, name: str) -> list[str]:
        self.person(name)
        return [child for couple in self.couples if name in couple.both for child in couple.children]

    def partners(self, name: str) -> set[str]:
        self.person(name)
        return {other for couple in self.couples if name in couple.both for other in couple.both - {name}}

    def siblings(self, name: str) -> list[str]:
        """Return those who have both parents in common with somebody; nobody where these are not drawn."""
        self.person(name)
        own = self.parents.get(name)
        return [other for other, parents in self.parents.items() if parents == own and other != name]

    def ancestors(self, name: str) -> set[str]:
        found: set[str] = set()
        pending = list(self.parents.get(name, ()))
        while pending:
            above = pending.pop()
            if above not in found:
                found.add(above)
                pending += self.parents.get(above, ())
        return found

    def couple(self, one: str, other: str) -> Couple:
        pair = self.two(one, other)
        for couple in self.couples:
            if couple.both == pair:
                return couple
        raise Unknown(f"{one} and {other} are no couple")


def generation_of(name: str) -> str:
    return name.partition("-")[0]


def read_family(truth: Mapping[str, Any]) -> Family:
    """Open a truth. Raises Contradiction where no family can be so."""
    people = {name: _person(name, told) for name, told in truth["people"].items()}
    couples = tuple(
        Couple(father, mother, tuple(told["children"]), told["related"])
        for told in truth["couples"]
        for father, mother in [told["parents"]]
    )
    parents: dict[str, tuple[str, str]] = {}
    for couple in couples:
        _check_couple(couple, people)
        for child in couple.children:
            if child in parents:
                raise Contradiction(f"{child} has two pairs of parents")
            parents[child] = (couple.father, couple.mother)
    if lonely := people.keys() - parents.keys() - {name for couple in couples for name in couple.both}:
        raise Contradiction(f"{', '.join(sorted(lonely))} belong to nobody")
    if truth["proband"] and truth["proband"] not in people:
        raise Contradiction(f"the proband {truth['proband']!r} is not in the chart")
    if not truth["shows_carriers"] and any(person.carrier for person in people.values()):
        raise Contradiction("carriers are drawn, and are not")
    return Family(
        people,
        couples,
        dict(_twins(truth["twins"], people, parents)),
        truth["proband"],
        truth["shows_carriers"],
        parents,
    )


def _person(name: str, told: Mapping[str, Any]) -> Person:
    if not _NAME.fullmatch(name) or told["sex"] not in SEXES:
        raise Contradiction(f"nobody is called {name!r} and {told['sex']!r}")
    if told["affected"] and told["carrier"]:
        raise Contradiction(f"{name} is affected, and a carrier")
    x, y = told["at"]
    is_male = told["sex"] == "male"
    return Person(is_male, told["affected"], told["carrier"], told["deceased"], (float(x), float(y)))


def _check_couple(couple: Couple, people: Mapping[str, Person]) -> None:
    names = [couple.father, couple.mother, *couple.children]
    if unknown := [name for name in names if name not in people]:
        raise Contradiction(f"{', '.join(unknown)} are in no chart")
    if not people[couple.father].is_male or people[couple.mother].is_male:
        raise Contradiction(f"{couple.father} and {couple.mother} are no father and mother")
    if not couple.children:
        raise Contradiction(f"{couple.father} and {couple.mother} have no children")
    for child in couple.children:
        if any(_rank(child) <= _rank(parent) for parent in couple.both):
            raise Contradiction(f"{child} is no generation after the parents")


def _rank(name: str) -> int:
    return GENERATIONS.index(generation_of(name))


def _twins(
    told: list[Mapping[str, Any]], people: Mapping[str, Person], parents: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[frozenset[str], bool]]:
    for twins in told:
        one, other = twins["pair"]
        if one == other or one not in parents or parents[one] != parents.get(other):
            raise Contradiction(f"{one} and {other} are no children of one couple")
        first, second = people[one], people[other]
        if twins["identical"] and (first.is_male, first.affected) != (second.is_male, second.affected):
            raise Contradiction(f"{one} and {other} are identical, and differ")
        yield frozenset((one, other)), twins["identical"]
