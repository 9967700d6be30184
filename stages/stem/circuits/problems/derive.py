"""What follows from what is given, each by the fewest steps: cheapest first, as Dijkstra's algorithm goes.

Source: D. E. Knuth, A generalization of Dijkstra's algorithm, Information Processing Letters 6 (1977).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.stem.circuits.problems.laws import Application


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A quantity that is known, and how it came to be known."""

    expression: Expression
    law: str | None = None  # None: it is given
    inputs: tuple[Fact, ...] = ()
    depth: int = 0
    cost: int = 0  # steps to it, those counted twice that are used twice

    def traced(self) -> list[Fact]:
        """Return all that it rests on, each once and after what it follows from, and itself."""
        return list(dict.fromkeys(self._all()))

    def _all(self) -> Iterator[Fact]:
        for earlier in self.inputs:
            yield from earlier._all()
        yield self


class Derivation:
    """All that follows from some givens, through nothing but `allowed` quantities."""

    def __init__(
        self, givens: Iterable[Expression], laws: Sequence[Application], allowed: frozenset[Expression]
    ) -> None:
        self.facts: dict[Expression, Fact] = {}
        self._laws = [law for law in laws if law.conclusion in allowed and allowed.issuperset(law.inputs)]
        self._users: dict[Expression, list[int]] = defaultdict(list)
        for n, law in enumerate(self._laws):
            for expression in law.inputs:
                self._users[expression].append(n)
        self._missing = [len(law.inputs) for law in self._laws]
        self._heap: list[tuple[int, int, int, Fact]] = []
        self._n_pushed = 0
        for expression in givens:
            self._push(Fact(expression))
        self._run()

    def _push(self, fact: Fact) -> None:
        heappush(self._heap, (fact.cost, fact.depth, self._n_pushed, fact))
        self._n_pushed += 1

    def _run(self) -> None:
        while self._heap:
            *_, fact = heappop(self._heap)
            if fact.expression in self.facts:
                continue
            self.facts[fact.expression] = fact
            for n in self._users[fact.expression]:
                self._missing[n] -= 1
                if not self._missing[n]:
                    self._conclude(self._laws[n])

    def _conclude(self, law: Application) -> None:
        if law.conclusion not in self.facts:
            inputs = tuple(self.facts[expression] for expression in law.inputs)
            depth = 1 + max(fact.depth for fact in inputs)
            self._push(Fact(law.conclusion, law.law, inputs, depth, 1 + sum(fact.cost for fact in inputs)))
