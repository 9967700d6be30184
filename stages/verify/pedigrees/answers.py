"""The operations of `schemas/stem/pedigrees.py`."""

from __future__ import annotations

from collections.abc import Iterable

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.pedigrees import GENERATIONS, MODES, SEXES, TWINS
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.pedigrees import genotypes
from vlcorpus.stages.verify.pedigrees.family import Family, generation_of

_MALE_AND_FEMALE = {
    "parent": ("father", "mother"),
    "child": ("son", "daughter"),
    "sibling": ("brother", "sister"),
    "partner": ("partner", "partner"),
    "grandparent": ("grandfather", "grandmother"),
    "grandchild": ("grandson", "granddaughter"),
    "parent's sibling": ("uncle", "aunt"),
    "sibling's child": ("nephew", "niece"),
    "cousin": ("cousin", "cousin"),
}


def sex(family: Family, name: str) -> str:
    return SEXES[not family.person(name).is_male]


def affected(family: Family, name: str) -> str:
    return truth_value(family.person(name).affected)


def carrier(family: Family, name: str) -> str:
    person = family.person(name)
    if not family.shows_carriers or person.affected:
        raise Unknown(f"the chart does not tell whether {name} is a carrier")
    return truth_value(person.carrier)


def deceased(family: Family, name: str) -> str:
    return truth_value(family.person(name).deceased)


def generation(family: Family, name: str) -> str:
    return family.generation(name)


def father(family: Family, name: str) -> str:
    return family.parents_of(name)[0]


def mother(family: Family, name: str) -> str:
    return family.parents_of(name)[1]


def partner(family: Family, name: str) -> str:
    found = family.partners(name)
    if len(found) != 1:
        raise Unknown(f"{name} has children with {len(found)} people")
    return next(iter(found))


def children(family: Family, name: str) -> str:
    return str(len(family.children(name)))


def sons(family: Family, name: str) -> str:
    return _number_of(family, family.children(name), is_male=True)


def daughters(family: Family, name: str) -> str:
    return _number_of(family, family.children(name), is_male=False)


def brothers(family: Family, name: str) -> str:
    family.parents_of(name)
    return _number_of(family, family.siblings(name), is_male=True)


def sisters(family: Family, name: str) -> str:
    family.parents_of(name)
    return _number_of(family, family.siblings(name), is_male=False)


def _number_of(family: Family, names: Iterable[str], *, is_male: bool) -> str:
    return str(sum(family.people[name].is_male == is_male for name in names))


def affected_children(family: Family, name: str) -> str:
    return str(sum(family.people[child].affected for child in family.children(name)))


def siblings(family: Family, one: str, other: str) -> str:
    family.two(one, other)
    return truth_value(other in family.siblings(one))


def parent(family: Family, one: str, other: str) -> str:
    family.two(one, other)
    return truth_value(one in family.parents.get(other, ()))


def ancestor(family: Family, one: str, other: str) -> str:
    family.two(one, other)
    return truth_value(one in family.ancestors(other))


def relation(family: Family, one: str, other: str) -> str:
    family.two(one, other)
    found = [kind for kind, names in _relatives(family, other).items() if one in names]
    if len(found) != 1:
        raise Unknown(f"{one} is {' and '.join(found) or 'nothing that has a name'} to {other}")
    return _MALE_AND_FEMALE[found[0]][not family.people[one].is_male]


def _relatives(family: Family, name: str) -> dict[str, set[str]]:
    """Return who is what to somebody, by blood but for partners."""

    def parents(names: Iterable[str]) -> set[str]:
        return {above for one in names for above in family.parents.get(one, ())}

    def offspring(names: Iterable[str]) -> set[str]:
        return {below for one in names for below in family.children(one)}

    def brood(names: Iterable[str]) -> set[str]:
        return {other for one in names if one in family.parents for other in family.siblings(one)}

    return {
        "parent": parents([name]),
        "child": offspring([name]),
        "sibling": brood([name]),
        "partner": family.partners(name),
        "grandparent": parents(parents([name])),
        "grandchild": offspring(offspring([name])),
        "parent's sibling": brood(parents([name])),
        "sibling's child": offspring(brood([name])),
        "cousin": offspring(brood(parents([name]))),
    }


def from_outside(family: Family, name: str) -> str:
    known = any(other in family.parents for other in family.partners(name))
    return truth_value(name not in family.parents and known)


def related_couple(family: Family, one: str, other: str) -> str:
    return truth_value(family.couple(one, other).related)


def twins(family: Family, one: str, other: str) -> str:
    pair = family.two(one, other)
    if pair not in family.twins:
        raise Unknown(f"{one} and {other} are no twins")
    return TWINS[not family.twins[pair]]


def proband(family: Family) -> str:
    if not family.proband:
        raise Unknown("no arrow points to anybody")
    return family.proband


def excluded(family: Family, name: str) -> str:
    if name not in MODES:
        raise Unknown(f"nothing is inherited {name!r}")
    return truth_value(not genotypes.explains(family, name))


def mode(family: Family) -> str:
    found = [name for name in MODES if genotypes.explains(family, name)]
    if len(found) != 1:
        raise Unknown(f"{len(found)} modes explain the chart")
    return found[0]


def surely_carrier(family: Family, name: str, by: str) -> str:
    return truth_value(genotypes.is_surely_carrier(family, name, by))


def count(family: Family, what: str) -> str:
    people = list(family.people.values())
    if what == "carriers" and not family.shows_carriers:
        raise Unknown("the chart shows no carriers")
    numbers = {
        "people": len(people),
        "males": sum(person.is_male for person in people),
        "females": sum(not person.is_male for person in people),
        "affected": sum(person.affected for person in people),
        "unaffected": sum(not person.affected for person in people),
        "affected_males": sum(person.affected and person.is_male for person in people),
        "affected_females": sum(person.affected and not person.is_male for person in people),
        "carriers": sum(person.carrier for person in people),
        "deceased": sum(person.deceased for person in people),
        "generations": len(set(map(generation_of, family.people))),
        "couples": len(family.couples),
    }
    if what not in numbers:
        raise Unknown(f"nobody counts {what!r}")
    return str(numbers[what])


def in_generation(family: Family, number: str) -> str:
    return str(len(_of_generation(family, number)))


def affected_in(family: Family, number: str) -> str:
    return str(sum(family.people[name].affected for name in _of_generation(family, number)))


def _of_generation(family: Family, number: str) -> list[str]:
    found = [name for name in family.people if generation_of(name) == number]
    if number not in GENERATIONS or not found:
        raise Unknown(f"there is no generation {number!r}")
    return found
