"""What can be pointed at in a food web or a pyramid: names, arrows, and what a claim's value is."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.scene import ExactPoint
from vlcorpus.stages.stem.food_webs.web import Web


def places(web: Web, claims: Iterable[Claim]) -> dict[Expression, ExactPoint]:
    kind = "step" if web.energies else "species"
    found: dict[Expression, ExactPoint] = {(kind, name): _exact(*place) for name, place in web.places.items()}
    for eaten, eater in web.links:
        (px, py), (qx, qy) = web.places[eaten], web.places[eater]
        found["link", eaten, eater] = _exact(Fraction(px + qx, 2), Fraction(py + qy, 2))
    for claim in claims:
        if claim.value in web.places:
            found[claim.expression] = _exact(*web.places[claim.value])
    return found


def _exact(x: int | Fraction, y: int | Fraction) -> ExactPoint:
    return ExactPoint((str(x), str(y)), (float(x), float(y)))
