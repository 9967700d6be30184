"""Pedigrees at random: a family, a trait that it inherits, and what is marked in the chart."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.pedigrees import MODES
from vlcorpus.stages.stem.pedigrees.family import Family
from vlcorpus.stages.stem.pedigrees.genetics import draw_genotypes, is_affected, is_carrier
from vlcorpus.stages.stem.pedigrees.layout import arrange
from vlcorpus.stages.stem.pedigrees.shapes import SHAPES

_SHARES = {"two_generations": 1, "three_generations": 5, "four_generations": 4, "two_lines": 3, "cousins": 3}
_MODE_SHARES = (4, 4, 2, 4, 1)
_DRAWS = 12  # of genotypes, before a family is given up in which nobody, or everybody, has the trait
_CARRIERS, _TWINS, _PROBAND, _DECEASED = 0.35, 0.3, 0.4, 0.35  # shares of charts


def compose(random: Random) -> Family:
    """Return a family. Raises Unfit where what was drawn at random makes no clear chart."""
    shape = random.choices(list(_SHARES), list(_SHARES.values()))[0]
    family = SHAPES[shape](random)
    family.steps.append(shape)
    family.name_all()
    arrange(family)
    if random.random() < _TWINS:
        _add_twins(family, random)
    _inherit(family, random)
    _mark(family, random)
    return family


def _add_twins(family: Family, random: Random) -> None:
    """Make two neighbours twins, neither of whom has a partner, whose place would be between them."""
    alone = {id(p) for p in family.people} - {id(p) for couple in family.couples for p in couple.partners}
    pairs = [
        (a, b) for couple in family.couples for a, b in pairwise(couple.children) if {id(a), id(b)} <= alone
    ]
    if pairs:
        first, second = random.choice(pairs)
        is_identical = random.random() < 0.5
        if is_identical:
            second.sex = first.sex
        family.twins.append((first, second, is_identical))
        family.steps.append("identical_twins" if is_identical else "fraternal_twins")


def _inherit(family: Family, random: Random) -> None:
    mode = random.choices(MODES, _MODE_SHARES)[0]
    people = list(family.people)
    for _ in range(_DRAWS):
        genotypes = draw_genotypes(family, mode, random)
        affected = [person for person in people if is_affected(mode, genotypes[person])]
        if 0 < len(affected) <= 0.6 * len(people):
            break
    else:
        raise Unfit("nobody has the trait, or almost everybody")
    for person in affected:
        person.affected = True
    family.steps.append(mode.replace(" ", "_").replace("-", "_").lower())
    carriers = [person for person in people if not person.affected and is_carrier(genotypes[person])]
    if mode.endswith("recessive") and carriers and random.random() < _CARRIERS:
        for person in carriers:
            person.carrier = True
        family.shows_carriers = True
        family.steps.append("carriers")


def _mark(family: Family, random: Random) -> None:
    people = list(family.people)
    if random.random() < _PROBAND:
        family.proband = random.choice([person for person in people if person.affected])
        family.steps.append("proband")
    if random.random() < _DECEASED:
        old = [person for person in people if person.row < 2]
        for person in random.sample(old, random.randint(1, min(3, len(old)))):
            person.deceased = True
        family.steps.append("deceased")
