"""What can be pointed at in a pedigree: people by their names or by what they are to others, and couples."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.scene import ExactPoint
from vlcorpus.stages.stem.pedigrees.family import Family

PERSON_VALUED = frozenset(("father", "mother", "partner", "proband"))


def places(family: Family, claims: Iterable[Claim]) -> dict[Expression, ExactPoint]:
    at = {person.name: (person.x, person.y) for person in family.people}
    found: dict[Expression, ExactPoint] = {("person", name): _exact(*place) for name, place in at.items()}
    for couple in family.couples:
        (px, py), (qx, qy) = (at[partner.name] for partner in couple.partners)
        place = _exact(Fraction(px + qx, 2), Fraction(py + qy, 2))
        found["couple", couple.father.name, couple.mother.name] = place
    for claim in claims:
        if claim.operation in PERSON_VALUED:
            found[claim.expression] = _exact(*at[claim.value])
    return found


def _exact(x: int | Fraction, y: int | Fraction) -> ExactPoint:
    return ExactPoint((str(x), str(y)), (float(x), float(y)))
