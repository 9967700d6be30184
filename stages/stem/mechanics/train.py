"""Wheels that turn each other: gears that mesh, and belts, open or crossed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing, Unfit
from vlcorpus.schemas.stem.mechanics import JOINTS, TURNS
from vlcorpus.stages.stem.mechanics.part import Names, Part, Place, others
from vlcorpus.stages.stem.mechanics.symbols import arrow_head

_RADII = tuple(map(Fraction, ("4/5", "1", "5/4", "3/2", "2")))
_WAYS = tuple(
    (Fraction(x), Fraction(y))
    for x, y in (("1", "0"), ("4/5", "3/5"), ("4/5", "-3/5"), ("3/5", "4/5"), ("3/5", "-4/5"))
)
_CLEAR = Fraction(1, 2)  # between wheels that do not touch
_TOOTH = 0.09  # half the height of a tooth
_TEETH_PER_UNIT = 9
_MIN_RATIO = Fraction(5, 4)  # of radii that are compared
_MESH, _OPEN, _CROSSED, _NOT = JOINTS
_STEPS = {_MESH: "gears", _OPEN: "open_belt", _CROSSED: "crossed_belt"}


def train(random: Random, names: Names) -> Part:
    wheels: dict[str, tuple[Place, Fraction]] = {}
    joints: dict[tuple[str, str], str] = {}
    for _ in range(random.randint(2, 5)):
        name = names.numbered("W")
        radius = random.choice(_RADII)
        if not wheels:
            wheels[name] = ((Fraction(0), Fraction(0)), radius)
            continue
        last = list(wheels)[-1]
        how = random.choice((_MESH, _MESH, _OPEN, _CROSSED))
        wheels[name] = (_next_to(random, wheels, last, radius, how), radius)
        joints[last, name] = how
    driver, turn = random.choice(list(wheels)), random.choice(TURNS)
    truth = {
        "kind": "train",
        "wheels": {name: str(radius) for name, (_, radius) in wheels.items()},
        "meshes": [list(pair) for pair, how in joints.items() if how == _MESH],
        "belts": [[*pair, how.split()[0]] for pair, how in joints.items() if how != _MESH],
        "driver": [driver, turn],
    }
    part = Part(truth, list(dict.fromkeys(_STEPS[how] for how in joints.values())))
    _draw(part, wheels, joints)
    part.claims += _claims(wheels, joints, driver, turn)
    return part


def _next_to(
    random: Random, wheels: dict[str, tuple[Place, Fraction]], last: str, radius: Fraction, how: str
) -> Place:
    """Return where a wheel that is joined to the last one has its axle. Raises Unfit where no room is."""
    (x, y), other = wheels[last]
    apart = other + radius + (0 if how == _MESH else random.choice((Fraction(1), Fraction(3, 2))))
    dx, dy = random.choice(_WAYS)
    place = (x + dx * apart, y + dy * apart)
    for name, ((u, v), size) in wheels.items():
        far = (place[0] - u) ** 2 + (place[1] - v) ** 2
        if name != last and far < (size + radius + _CLEAR) ** 2:
            raise Unfit("wheels are near each other")
    return place


def _draw(part: Part, wheels: dict[str, tuple[Place, Fraction]], joints: dict[tuple[str, str], str]) -> None:
    drawn = {name: ((float(x), float(y)), float(radius)) for name, ((x, y), radius) in wheels.items()}
    geared = {name for pair, how in joints.items() if how == _MESH for name in pair}
    for (one, other), how in joints.items():
        if how != _MESH:
            shapes = tuple(Shape(Role.LINE, path) for path in _belt(drawn[one], drawn[other], how))
            part.things.append(Thing(f"belt {one} {other}", "belt", shapes))
    driver, turn = part.truth["driver"]
    for name, (axle, radius) in drawn.items():
        rim = _gear(axle, radius) if name in geared else arc(axle, radius)
        tag = Tag(name, axle, (axle[0], axle[1] + 1))
        part.things.append(Thing(f"wheel {name}", "wheel", (Shape(Role.LINE, rim), Dot(axle)), (tag,)))
        part.locate("axle", name, wheels[name][0])
    part.things.append(Thing("driver", "arrow", tuple(_turn(*drawn[driver], turn))))


def _gear(axle: Point, radius: float) -> Path:
    n = round(_TEETH_PER_UNIT * radius)
    corners = []
    for tooth in range(n):
        for share, height in ((-0.25, -1), (-0.15, 1), (0.15, 1), (0.25, -1)):
            angle, far = (tooth + share) * math.tau / n, radius + height * _TOOTH
            corners.append((axle[0] + far * math.cos(angle), axle[1] + far * math.sin(angle)))
    return polyline(corners, closed=True)


def _belt(one: tuple[Point, float], other: tuple[Point, float], how: str) -> Iterator[Path]:
    """Yield the two lines of a belt, which touch both wheels."""
    (a, r), (b, s) = one, other
    distance, way = math.dist(a, b), math.atan2(b[1] - a[1], b[0] - a[0])
    lean = math.acos((r - s if how == _OPEN else r + s) / distance)
    for side in (1, -1):
        near, far = way + side * lean, way + side * lean + (math.pi if how == _CROSSED else 0)
        yield polyline(
            [
                (a[0] + r * math.cos(near), a[1] + r * math.sin(near)),
                (b[0] + s * math.cos(far), b[1] + s * math.sin(far)),
            ]
        )


def _turn(axle: Point, radius: float, turn: str) -> Iterator[Shape]:
    """Yield a bent arrow within a wheel, over its axle."""
    reach = 0.68 * radius
    way = -1 if turn == "clockwise" else 1
    start, sweep = (
        (math.radians(150), -math.radians(120)) if way < 0 else (math.radians(30), math.radians(120))
    )
    end = start + sweep
    tip = (axle[0] + reach * math.cos(end), axle[1] + reach * math.sin(end))
    yield Shape(Role.LINE, arc(axle, reach, start, sweep))
    yield Shape(Role.LINE, arrow_head(tip, end + way * math.pi / 2))


def _claims(
    wheels: dict[str, tuple[Place, Fraction]], joints: dict[tuple[str, str], str], driver: str, turn: str
) -> Iterator[Claim]:
    everything = ("driver", *(f"wheel {name}" for name in wheels))
    turns = {driver: turn}
    while len(turns) < len(wheels):
        for (one, other), how in joints.items():
            for known, asked in ((one, other), (other, one)):
                if known in turns and asked not in turns:
                    opposite = TURNS[1 - TURNS.index(turns[known])]
                    turns[asked] = turns[known] if how == _OPEN else opposite
    for name, way in turns.items():
        yield Claim(("turns", name), way, everything, others(way, TURNS))
    for one, other in combinations(wheels, 2):
        yield Claim(("same_way", one, other), truth_value(turns[one] == turns[other]), everything)
        seen = (f"wheel {one}", f"wheel {other}")
        how = joints.get((one, other), _NOT)
        yield Claim(("joined", one, other), how, seen, others(how, JOINTS))
        sizes = {name: wheels[name][1] for name in (one, other)}
        small, large = sorted(sizes, key=lambda name: sizes[name])
        if sizes[large] >= _MIN_RATIO * sizes[small]:
            yield Claim(("faster", one, other), small, seen, (large,))
