"""Tackles: a rope through fixed and movable pulleys, whose strands share the load."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.path import arc
from vlcorpus.schemas.scenes.scene import Role, Shape, Thing
from vlcorpus.stages.stem.mechanics.part import GRAVITY, Names, Number, Part, others, tag_beside, wrong
from vlcorpus.stages.stem.mechanics.symbols import arrow, block, ceiling, line, pulley

# Strands are one unit apart, and each pulley turns the rope from one to the next.
_HALF = Fraction(1, 2)
_RADIUS = 0.5
_RIM = 0.1  # the rope lies outside of its pulley
_UPPER, _LOWER, _BAR, _LOAD = map(Fraction, ("-1", "-9/2", "-11/2", "-66/10"))  # heights below the ceiling
_MAX_STRANDS = 6


def tackle(random: Random, names: Names) -> Part:
    n = random.randint(1, _MAX_STRANDS)
    way = "down" if n == 1 or random.random() < 0.7 else "up"
    load, pull = names.block(), names.numbered("F")
    masses = {load: n * random.randint(1, 12)} if random.random() < 0.8 else {}
    step = {1: "fixed_pulley", 2: "movable_pulley"}.get(n, "tackle")
    truth = {"kind": "tackle", "load": load, "strands": n, "pull": [pull, way]}
    part = Part(truth, [step], masses=masses)
    _draw(part, n, way)
    part.claims += _claims(part, n, way)
    return part


def _claims(part: Part, n: int, way: str) -> Iterator[Claim]:
    load, pull = part.truth["load"], part.truth["pull"][0]
    pulleys = (thing.name for thing in part.things if thing.kind == "pulley")
    seen = ("rope tackle", f"block {load}", *pulleys)
    yield Claim(("strands", "tackle"), str(n), seen, wrong(n, *range(1, n + 4)))
    yield Claim(("direction", pull), way, (f"arrow {pull}",), others(way, ("up", "down")))
    if part.masses:
        weight = GRAVITY * part.masses[load]
        force = Fraction(weight, n)
        guesses: list[Number] = [weight, Fraction(weight, n + 1), force / GRAVITY, 2 * force, 3 * force]
        yield Claim(("pull", "tackle"), str(force), seen, wrong(force, *guesses))


def _draw(part: Part, n: int, way: str) -> None:
    """Strand k hangs at x = k. The rope begins at the ceiling or, for an odd number, at what is lifted."""
    is_odd = n % 2
    upper = [k + _HALF for k in range(1 - is_odd, n if way == "down" else n - 1, 2)]
    lower = [k + _HALF for k in range(is_odd, n - 1, 2)]
    part.things.append(ceiling(-0.8, float(upper[-1]) + 0.8 if upper else 0.5, 0))
    for where, axles, height in (("fixed", upper, _UPPER), ("movable", lower, _LOWER)):
        for number, x in enumerate(axles, start=1):
            axle = (float(x), float(height))
            part.things.append(pulley(f"{where} pulley {number}", axle, _RADIUS - _RIM))
    held = [line((float(x), 0), (float(x), float(_UPPER))) for x in upper]
    if held:
        part.things.append(Thing("upper bracket", "bracket", tuple(held)))
    part.things.append(Thing("rope tackle", "rope", tuple(_rope(n, way, upper, lower))))
    _draw_pull(part, n, way)
    _draw_load(part, n, lower)
    if len(upper) == 1:
        part.locate("pulley_axle", "tackle", (upper[0], _UPPER), "pulley tackle")
    if len(lower) == 1:
        part.locate("movable_axle", "tackle", (lower[0], _LOWER), "movable_pulley")


def _rope(n: int, way: str, upper: list[Fraction], lower: list[Fraction]) -> Iterator[Shape]:
    top, low = float(_UPPER), float(_LOWER)
    for k in range(n):
        start = 0.0 if k == 0 and not n % 2 else top
        end = low if n > 1 else float(_LOAD) + 0.6
        yield line((k, start), (k, float(_BAR) if k == 0 and n % 2 and n > 1 else end))
    for x in upper:
        yield Shape(Role.LINE, arc((float(x), top), _RADIUS, 0, math.pi))
    for x in lower:
        yield Shape(Role.LINE, arc((float(x), low), _RADIUS, math.pi, math.pi))
    if way == "down":
        yield line((n, top), (n, top - 1))


def _draw_pull(part: Part, n: int, way: str) -> None:
    """Draw the arrow at the free end: below the last fixed pulley, or on the last strand."""
    name = part.truth["pull"][0]
    if way == "down":
        x, start, tip = n, _UPPER - 1, _UPPER - Fraction(5, 2)
    else:
        x, start, tip = n - 1, _UPPER, _UPPER + Fraction(3, 2)
    tag = tag_beside(name, (x, float(tip)), "right")
    shapes = arrow((x, float(start)), (x, float(tip)))
    part.things.append(Thing(f"arrow {name}", "arrow", shapes, (tag,)))
    part.locate("arrow_tip", name, (Fraction(x), tip))


def _draw_load(part: Part, n: int, lower: list[Fraction]) -> None:
    """Draw the bar that joins what carries the load, and the load below."""
    load = part.truth["load"]
    carried = [*lower, *([Fraction(0)] if n % 2 else [])]
    x = Fraction(min(carried) + max(carried)) / 2
    if lower:
        bars = [line((float(axle), float(_LOWER)), (float(axle), float(_BAR))) for axle in lower]
        bars.append(line((float(x), float(_BAR)), (float(x), float(_LOAD) + 0.6)))
        if len(carried) > 1:
            bars.append(line((float(min(carried)), float(_BAR)), (float(max(carried)), float(_BAR))))
        part.things.append(Thing("lower bracket", "bracket", tuple(bars)))
    part.things.append(block(load, (float(x), float(_LOAD)), part.masses.get(load), "right"))
    part.locate("block_middle", load, (x, _LOAD))
