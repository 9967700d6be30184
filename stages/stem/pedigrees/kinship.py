"""How people of a family are related, by blood but for partners."""

from __future__ import annotations

from vlcorpus.stages.stem.pedigrees.family import Family, Person


class Kinship:
    def __init__(self, family: Family) -> None:
        people = list(family.people)
        self.partners: dict[Person, list[Person]] = {person: [] for person in people}
        self.children: dict[Person, list[Person]] = {person: [] for person in people}
        for couple in family.couples:
            for one, other in (couple.partners, couple.partners[::-1]):
                self.partners[one].append(other)
                self.children[one] += couple.children

    def siblings(self, person: Person) -> list[Person]:
        """Return the others who have the same father and the same mother."""
        if not person.parents:
            return []
        return [child for child in self.children[person.parents[0]] if child is not person]

    def ancestors(self, person: Person) -> set[Person]:
        found = set(person.parents or ())
        for parent in person.parents or ():
            found |= self.ancestors(parent)
        return found

    def relation(self, one: Person, other: Person) -> str | None:
        """Return what the one is to the other, in one word; None where there is none, or more than one."""
        found = [
            words[one.sex]
            for words, group in (
                (_PARENT, other.parents or ()),
                (_CHILD, self.children[other]),
                (_SIBLING, self.siblings(other)),
                (_PARTNER, self.partners[other]),
                (_GRANDPARENT, [p for parent in other.parents or () for p in parent.parents or ()]),
                (_GRANDCHILD, [p for child in self.children[other] for p in self.children[child]]),
                (_PARENTS_SIBLING, [p for parent in other.parents or () for p in self.siblings(parent)]),
                (_SIBLINGS_CHILD, [p for sibling in self.siblings(other) for p in self.children[sibling]]),
                (_COUSIN, self._cousins(other)),
            )
            if one in group
        ]
        return found[0] if len(found) == 1 else None

    def _cousins(self, person: Person) -> list[Person]:
        return [
            child
            for parent in person.parents or ()
            for sibling in self.siblings(parent)
            for child in self.children[sibling]
        ]


_PARENT = {"male": "father", "female": "mother"}
_CHILD = {"male": "son", "female": "daughter"}
_SIBLING = {"male": "brother", "female": "sister"}
_PARTNER = {"male": "partner", "female": "partner"}
_GRANDPARENT = {"male": "grandfather", "female": "grandmother"}
_GRANDCHILD = {"male": "grandson", "female": "granddaughter"}
_PARENTS_SIBLING = {"male": "uncle", "female": "aunt"}
_SIBLINGS_CHILD = {"male": "nephew", "female": "niece"}
_COUSIN = {"male": "cousin", "female": "cousin"}
