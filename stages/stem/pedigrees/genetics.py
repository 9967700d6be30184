"""Modes of inheritance: how alleles are passed on, and which genotypes explain a chart.

A genotype is the number of alleles for the trait, with how many alleles there are: (1, 2) is a carrier of an
autosomal trait. Which genotypes explain a chart is found by striking out what no relative allows (Lange and
Goradia 1987), then by trying what is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from random import Random

from vlcorpus.stages.stem.pedigrees.family import Family, Person

Genotype = tuple[int, int]  # alleles for the trait, and all
Domains = dict[str, frozenset[Genotype]]


def n_alleles(mode: str, sex: str) -> int:
    if mode == "Y-linked":
        return 1 if sex == "male" else 0
    return 1 if mode.startswith("X") and sex == "male" else 2


def is_affected(mode: str, genotype: Genotype) -> bool:
    has, of = genotype
    return has == of > 0 if mode.endswith("recessive") else has > 0


def is_carrier(genotype: Genotype) -> bool:
    return genotype == (1, 2)


@lru_cache
def passed_on(mode: str, sex: str, father: Genotype, mother: Genotype) -> frozenset[Genotype]:
    """Return the genotypes that a child of this sex may have."""
    of = n_alleles(mode, sex)
    from_mother = _gametes(mother)
    if mode == "Y-linked":
        return frozenset({(father[0], 1)}) if sex == "male" else frozenset({(0, 0)})
    if of == 1:  # a son has no X of his father
        return frozenset((allele, 1) for allele in from_mother)
    return frozenset((a + b, 2) for a, b in product(_gametes(father), from_mother))


def _gametes(genotype: Genotype) -> tuple[int, ...]:
    has, of = genotype
    return (0,) if not has else (1,) if has == of else (0, 1)


def draw_genotypes(family: Family, mode: str, random: Random) -> dict[Person, Genotype]:
    """Return genotypes by chance: of founders and partners from outside with some alleles for the trait."""
    twin_of = {second: first for first, second, same in family.twins if same}
    found: dict[Person, Genotype] = {}
    for person in family.people:
        if person in twin_of:
            found[person] = found[twin_of[person]]
        elif person.parents:
            father, mother = (found[parent] for parent in person.parents)
            found[person] = _drawn(mode, person.sex, father, mother, random)
        else:
            rate = 0.45 if mode.endswith("recessive") or person.row == 0 else 0.08
            of = n_alleles(mode, person.sex)
            found[person] = (sum(random.random() < rate for _ in range(of)), of)
    return found


def _drawn(mode: str, sex: str, father: Genotype, mother: Genotype, random: Random) -> Genotype:
    if mode == "Y-linked":
        return (father[0], 1) if sex == "male" else (0, 0)
    alleles = [random.choice(_gametes(mother))]
    if n_alleles(mode, sex) == 2:
        alleles.append(random.choice(_gametes(father)))
    return sum(alleles), len(alleles)


def explanation(family: Family, mode: str) -> Domains | None:
    """Return which genotypes each person may have by the mode; None where it explains nothing.

    Exact for each person where nobody's parents are related.
    """
    domains: Domains = {p.name: _allowed(family, mode, p) for p in family.people}
    changed = True
    while changed:
        changed = False
        for couple in family.couples:
            narrowed = _narrowed(couple.father, couple.mother, couple.children, mode, domains)
            for first, second, same in family.twins:
                if same and first in couple.children:
                    both = narrowed[first.name] & narrowed[second.name]
                    narrowed[first.name] = narrowed[second.name] = both
            for name, left in narrowed.items():
                if left != domains[name]:
                    domains[name] = left
                    changed = True
        if not all(domains.values()):
            return None
    return domains if _fits(family, mode, domains, {}, list(family.people)) else None


def _allowed(family: Family, mode: str, person: Person) -> frozenset[Genotype]:
    """Return the genotypes that show what is drawn of a person."""
    of = n_alleles(mode, person.sex)
    found = set()
    for has in range(of + 1):
        genotype = (has, of)
        shows = is_affected(mode, genotype) == person.affected
        hides = not family.shows_carriers or person.affected or is_carrier(genotype) == person.carrier
        if shows and hides:
            found.add(genotype)
    return frozenset(found)


def _narrowed(
    father: Person, mother: Person, children: list[Person], mode: str, domains: Domains
) -> dict[str, frozenset[Genotype]]:
    """Return what the domains of parents and children leave each other."""
    kept: dict[str, set[Genotype]] = {p.name: set() for p in (father, mother, *children)}
    for pair in product(domains[father.name], domains[mother.name]):
        passed = [domains[child.name] & passed_on(mode, child.sex, *pair) for child in children]
        if all(passed):
            kept[father.name].add(pair[0])
            kept[mother.name].add(pair[1])
            for child, genotypes in zip(children, passed, strict=True):
                kept[child.name] |= genotypes
    return {name: frozenset(genotypes) for name, genotypes in kept.items()}


def _fits(
    family: Family,
    mode: str,
    domains: Mapping[str, frozenset[Genotype]],
    chosen: dict[str, Genotype],
    rest: list[Person],
) -> bool:
    """Say whether the rest of the people, parents before their children, can have genotypes too."""
    if not rest:
        return True
    person, *others = rest
    left = domains[person.name]
    if person.parents:
        father, mother = (chosen[parent.name] for parent in person.parents)
        left &= passed_on(mode, person.sex, father, mother)
    for first, second, same in family.twins:
        if same and person is second and first.name in chosen:
            left &= {chosen[first.name]}
    return any(_fits(family, mode, domains, {**chosen, person.name: g}, others) for g in left)


def surely_carrier(family: Family, mode: str, domains: Domains, person: Person) -> bool:
    """Say whether a person is a carrier in every explanation by a mode that explains the chart."""
    if not any(map(is_carrier, domains[person.name])):
        return False
    others = frozenset(genotype for genotype in domains[person.name] if not is_carrier(genotype))
    if not others:
        return True
    return not _fits(family, mode, {**domains, person.name: others}, {}, list(family.people))
