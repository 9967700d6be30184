"""Laws that add up what the parts of a whole have: resistances, voltages, currents, powers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.circuits.problems.alike import Alike
from vlcorpus.stages.verify.circuits.problems.things import Part, name_of
from vlcorpus.stages.verify.rationals import read_rational

_OF_A_PART = "/part"
_IN_SERIES, _IN_PARALLEL = "current", "voltage"  # what all parts have the same of


class Sum(NamedTuple):
    operation: str
    connections: tuple[str, ...]  # any of these
    of_reciprocals: bool = False


_SUMS = {
    "series_resistance": Sum("resistance", (_IN_SERIES,)),
    "parallel_resistance": Sum("resistance", (_IN_PARALLEL,), of_reciprocals=True),
    "sum_of_voltages": Sum("voltage", (_IN_SERIES,)),
    "sum_of_currents": Sum("current", (_IN_PARALLEL,)),
    "sum_of_powers": Sum("power", (_IN_SERIES, _IN_PARALLEL)),
}
SUMS = {f"{name}{variant}" for name in _SUMS for variant in ("", _OF_A_PART)}


def by_sum(rule: str, claim: Claim, claims: Sequence[Claim], alike: Alike) -> Iterator[frozenset[int]]:
    """Yield by which of some claims, by their numbers, a sum concludes the whole, or one of its parts."""
    law = _SUMS[rule.removesuffix(_OF_A_PART)]
    parts = {n: part for n, other in enumerate(claims) if (part := _part(law, other, alike))}
    concluded = _part(law, claim, alike)
    if concluded is None:
        return
    if not rule.endswith(_OF_A_PART):
        for used in _partitions(concluded.loads, parts):
            if _adds_up(law, claim, [claims[n] for n in used], [parts[n] for n in used], alike):
                yield frozenset(used)
        return
    for total, whole in parts.items():
        if concluded.loads < whole.loads:
            for used in _partitions(whole.loads - concluded.loads, parts):
                summands, of = [claim, *(claims[n] for n in used)], [concluded, *(parts[n] for n in used)]
                if _adds_up(law, claims[total], summands, of, alike):
                    yield frozenset((total, *used))


def _part(law: Sum, claim: Claim, alike: Alike) -> Part | None:
    """Return what a claim is of, if it says what the law adds up."""
    if claim.operation != law.operation:
        return None
    found = alike.things.find(name_of(claim))
    return found if isinstance(found, Part) else None


def _partitions(loads: frozenset[str], parts: Mapping[int, Part]) -> Iterator[list[int]]:
    """Yield the numbers of parts that have all these loads, and none twice."""
    if not loads:
        yield []
        return
    first = min(loads)
    for n, part in parts.items():
        if first in part.loads <= loads:
            yield from ([n, *others] for others in _partitions(loads - part.loads, parts))


def _adds_up(law: Sum, total: Claim, summands: Sequence[Claim], of: Sequence[Part], alike: Alike) -> bool:
    numbers = [Fraction(read_rational(claim.value)) for claim in (total, *summands)]
    if law.of_reciprocals:
        numbers = [1 / number for number in numbers]
    is_sum = len(of) > 1 and numbers[0] == sum(numbers[1:])
    return is_sum and any(alike.have_same(operation, of) for operation in law.connections)
