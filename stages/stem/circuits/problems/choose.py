"""Choose what a problem gives and what it asks: givens are added until something worth asking follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.circuits.problems.circuit import Circuit
from vlcorpus.stages.stem.circuits.problems.derive import Derivation, Fact
from vlcorpus.stages.stem.circuits.problems.freedom import Freedom
from vlcorpus.stages.stem.circuits.problems.laws import Application, applications

MAX_GIVENS, MAX_STEPS = 6, 8
_STEPS = {2: 2, 3: 4, 4: 4, 5: 3, 6: 2}  # how often a problem of at least so many steps is wanted
# Laws that only carry a value over.
_TRIVIAL = {
    "equal_current", "equal_voltage", "ammeter", "ammeter/reading", "voltmeter", "voltmeter/reading",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a problem asks, and all that it rests on, each after what it follows from."""

    target: Fact
    facts: Sequence[Fact]

    @property
    def givens(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.law is None]

    @property
    def steps(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.law is not None]


@dataclass(frozen=True, slots=True)
class Quantities:
    """Which of a circuit's quantities a problem may have."""

    plain: frozenset[Expression]  # those whose values people would go on with
    askable: frozenset[Expression]
    givable: Mapping[Expression, float]  # with how often each is given
    is_one_each: bool  # no two givens are of one component


def choose(random: Random, circuit: Circuit, quantities: Quantities) -> Chosen:
    """Return a problem of the circuit. Raises Unfit where chance brings none."""
    laws, plain = applications(circuit), quantities.plain
    wanted = random.choices(list(_STEPS), list(_STEPS.values()))[0]
    givens: list[Expression] = []
    while len(givens) < MAX_GIVENS:
        known = Derivation(givens, laws, plain).facts
        left = _left(quantities, givens, known.keys())
        if not left:
            break
        givens += random.choices(list(left), list(left.values()))
        known = Derivation(givens, laws, plain).facts
        askable = [fact for fact in known.values() if fact.expression in quantities.askable]
        if targets := [chosen for fact in askable if (chosen := _chosen(fact, wanted))]:
            chosen = _minimal(_one_of(random, targets), circuit, laws, plain)
            if _is_worth(chosen, 2):
                return chosen
    raise Unfit("nothing worth asking follows")


def _left(
    quantities: Quantities, givens: Sequence[Expression], known: Set[Expression]
) -> dict[Expression, float]:
    """Return what may be given beside these givens, from which all that is known follows."""
    labelled = {given[1:] for given in givens} if quantities.is_one_each else set()
    return {
        expression: weight
        for expression, weight in quantities.givable.items()
        if expression not in known and expression[1:] not in labelled
    }


def _chosen(fact: Fact, wanted: int) -> Chosen | None:
    """Return the problem that asks for a fact, if it is worth asking."""
    if fact.cost < wanted:
        return None
    chosen = Chosen(fact, fact.traced())
    return chosen if _is_worth(chosen, wanted) else None


def _is_worth(chosen: Chosen, wanted: int) -> bool:
    laws = {fact.law for fact in chosen.steps}
    return wanted <= len(chosen.steps) <= MAX_STEPS and chosen.target.depth > 1 and not laws <= _TRIVIAL


def _one_of(random: Random, targets: list[Chosen]) -> Chosen:
    """Choose by the last law first, so that laws that are seldom the last come as often as others."""
    by_law: dict[str, list[Chosen]] = defaultdict(list)
    for chosen in targets:
        by_law[str(chosen.target.law)].append(chosen)
    return random.choice(by_law[random.choice(sorted(by_law))])


def _minimal(
    chosen: Chosen, circuit: Circuit, laws: Sequence[Application], plain: frozenset[Expression]
) -> Chosen:
    """Return the problem with no given and no step too many."""
    chosen = _without_needless_givens(chosen, circuit, laws, plain)
    for step in chosen.steps[-2::-1]:
        others = frozenset(fact.expression for fact in chosen.facts if fact.expression != step.expression)
        chosen = _solved(chosen, [fact.expression for fact in chosen.givens], laws, others) or chosen
    return chosen


def _without_needless_givens(
    chosen: Chosen, circuit: Circuit, laws: Sequence[Application], plain: frozenset[Expression]
) -> Chosen:
    freedom, target = Freedom(circuit), chosen.target.expression
    n = 0
    while n < len(chosen.givens):
        givens = [fact.expression for fact in chosen.givens]
        others = givens[:n] + givens[n + 1 :]
        if not freedom.is_determined(target, others):
            n += 1
            continue
        smaller = _solved(chosen, others, laws, plain)
        if smaller is None:
            raise Unfit("a given follows from the others, by none of the laws")
        chosen, n = smaller, 0
    return chosen


def _solved(
    chosen: Chosen, givens: list[Expression], laws: Sequence[Application], allowed: frozenset[Expression]
) -> Chosen | None:
    """Return the shortest solution from these givens, through nothing but what is allowed."""
    found = Derivation(givens, laws, allowed).facts.get(chosen.target.expression)
    return None if found is None or found.law is None else Chosen(found, found.traced())
