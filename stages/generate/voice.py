"""Who speaks of a scene: a phrasebook, one of its languages, and the stream that words are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.stages.generate.phrasebook import Phrasebook


@dataclass(frozen=True)
class Voice:
    book: Phrasebook
    lang: str
    random: Random

    def has(self, how: str, expression: Expression) -> bool:
        """Tell whether there is a pattern for it: states, asks, asks_whether, refers, labels."""
        return bool(self.patterns(how, self.book.key(expression)))

    def patterns(self, how: str, key: str) -> Sequence[str]:
        """Return the sentences with slots of an entry of the phrasebook."""
        return self.book.patterns.get((how, key, self.lang), ())

    def say(self, how: str, claim: Claim) -> str:
        """Return a sentence by one of the patterns; there must be one."""
        templates = self.book.templates(how, claim.expression, self.lang)
        return self.book.sentence(self.random.choice(templates), claim, self.lang)

    def refer(self, place: Expression) -> str | None:
        return self.book.refer(place, self.lang, self.random)

    def word(self, expression: Expression, value: str) -> str:
        return self.book.word(expression, value, self.lang)

    def in_turns(self, kinds: Sequence[str]) -> list[int]:
        """Return indices at random, so that each kind comes once before any comes again."""
        turns: dict[str, int] = {}
        ranked: list[tuple[int, int, int]] = []
        for index in self.random.sample(range(len(kinds)), len(kinds)):
            turn = turns[kinds[index]] = turns.get(kinds[index], -1) + 1
            ranked.append((turn, len(ranked), index))
        return [index for _, _, index in sorted(ranked)]
