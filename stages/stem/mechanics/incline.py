"""A block on a smooth incline, alone or tied over a pulley to one that hangs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.scene import Thing
from vlcorpus.stages.stem.mechanics.part import (
    GRAVITY,
    Names,
    Number,
    Part,
    Place,
    others,
    tag_beside,
    wrong,
)
from vlcorpus.stages.stem.mechanics.symbols import block, block_tags, line, outline, pulley

# Base, height and slope: whole, so that the parts of a weight are fractions.
_TRIPLES = ((4, 3, 5), (3, 4, 5), (4, 3, 5), (3, 4, 5), (12, 5, 13), (15, 8, 17), (20, 21, 29))
_WIDTH = Fraction(6)  # the longer one of base and height, as it is drawn
_SIZE = Fraction(6, 5)
_WHEEL = Fraction(2, 5)
_MOVES = ("up the slope", "down the slope", "at rest")


def incline(random: Random, names: Names) -> Part:
    base, height, slope = random.choice(_TRIPLES)
    scale = random.choice((1, 1, 2)) if slope < 14 else 1
    sides = (base * scale, height * scale, slope * scale)
    rises_to = random.choice(("right", "left"))
    name = names.block()
    hanging = names.block() if random.random() < 0.6 else None
    masses = {block: random.randint(1, 12) for block in (name, hanging) if block}
    if hanging and random.random() < 0.3:  # at rest
        masses = {name: slope * random.randint(1, 2), hanging: 0}
        masses[hanging] = masses[name] * height // slope
    truth = {
        "kind": "incline",
        "base": str(sides[0]),
        "height": str(sides[1]),
        "rises_to": rises_to,
        "block": name,
    } | ({"hanging": hanging} if hanging else {})
    step = "incline_with_hanging_block" if hanging else "incline"
    part = Part(truth, [step], masses=masses)
    _draw(part, sides, name, hanging)
    part.claims += _claims(part, sides, name, hanging)
    return part


def _draw(part: Part, sides: tuple[int, int, int], name: str, hanging: str | None) -> None:
    """Draw the incline as it rises to the right, and mirror it where it rises to the left."""
    base, height, slope = sides
    unit = _WIDTH / max(base, height)
    width, high = base * unit, height * unit
    cos, sin = Fraction(base, slope), Fraction(height, slope)
    mirror = 1 if part.truth["rises_to"] == "right" else -1

    def at(x: Number, y: Number) -> tuple[float, float]:
        return mirror * float(x), float(y)

    triangle = outline([at(0, 0), at(width, 0), at(width, high)])
    wall = "right" if mirror > 0 else "left"
    # What hangs before the wall leaves no room there.
    written = tag_beside(str(height), at(width, high / 3), "left" if mirror > 0 and hanging else wall)
    if hanging and mirror < 0:
        written = tag_beside(str(height), at(width, high / 3), "right")
    tags = (tag_beside(str(base), at(width / 2, 0), "below"), written)
    part.things.append(Thing("incline", "incline", (triangle,), tags))
    part.locate("slope_foot", "incline", (Fraction(0), Fraction(0)), "slope_foot")
    part.locate("slope_top", "incline", (mirror * width, high), "slope_top")

    def above(part_of_slope: Fraction, off: Fraction) -> Place:
        """Return a place so far along the slope, and so far above it at right angles."""
        return width * part_of_slope - sin * off, high * part_of_slope + cos * off

    middle = above(Fraction(9, 20), _SIZE / 2)
    _draw_block(part, name, middle, (cos, sin), mirror)
    if hanging:
        _draw_rope(part, hanging, above(Fraction(1), _SIZE / 2 - _WHEEL), middle, (cos, sin), mirror)


def _draw_block(part: Part, name: str, middle: Place, turn: tuple[Fraction, Fraction], mirror: int) -> None:
    (x, y), (cos, sin), half = middle, turn, _SIZE / 2
    corners = [
        (mirror * float(x + cos * a - sin * b), float(y + sin * a + cos * b))
        for a, b in ((-half, -half), (half, -half), (half, half), (-half, half))
    ]
    place = (mirror * x, y)
    side = "left" if mirror > 0 else "right"
    tags = block_tags(name, (float(place[0]), float(y)), part.masses[name], side, float(half) * 1.2)
    part.things.append(Thing(f"block {name}", "block", (outline(corners),), tags))
    part.locate("block_middle", name, place)


def _draw_rope(
    part: Part, hanging: str, top: Place, middle: Place, turn: tuple[Fraction, Fraction], mirror: int
) -> None:
    """Draw the rope from the block over a wheel beyond the top, to the block that hangs before the wall."""
    (x, y), (cos, sin) = top, turn
    axle = (x + cos * Fraction(4, 5), y + sin * Fraction(4, 5))
    ends = [
        (middle[0] + cos * _SIZE / 2, middle[1] + sin * _SIZE / 2),
        (axle[0] - sin * _WHEEL, axle[1] + cos * _WHEEL),
        (axle[0] + _WHEEL, axle[1]),
    ]
    low = axle[1] - Fraction(8, 5)
    paths = [
        line(*((mirror * float(a), float(b)) for a, b in ends[:2])),
        line((mirror * float(ends[2][0]), float(ends[2][1])), (mirror * float(ends[2][0]), float(low))),
    ]
    drawn = (mirror * float(axle[0]), float(axle[1]))
    wall = (part.at["slope_top"][0], part.at["slope_top"][1])
    part.things += [
        Thing("bracket incline", "bracket", (line((float(wall[0]), float(wall[1])), drawn),)),
        pulley("pulley incline", drawn, float(_WHEEL)),
        Thing("rope incline", "rope", tuple(paths)),
    ]
    part.locate("pulley_axle", "incline", (mirror * axle[0], axle[1]), "pulley incline")
    place = (mirror * (axle[0] + _WHEEL), low - _SIZE / 2)
    side = "right" if mirror > 0 else "left"
    part.things.append(block(hanging, (float(place[0]), float(place[1])), part.masses[hanging], side))
    part.locate("block_middle", hanging, place)


def _claims(part: Part, sides: tuple[int, int, int], name: str, hanging: str | None) -> Iterator[Claim]:
    base, height, slope = sides
    seen: tuple[str, ...] = ("incline", f"block {name}")
    weight = GRAVITY * part.masses[name]
    along, across = Fraction(weight * height, slope), Fraction(weight * base, slope)
    for operation, force in (("along_slope", along), ("normal_force", across)):
        guesses: list[Number] = [weight, along, across, Fraction(weight * height, base), force / GRAVITY]
        yield Claim((operation, name), str(force), seen, wrong(force, *guesses))
    pull = GRAVITY * part.masses[hanging] if hanging else 0
    seen = (*seen, "rope incline", f"block {hanging}") if hanging else seen
    moves = _MOVES[2] if pull == along else _MOVES[0] if pull > along else _MOVES[1]
    yield Claim(("moves", name), moves, seen, others(moves, _MOVES))
    moved = sum(part.masses.values())
    faster = abs(pull - along) / moved
    guesses = [GRAVITY, GRAVITY * Fraction(height, slope), GRAVITY * Fraction(base, slope), 2 * faster]
    yield Claim(("acceleration", "incline"), str(faster), seen, wrong(faster, *guesses))
    if hanging:
        tension = pull * (weight + along) / (GRAVITY * moved)
        guesses = [pull, along, pull + along, abs(pull - along), weight]
        yield Claim(("rope_tension", "incline"), str(tension), seen, wrong(tension, *guesses))
