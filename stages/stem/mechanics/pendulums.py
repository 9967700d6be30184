"""Pendulums from one ceiling: the longer one swings more slowly, whatever hangs from it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.path import arc
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.mechanics.part import Names, Part, others
from vlcorpus.stages.stem.mechanics.symbols import ceiling, line

_APART = Fraction(2)
_LENGTHS = tuple(map(Fraction, ("2", "5/2", "3", "4", "5", "6")))
_BOB = Fraction(1, 2)


def pendulums(random: Random, names: Names) -> Part:
    lengths = random.sample(_LENGTHS, random.randint(2, 4))
    bobs = {names.block(): length for length in lengths}
    truth = {"kind": "pendulums", "bobs": {name: str(length) for name, length in bobs.items()}}
    part = Part(truth, ["pendulums"])
    part.things.append(ceiling(-1, float(_APART * (len(bobs) - 1)) + 1, 0))
    for number, (name, length) in enumerate(bobs.items()):
        x = _APART * number
        drawn = (float(x), -float(length))
        string = line((float(x), 0), (float(x), float(_BOB - length)))
        bob = Shape(Role.LINE, arc(drawn, float(_BOB)))
        part.things.append(Thing(f"bob {name}", "bob", (string, bob), (Tag(name, drawn, is_centered=True),)))
        part.locate("bob_middle", name, (x, -length))
    part.claims += _claims(bobs)
    return part


def _claims(bobs: dict[str, Fraction]) -> Iterator[Claim]:
    slowest = max(bobs, key=lambda name: bobs[name])
    everything = tuple(f"bob {name}" for name in bobs)
    yield Claim(("longest_period", "pendulums"), slowest, everything, others(slowest, bobs))
    for one, other in combinations(bobs, 2):
        slower, faster = (one, other) if bobs[one] > bobs[other] else (other, one)
        yield Claim(("longer_period", one, other), slower, (f"bob {one}", f"bob {other}"), (faster,))
