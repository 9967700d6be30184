"""Blocks that are pulled: a row of them tied together on a level floor, and all forces on a single block."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.scenes.scene import Thing, Unfit
from vlcorpus.schemas.stem.mechanics import DIRECTIONS
from vlcorpus.stages.stem.mechanics.part import GRAVITY, Names, Number, Part, others, tag_beside, wrong
from vlcorpus.stages.stem.mechanics.symbols import arrow, block, floor, rope

_SIZE, _ROPE, _PULL = Fraction(7, 5), Fraction(6, 5), Fraction(3, 2)
_SIDE = Fraction(2)  # of a block that forces act on from all sides
_APART = Fraction(4, 5)  # arrows of one direction
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
_NO_WAY = "none"
MAX_IN_ONE_WAY = 2


def row(random: Random, names: Names) -> Part:
    blocks = [names.block() for _ in range(random.choice((1, 2, 2, 3)))]
    ropes = [names.numbered("T") for _ in blocks[1:]]
    masses = {name: random.randint(1, 9) for name in blocks}
    sides = random.choice((("right",), ("left",), ("left", "right")))
    pulls = {names.numbered("F"): (side, random.randint(1, 12) * 2) for side in sides}
    truth = {
        "kind": "row",
        "blocks": blocks,
        "ropes": ropes,
        "pulls": {name: [side, str(force)] for name, (side, force) in pulls.items()},
    }
    part = Part(truth, ["pulled_block" if len(blocks) == 1 else "row_of_blocks"], masses=masses)
    _draw_row(part, blocks, ropes, pulls)
    part.claims += _row_claims(part, blocks, ropes, pulls)
    return part


def _draw_row(part: Part, blocks: list[str], ropes: list[str], pulls: dict[str, tuple[str, int]]) -> None:
    step = _SIZE + _ROPE
    right = step * (len(blocks) - 1)
    part.things.append(floor(float(-_SIZE), float(right + _SIZE), 0))
    for number, name in enumerate(blocks):
        middle = (step * number, _SIZE / 2)
        drawn = (float(middle[0]), float(middle[1]))
        part.things.append(block(name, drawn, part.masses[name], "above", float(_SIZE)))
        part.locate("block_middle", name, middle)
    for number, name in enumerate(ropes):
        start = (step * number + _SIZE / 2, _SIZE / 2)
        ends = [(float(x), float(start[1])) for x in (start[0], start[0] + _ROPE)]
        part.things.append(rope(name, ends[0], ends[1], "below"))
        part.locate("upper_end", name, start)
    for name, (side, force) in pulls.items():
        way = -1 if side == "left" else 1
        start = (-_SIZE / 2 if way < 0 else right + _SIZE / 2, _SIZE / 2)
        _draw_arrow(part, name, side, force, (start, (start[0] + way * _PULL, start[1])))


def _draw_arrow(
    part: Part, name: str, way: str, force: int, ends: tuple[tuple[Fraction, Fraction], ...]
) -> None:
    start, tip = ((float(x), float(y)) for x, y in ends)
    side = "right" if way in ("up", "down") else "above"
    beside = tip if side == "right" else ((start[0] + tip[0]) / 2, tip[1])
    tag = tag_beside(f"{name} = {force} N", beside, side)
    part.things.append(Thing(f"arrow {name}", "arrow", arrow(start, tip), (tag,)))
    part.locate("arrow_tip", name, ends[1])


def _row_claims(
    part: Part, blocks: list[str], ropes: list[str], pulls: dict[str, tuple[str, int]]
) -> Iterator[Claim]:
    left, right = (sum(f for side, f in pulls.values() if side == way) for way in ("left", "right"))
    arrows = tuple(f"arrow {name}" for name in pulls)
    seen = (*arrows, *(f"block {name}" for name in blocks))
    yield from _arrow_claims(pulls)
    yield from _net_claims("row", left, right, 0, 0, arrows)
    whole = sum(part.masses.values())
    faster = Fraction(abs(right - left), whole)
    guesses: list[Number] = [
        Fraction(left + right, whole),
        Fraction(abs(right - left), part.masses[blocks[0]]),
        2 * faster,
        faster + 1,
        GRAVITY,
    ]
    yield Claim(("acceleration", "row"), str(faster), seen, wrong(faster, *guesses))
    for number, name in enumerate(ropes, start=1):
        behind = sum(part.masses[block] for block in blocks[:number])
        tension = left + Fraction(behind * (right - left), whole)
        guesses = [left, right, left + right, abs(right - left), tension / 2, 2 * tension]
        yield Claim(("tension", name), str(tension), (*seen, f"rope {name}"), wrong(tension, *guesses))


def forces(random: Random, names: Names) -> Part:
    name = names.block()
    ways = [way for way in DIRECTIONS for _ in range(random.choice((0, 1, 1, 1, MAX_IN_ONE_WAY)))]
    if len(ways) < 2:
        raise Unfit("hardly any force acts")
    pulls = {names.numbered("F"): (way, random.randint(1, 9)) for way in ways}
    if random.random() < 0.5:
        pulls = _balanced(pulls)
    truth = {
        "kind": "forces",
        "block": name,
        "pulls": {arrow: [way, str(force)] for arrow, (way, force) in pulls.items()},
    }
    part = Part(truth, ["forces_on_block"])
    _draw_forces(part, name, pulls)
    part.claims += _force_claims(name, pulls)
    return part


def _balanced(pulls: dict[str, tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """Return the forces with one of each pair of directions changed, so that they add up to nothing."""
    found = dict(pulls)
    for way, opposite in (("left", "right"), ("down", "up")):
        there = [force for direction, force in pulls.values() if direction == way]
        back = [name for name, (direction, _) in pulls.items() if direction == opposite]
        rest = sum(there) - sum(pulls[name][1] for name in back[1:])
        if bool(there) != bool(back) or (back and rest <= 0):
            raise Unfit("forces cannot be balanced")
        if back:
            found[back[0]] = (opposite, rest)
    return found


def _draw_forces(part: Part, name: str, pulls: dict[str, tuple[str, int]]) -> None:
    part.things.append(block(name, (0, 0), None, "above", float(_SIDE)))
    part.locate("block_middle", name, (Fraction(0), Fraction(0)))
    for way, (dx, dy) in _WAYS.items():
        here = [arrow for arrow, (direction, _) in pulls.items() if direction == way]
        for number, arrow_name in enumerate(here):
            force = pulls[arrow_name][1]
            aside = _APART * (number - Fraction(len(here) - 1, 2))
            start = (dx * _SIDE / 2 + abs(dy) * aside, dy * _SIDE / 2 - abs(dx) * aside)
            long = 1 + Fraction(min(force, 12), 8)
            tip = (start[0] + dx * long, start[1] + dy * long)
            _draw_arrow(part, arrow_name, way, force, (start, tip))


def _force_claims(name: str, pulls: dict[str, tuple[str, int]]) -> Iterator[Claim]:
    left, right, down, up = (
        sum(force for way, force in pulls.values() if way == one) for one in ("left", "right", "down", "up")
    )
    arrows = tuple(f"arrow {arrow}" for arrow in pulls)
    yield from _arrow_claims(pulls)
    yield from _net_claims("forces", left, right, down, up, arrows)
    is_balanced = left == right and up == down
    yield Claim(("balanced", "forces"), truth_value(is_balanced), (*arrows, f"block {name}"))


def _arrow_claims(pulls: dict[str, tuple[str, int]]) -> Iterator[Claim]:
    for name, (way, force) in pulls.items():
        seen = (f"arrow {name}",)
        yield Claim(("direction", name), way, seen, others(way, DIRECTIONS))
        guesses = (*(other for _, other in pulls.values()), force + 1, force + 2, 2 * force)
        yield Claim(("force", name), str(force), seen, wrong(force, *guesses))


def _net_claims(
    kind: str, left: int, right: int, down: int, up: int, arrows: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield what acts in all, where that has a direction and a whole number."""
    across, upright = right - left, up - down
    net = math.isqrt(across**2 + upright**2)
    if net * net == across**2 + upright**2:
        whole = left + right + down + up
        guesses: list[Number] = [whole, left + right, up + down, abs(across) + abs(upright), net + 1, net + 2]
        yield Claim(("net_force", kind), str(net), arrows, wrong(net, *guesses))
    if across == 0 or upright == 0:
        way = _NO_WAY
        if across or upright:
            way = ("right" if across > 0 else "left") if across else ("up" if upright > 0 else "down")
        yield Claim(("net_direction", kind), way, arrows, others(way, (*DIRECTIONS, _NO_WAY)))
