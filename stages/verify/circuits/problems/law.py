"""Whether a step is what its law says: of things that are connected so, by these numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import prod
from pathlib import Path
from typing import NamedTuple

import yaml

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.circuits.problems.alike import Alike
from vlcorpus.stages.verify.circuits.problems.sums import SUMS, by_sum
from vlcorpus.stages.verify.circuits.problems.things import Ammeter, Name, Part, Voltmeter, name_of
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.rationals import read_rational

LAWS = Path(__file__).with_name("laws.yaml")
_MEANT = {"A": Ammeter, "V": Voltmeter}  # by a letter of a law; any other means a part
_SAME = "same_"


class Term(NamedTuple):
    """A value that a law names: `current X`, of what X stands for; `time` has no letter."""

    operation: str
    letter: str = ""


class Law(NamedTuple):
    concluded: Term
    left: tuple[Term, ...]  # the product of these is that of the right
    right: tuple[Term, ...]
    condition: tuple[str, ...]  # ("same_current", "X", "Y"), or nothing

    @property
    def inputs(self) -> list[Term]:
        return [term for term in dict.fromkeys((*self.left, *self.right)) if term != self.concluded]


@lru_cache
def read_laws() -> Mapping[str, Law]:
    texts: dict[str, str] = yaml.safe_load(LAWS.read_text(encoding="utf-8"))
    return {name: _law(*text.split(";")) for name, text in texts.items()}


def _law(concluded: str, equation: str, condition: str = "") -> Law:
    left, right = (tuple(map(_term, side.split("*"))) for side in equation.split("="))
    return Law(_term(concluded), left, right, tuple(condition.split()))


def _term(text: str) -> Term:
    return Term(*text.split())


def ways(rule: str, claim: Claim, claims: Sequence[Claim], alike: Alike) -> Iterator[frozenset[int]]:
    """Yield by which of some claims, by their numbers, a law concludes another. Raises Unknown for no law."""
    if rule in SUMS:
        yield from by_sum(rule, claim, claims, alike)
    elif rule in read_laws():
        yield from _by_product(read_laws()[rule], claim, claims, alike)
    else:
        raise Unknown(f"there is no law {rule}")


def _by_product(law: Law, claim: Claim, claims: Sequence[Claim], alike: Alike) -> Iterator[frozenset[int]]:
    first = _bound(law.concluded, claim, {}, alike)
    found = [] if first is None else [(first, {law.concluded: claim}, frozenset[int]())]
    for term in law.inputs:
        found = [
            (bound, {**told, term: other}, used | {n})
            for letters, told, used in found
            for n, other in enumerate(claims)
            if (bound := _bound(term, other, letters, alike)) is not None
        ]
    for letters, told, used in found:
        if _are_connected_so(law, letters, alike) and _is_equal(law, told):
            yield used


def _bound(term: Term, claim: Claim, letters: Mapping[str, Name], alike: Alike) -> dict[str, Name] | None:
    """Return what letters stand for when a term is said by this claim; None where it cannot be.

    Different letters stand for different things, each of a kind that its letter means.
    """
    name = name_of(claim)
    if claim.operation != term.operation or bool(name) != bool(term.letter):
        return None
    if not name or letters.get(term.letter) == name:
        return dict(letters)
    if term.letter in letters or name in letters.values():
        return None
    is_meant = isinstance(alike.things.find(name), _MEANT.get(term.letter, Part))
    return {**letters, term.letter: name} if is_meant else None


def _are_connected_so(law: Law, letters: Mapping[str, Name], alike: Alike) -> bool:
    if not law.condition:
        return True
    condition, *named = law.condition
    return alike.have_same(condition.removeprefix(_SAME), [alike.things.find(letters[x]) for x in named])


def _is_equal(law: Law, told: Mapping[Term, Claim]) -> bool:
    left, right = (prod(read_rational(told[term].value) for term in side) for side in (law.left, law.right))
    return left == right
