"""Which genotypes explain a chart by a mode of inheritance: a search that first rules out what cannot be.

A genotype is how many alleles for the trait somebody has, out of how many alleles at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.pedigrees.family import Family, Person

Genotype = tuple[int, int]  # alleles for the trait, and all
Domains = dict[str, frozenset[Genotype]]
CARRIER: Genotype = (1, 2)
DOMINANT = ("autosomal dominant", "X-linked dominant")
RECESSIVE = ("autosomal recessive", "X-linked recessive")


def explains(family: Family, mode: str, without: Mapping[str, Genotype] | None = None) -> bool:
    """Say whether any genotypes explain the chart, also if somebody has not the genotype of `without`."""
    domains = {name: _possible(family, person, mode) for name, person in family.people.items()}
    for name, genotype in (without or {}).items():
        domains[name] -= {genotype}
    return _is_solvable(family, mode, domains)


def _possible(family: Family, person: Person, mode: str) -> frozenset[Genotype]:
    """Return the genotypes with which somebody looks as drawn."""
    n_alleles = _n_alleles(person, mode)
    return frozenset(
        (n, n_alleles) for n in range(n_alleles + 1) if _looks_so(family, person, (n, n_alleles), mode)
    )


def _n_alleles(person: Person, mode: str) -> int:
    if mode.startswith("autosomal"):
        return 2
    if mode.startswith("X-linked"):
        return 1 if person.is_male else 2
    return int(person.is_male)


def _looks_so(family: Family, person: Person, genotype: Genotype, mode: str) -> bool:
    n, n_alleles = genotype
    affected = n > 0 if mode in DOMINANT else 0 < n == n_alleles
    if affected != person.affected:
        return False
    return not family.shows_carriers or affected or person.carrier == (genotype == CARRIER)


def _passed_on(genotype: Genotype) -> set[int]:
    """Return what one allele can be that a child gets: 1 is for the trait."""
    n, n_alleles = genotype
    return ({1} if n else set()) | ({0} if n < n_alleles else set())


def _children(father: Genotype, mother: Genotype, child: Person, mode: str) -> set[Genotype]:
    """Return the genotypes that a child of both can have."""
    if mode == "Y-linked":
        return {father} if child.is_male else {(0, 0)}
    if mode.startswith("X-linked") and child.is_male:
        return {(n, 1) for n in _passed_on(mother)}
    return {(a + b, 2) for a in _passed_on(father) for b in _passed_on(mother)}


def _is_solvable(family: Family, mode: str, domains: Domains) -> bool:
    """Narrow what is possible; where several genotypes are left to somebody, try each."""
    while narrowed := _narrowed(family, mode, domains):
        domains = narrowed
    if not all(domains.values()):
        return False
    open_ones = [name for name, genotypes in domains.items() if len(genotypes) > 1]
    if not open_ones:
        return True
    name = min(open_ones, key=lambda one: len(domains[one]))
    return any(
        _is_solvable(family, mode, domains | {name: frozenset({one})}) for one in sorted(domains[name])
    )


def _narrowed(family: Family, mode: str, domains: Domains) -> Domains | None:
    """Return the domains without what no family of three allows; None where all of it is allowed."""
    found = dict(domains)
    for child, (father, mother) in family.parents.items():
        fitting = list(_fitting(family, mode, found, (father, mother, child)))
        for place, name in enumerate((father, mother, child)):
            found[name] = frozenset(three[place] for three in fitting)
    for pair, is_identical in family.twins.items():
        if is_identical:
            one, other = pair
            found[one] = found[other] = found[one] & found[other]
    return None if found == domains else found


def _fitting(
    family: Family, mode: str, domains: Domains, names: tuple[str, str, str]
) -> Iterable[tuple[Genotype, Genotype, Genotype]]:
    father, mother, child = names
    for one in domains[father]:
        for other in domains[mother]:
            for third in _children(one, other, family.people[child], mode) & domains[child]:
                yield one, other, third


def is_surely_carrier(family: Family, name: str, mode: str) -> bool:
    """Say whether somebody is a carrier in all genotypes that explain the chart.

    Raises Unknown for whom nobody asks this, and where nothing explains the chart.
    """
    person = family.person(name)
    if mode not in RECESSIVE or person.affected or family.shows_carriers:
        raise Unknown("nobody asks for hidden carriers there")
    if mode.startswith("X-linked") and person.is_male:
        raise Unknown(f"{name} has one X chromosome alone")
    if not explains(family, mode):
        raise Unknown(f"the chart excludes {mode} inheritance")
    return not explains(family, mode, {name: CARRIER})
