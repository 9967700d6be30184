"""The oracle of pedigree charts: the operations of `schemas/stem/pedigrees.py` on a family."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle
from vlcorpus.stages.verify.pedigrees import answers
from vlcorpus.stages.verify.pedigrees.family import Family, read_family

XY = tuple[float, float]
OPERATIONS: dict[str, Callable[..., str]] = {
    "sex": answers.sex,
    "affected": answers.affected,
    "carrier": answers.carrier,
    "deceased": answers.deceased,
    "generation": answers.generation,
    "father": answers.father,
    "mother": answers.mother,
    "partner": answers.partner,
    "children": answers.children,
    "sons": answers.sons,
    "daughters": answers.daughters,
    "brothers": answers.brothers,
    "sisters": answers.sisters,
    "affected_children": answers.affected_children,
    "siblings": answers.siblings,
    "parent": answers.parent,
    "ancestor": answers.ancestor,
    "relation": answers.relation,
    "from_outside": answers.from_outside,
    "related_couple": answers.related_couple,
    "twins": answers.twins,
    "proband": answers.proband,
    "excluded": answers.excluded,
    "mode": answers.mode,
    "surely_carrier": answers.surely_carrier,
    "count": answers.count,
    "in_generation": answers.in_generation,
    "affected_in": answers.affected_in,
}
NAMES = ("father", "mother", "partner", "proband")  # operations whose value is a person: places as well


def _person(family: Family, name: str) -> XY:
    return family.person(name).at


def _couple(family: Family, one: str, other: str) -> XY:
    family.couple(one, other)
    (ax, ay), (bx, by) = family.people[one].at, family.people[other].at
    return (ax + bx) / 2, (ay + by) / 2


PLACES: dict[str, Callable[..., XY]] = {"person": _person, "couple": _couple}


class PedigreeOracle(Oracle):
    """One chart, opened."""

    def __init__(self, truth: Mapping[str, Any]):
        self._family = read_family(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._family, expression, self.value)

    def where(self, expression: Expression) -> XY:
        match expression:
            case (str(operation), *_) if operation in NAMES:
                return self.where(("person", self.value(expression)))
        return evaluate(PLACES, self._family, expression, self.value)


ORACLE = PedigreeOracle
