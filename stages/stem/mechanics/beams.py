"""A lever with blocks on it, and a balance with blocks in its pans."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.scene import Thing, Unfit
from vlcorpus.stages.stem.mechanics.part import GRAVITY, Names, Number, Part, others, wrong
from vlcorpus.stages.stem.mechanics.symbols import block, floor, line, outline

_REACH = 5  # marks on each side of a fulcrum
_BEAM = Fraction(3, 2)  # height of a level beam
_ON_BEAM = Fraction(9, 10)  # side of a block on it
_ARM, _TILT = Fraction(5, 2), Fraction(3, 4)  # of a balance: how much lower an end is
_POST, _STRING = Fraction(5), Fraction(2)
_IN_PAN, _BLOCK = Fraction(9, 10), Fraction(4, 5)  # room for a block in a pan, and its side


def lever(random: Random, names: Names) -> Part:
    arms = _arms(random)
    loaded = {names.block(): place for place in arms}
    masses = {name: arms[place] for name, place in loaded.items()}
    truth = {"kind": "lever", "arms": [[name, str(place)] for name, place in loaded.items()]}
    part = Part(truth, ["lever"], masses=masses)
    _draw_lever(part, loaded)
    part.claims += _lever_claims(part, loaded)
    return part


def _arms(random: Random) -> dict[int, int]:
    """Return a mass for each of some marks, apart from each other; half of the levers are balanced."""
    marks = [mark for mark in range(-_REACH, _REACH + 1) if abs(mark) > 0]
    chosen = sorted(random.sample(marks, random.choice((2, 2, 3, 3, 4))))
    if any(after - before < 2 for before, after in pairwise(chosen)):
        raise Unfit("blocks on a lever are near each other")
    if not chosen[0] < 0 < chosen[-1]:
        raise Unfit("a lever is loaded on one side")
    arms = {mark: random.randint(1, 9) for mark in chosen}
    if random.random() < 0.4:
        rest = -sum(mark * mass for mark, mass in arms.items() if mark != chosen[0])
        mass, left_over = divmod(rest, chosen[0])
        if left_over or not 1 <= mass <= 12:
            raise Unfit("no whole mass balances a lever")
        arms[chosen[0]] = mass
    return arms


def _draw_lever(part: Part, loaded: dict[str, int]) -> None:
    height = float(_BEAM)
    beam = [line((-_REACH - 0.4, height), (_REACH + 0.4, height))]
    marks = [line((mark, height - 0.15), (mark, height)) for mark in range(-_REACH, _REACH + 1) if mark]
    part.things += [
        Thing("beam", "beam", tuple(beam)),
        Thing("marks", "marks", tuple(marks)),
        Thing("fulcrum", "fulcrum", (outline([(0, height), (-0.55, 0), (0.55, 0)]),)),
        floor(-1.2, 1.2, 0),
    ]
    part.locate("fulcrum_tip", "lever", (Fraction(0), _BEAM), "fulcrum")
    for name, place in loaded.items():
        middle = (Fraction(place), _BEAM + _ON_BEAM / 2)
        drawn = (float(place), float(middle[1]))
        part.things.append(block(name, drawn, part.masses[name], "above", float(_ON_BEAM)))
        part.locate("block_middle", name, middle)


def _lever_claims(part: Part, loaded: dict[str, int]) -> Iterator[Claim]:
    seen = ("beam", "marks", "fulcrum", *(f"block {name}" for name in loaded))
    turn = sum(place * part.masses[name] for name, place in loaded.items())
    tips = "balanced" if turn == 0 else "right" if turn > 0 else "left"
    yield Claim(("tips", "lever"), tips, seen, others(tips, ("left", "right", "balanced")))
    for name, place in loaded.items():
        here = ("beam", "marks", "fulcrum", f"block {name}")
        far, mass = abs(place), part.masses[name]
        yield Claim(("distance", name), str(far), here, wrong(far, *range(1, far + 4)))
        moment = far * mass * GRAVITY
        guesses: list[Number] = [far * mass, mass * GRAVITY, moment + GRAVITY * mass, moment * 2]
        yield Claim(("moment", name), str(moment), here, wrong(moment, *guesses))


def balance(random: Random, names: Names) -> Part:
    pans = [[names.block() for _ in range(random.choice((1, 1, 2)))] for _ in "lr"]
    lower = random.choice(("left", "right", "left", "right", "level"))
    part = Part({"kind": "balance", "left": pans[0], "right": pans[1], "lower": lower}, ["balance"])
    _draw_balance(part, pans, lower)
    part.claims += _balance_claims(pans, lower)
    return part


def _draw_balance(part: Part, pans: list[list[str]], lower: str) -> None:
    drop = {"left": _TILT, "right": -_TILT, "level": Fraction(0)}[lower]
    ends = ((-_ARM, _POST - drop), (_ARM, _POST + drop))
    part.things += [
        floor(-1.3, 1.3, 0),
        Thing("post", "post", (line((0, 0), (0, float(_POST))),)),
        Thing("balance beam", "beam", (line(*((float(x), float(y)) for x, y in ends)),)),
    ]
    for side, (x, y), names in zip(("left", "right"), ends, pans, strict=True):
        width = _IN_PAN * len(names) * Fraction(3, 2) + Fraction(2, 5)  # strings pass beside the blocks
        low = y - _STRING
        corners = [(float(x - width / 2), float(low)), (float(x + width / 2), float(low))]
        top = (float(x), float(y))
        part.things.append(Thing(f"{side} pan", "pan", (line(corners[0], top, corners[1]), line(*corners))))
        for number, name in enumerate(names):
            place = (x + _IN_PAN * (number - Fraction(len(names) - 1, 2)), low + _BLOCK / 2)
            part.things.append(block(name, (float(place[0]), float(place[1])), None, "below", float(_BLOCK)))
            part.locate("block_middle", name, place)


def _balance_claims(pans: list[list[str]], lower: str) -> Iterator[Claim]:
    seen = ("balance beam", "left pan", "right pan", *(f"block {name}" for pan in pans for name in pan))
    heavier = "equal" if lower == "level" else lower
    yield Claim(("heavier_side", "balance"), heavier, seen, others(heavier, ("left", "right", "equal")))
    if lower != "level" and all(len(pan) == 1 for pan in pans):
        (one,), (other,) = pans
        more, less = (one, other) if lower == "left" else (other, one)
        yield Claim(("heavier", one, other), more, seen, (less,))
