"""What was measured of a discipline: its families of scenes, and rates that thin out common answers.

A row knows nothing of other rows, so that nobody guesses answers their frequencies are measured once, over
many scenes. `measured.yaml` stands beside a discipline's phrasebook, written by `python -m
bench.stem.measure`:

    version: "1"                       # of the discipline that was measured
    families: [kite, square]
    rates:
      kind: {scalene: 0.21}            # of a template; an answer that is not listed has rate 1
      "angle_kind?acute": {"no": 0.7}  # whether it is so: yes and no are equally frequent

A template is an operation as it is asked (an entry of the phrasebook), or with a question mark an operation
and the value that is asked for. Where one of the expression's arguments is the answer, it goes by its place,
`#2`: of two things it is as often the first that is larger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

from vlcorpus.schemas.scenes.claims import Claim

Offer = Mapping[str, list[Claim]]  # claims whose values answer a template, by the answer


def answer_of(claim: Claim) -> str:
    """Return the answer that rates know a claim's value by."""
    arguments = claim.expression[1:]
    is_one_of_them = claim.rivals and {claim.value, *claim.rivals} <= set(arguments)
    return f"#{arguments.index(claim.value) + 1}" if is_one_of_them else claim.value


@dataclass(frozen=True)
class Measured:
    version: str = ""
    families: tuple[str, ...] = ()
    rates: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # 0 to 1; at 0 it is never asked

    def draw(self, template: str, offer: Offer, random: Random) -> Claim | None:
        """Return one of the claims, or none: each answer comes by its rate, all of them by 1 at most."""
        rates = self.rates.get(template, {})
        weights = [rates.get(answer, 1.0) for answer in offer]
        if random.random() >= sum(weights):
            return None
        return random.choice(offer[random.choices(list(offer), weights)[0]])


@lru_cache
def read_measured(path: Path) -> Measured:
    """Return what a file says; where there is none, all rates are 1."""
    if not path.exists():
        return Measured()
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Measured(content["version"], tuple(content["families"]), content["rates"])
