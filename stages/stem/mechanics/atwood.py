"""A rope over a fixed pulley, with blocks on both sides: Atwood's machine."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.path import arc
from vlcorpus.schemas.scenes.scene import Role, Shape, Thing
from vlcorpus.stages.stem.mechanics.part import GRAVITY, Names, Number, Part, others, wrong
from vlcorpus.stages.stem.mechanics.symbols import block, ceiling, line, pulley

_RADIUS = Fraction(3, 2)  # of the pulley of two chains
_LENGTHS = tuple(map(Fraction, ("8/5", "5/2", "7/2")))  # of the rope below its axle
_DROP = Fraction(1)  # from the ceiling to its rim
_SIDES = ("left", "right", "neither")


def atwood(random: Random, names: Names) -> Part:
    left = [names.block() for _ in range(random.choice((1, 1, 2)))]
    right = [names.block() for _ in range(random.choice((1, 1, 2)))]
    masses = {name: random.randint(1, 9) for name in left + right}
    if random.random() < 0.25 and len(left) == len(right) == 1:
        masses[right[0]] = masses[left[0]]
    part = Part({"kind": "atwood", "left": left, "right": right}, ["atwood_machine"], masses=masses)
    _draw_atwood(random, part, left, right)
    part.claims += _atwood_claims(part, left, right)
    return part


def _draw_atwood(random: Random, part: Part, left: list[str], right: list[str]) -> None:
    axle = (Fraction(0), -_DROP - _RADIUS)
    part.locate("pulley_axle", "atwood", axle, "pulley atwood")
    x, y, r = 0.0, float(axle[1]), float(_RADIUS)
    part.things += [
        ceiling(-1.5, 1.5, 0),
        Thing("hook atwood", "bracket", (line((x, 0), (x, y)),)),
        pulley("pulley atwood", (x, y), r - 0.12),
    ]
    over = [Shape(Role.LINE, arc((x, y), r, 0, math.pi))]
    for side, chain in ((-1, left), (1, right)):
        at = axle[1] - random.choice(_LENGTHS)
        over.append(line((side * r, y), (side * r, float(at))))
        for number, name in enumerate(chain):
            at -= Fraction(3, 5)
            where = "left" if side < 0 else "right"
            part.things.append(block(name, (side * r, float(at)), part.masses[name], where))
            part.locate("block_middle", name, (side * _RADIUS, at))
            at -= Fraction(3, 5)
            if number + 1 < len(chain):
                over.append(line((side * r, float(at)), (side * r, float(at - 1))))
                at -= 1
    part.things.append(Thing("rope atwood", "rope", tuple(over)))


def _atwood_claims(part: Part, left: list[str], right: list[str]) -> Iterator[Claim]:
    seen = ("rope atwood", *(f"block {name}" for name in left + right))
    for chain in (left, right):
        if len(chain) == 2:
            rivals = others(chain[1], [name for name in left + right if name != chain[0]])
            yield Claim(("below", chain[0]), chain[1], seen, rivals)
    one, other = (sum(part.masses[name] for name in chain) for chain in (left, right))
    falls = "neither" if one == other else "left" if one > other else "right"
    yield Claim(("falls", "atwood"), falls, seen, others(falls, _SIDES))
    faster = Fraction(abs(one - other) * GRAVITY, one + other)
    share = Fraction(abs(one - other) * GRAVITY, max(one, other))
    guesses: list[Number] = [GRAVITY, faster / 2, share, faster + 1]
    yield Claim(("acceleration", "atwood"), str(faster), seen, wrong(faster, *guesses))
    tension = Fraction(2 * one * other * GRAVITY, one + other)
    guesses = [one * GRAVITY, other * GRAVITY, (one + other) * GRAVITY, abs(one - other) * GRAVITY]
    yield Claim(("rope_tension", "atwood"), str(tension), seen, wrong(tension, *guesses))
