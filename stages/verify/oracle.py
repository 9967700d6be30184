"""What says whether a claim is true: an oracle sees the truth of a scene, and nothing of what made the scene.

A maker and its oracle agree on the discipline's contract in `schemas/stem/` alone. No module below
`stages/verify` imports the scenes' makers, their pictures or their numbers (a test holds it), so a mistake of
theirs is not repeated here.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from vlcorpus.schemas.named import find_named
from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.stem.disciplines import DISCIPLINES, POSING
from vlcorpus.stages.verify.problems import Judge


class Unknown(Exception):
    """An expression has no value in the scene, or more than one that people would defend. It says why."""


class Contradiction(ValueError):
    """A truth that no scene can have: a name without its thing, a mark that is not true."""


class Oracle(Protocol):
    """One scene, opened. Its class takes the truth and raises `Contradiction` where it cannot be true.

    An oracle inherits from this one: for what few disciplines need of their own. `tolerance` is by how much
    the coordinates of places may be off that makers round, in the scene's units.
    """

    tolerance: ClassVar[float] = 1e-6

    def value(self, expression: Expression) -> str:
        """Return the value as schemas/scenes/claims.py writes it. Raises Unknown where there is none."""
        ...

    def where(self, expression: Expression) -> tuple[float, float]:
        """Return where a place is, in the scene's units. Raises Unknown for what is none."""
        raise Unknown(f"{expression!r} is no place")

    def is_wrong(self, expression: Expression, value: str) -> bool:
        """Say whether another value is wrong to everybody: a square is no circle, but it is a rectangle.

        Raises Unknown where the expression has no value.
        """
        return self.value(expression) != value


def open_oracle(discipline: str, truth: Mapping[str, Any]) -> Oracle:
    """Return the oracle of one scene: `ORACLE` of `stages/verify/<discipline>/oracle.py`, made of its truth.

    Raises Contradiction, and ValueError for a discipline without an oracle.
    """
    if discipline not in DISCIPLINES:
        raise ValueError(f"there is no oracle of {discipline!r}, only of {', '.join(DISCIPLINES)}")
    oracle = find_named(f"vlcorpus.stages.verify.{discipline}.oracle:ORACLE")
    try:
        return oracle(truth)
    except Contradiction:
        raise
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise Contradiction(f"it is not laid out as a truth of {discipline}: {error!r}") from error


def open_judge(discipline: str, truth: Mapping[str, Any]) -> Judge:
    """Return the judge of a scene's problem: `JUDGE` of `stages/verify/<discipline>/problems/judge.py`.

    Raises Contradiction, and ValueError for a discipline that poses none.
    """
    if discipline not in POSING:
        raise ValueError(f"there is no judge of {discipline!r}, only of {', '.join(POSING)}")
    return find_named(f"vlcorpus.stages.verify.{discipline}.problems.judge:JUDGE")(truth)


def check(claim: Claim, oracle: Oracle) -> bool:
    """Say whether a claim holds in the oracle's scene. What has no value there does not hold."""
    try:
        return oracle.value(claim.expression) == claim.value
    except Unknown:
        return False
