"""Scenes of round bodies: cylinders, cones, spheres, side by side and on top of each other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene, Unfit
from vlcorpus.schemas.stem.solid_geometry import BODIES
from vlcorpus.stages.stem.solid_geometry.body import GROUND, Body
from vlcorpus.stages.stem.solid_geometry.draw_bodies import clear, things

_LETTERS = ("ABCDEFGH", "PQRSTUVW", "KLMNPQRS")
_STEPS = {
    "cylinder": "cylinder",
    "cone": "cone",
    "sphere": "sphere",
    "hemisphere": "hemisphere",
    "frustum": "frustum_of_cone",
}
_FLAT_FACES = {"cylinder": 2, "cone": 1, "sphere": 0, "hemisphere": 1, "frustum": 2}
_GAP = 3  # between bodies that stand side by side, where a measure finds room
MIN_RATIO = Fraction(6, 5)  # of what is compared and not equal
MAX_BODIES = 5
_N_STACKS = (1, 2, 2, 2, 3, 3, 4)
MIN_CLEAR = 0.11  # of the size of the drawing: a letter finds room


def bodies(random: Random) -> Scene:
    found = _composed(random)
    _check(found)
    steps = [_STEPS[body.kind] for body in found.values()]
    if any(body.on != GROUND for body in found.values()):
        steps.append("stacked_bodies")
    return Scene(
        family="bodies",
        steps=tuple(dict.fromkeys(steps)),
        names=tuple(found),
        truth=_truth(found),
        things=things(found),
        claims=tuple(_claims(found)),
        places=dict(_places(found)),
    )


def _composed(random: Random) -> dict[str, Body]:
    letters = iter(random.choice(_LETTERS))
    found: dict[str, Body] = {}
    x = 0
    for _ in range(random.choice(_N_STACKS)):
        stack = _stack(random, random.choice((1, 1, 2, 3)))
        reach = max(body.radius for body in stack)
        x += reach
        on = GROUND
        for body in stack:
            if len(found) == MAX_BODIES:
                return found
            name = next(letters)
            found[name] = Body(
                body.kind, body.radius, body.height, (x, body.at[1]), on, body.top_radius, body.measures
            )
            on = name
        x += reach + _GAP
    return found


def _check(found: dict[str, Body]) -> None:
    """Raise Unfit where a body is too small for its name."""
    width = max(body.at[0] + body.radius for body in found.values())
    size = max(width, *(body.top for body in found.values()))
    for body in found.values():
        low, high = clear(body)
        if min(high - low, 2 * (body.top_radius or body.radius)) < MIN_CLEAR * size:
            raise Unfit("a body is small")


def _stack(random: Random, wanted: int) -> list[Body]:
    """Return up to so many bodies, each on the whole top of the one below."""
    found: list[Body] = []
    radius, low = random.randint(2, 5), 0
    while len(found) < wanted and radius:
        is_last = len(found) == wanted - 1
        kinds = list(BODIES) if wanted == 1 else ["cylinder", "frustum", *(["cone", "hemisphere"] * is_last)]
        if radius < 3:
            kinds.remove("frustum")
        kind = random.choice(kinds)
        height = {"sphere": 2 * radius, "hemisphere": radius}.get(
            kind, random.randint(radius, 2 * radius + 3)
        )
        top = {"cylinder": radius, "frustum": radius - random.randint(1, radius - 2 or 1)}.get(kind, 0)
        measures = _measures(random, kind, is_low=not found)
        found.append(Body(kind, radius, height, (0, low), GROUND, top if kind == "frustum" else 0, measures))
        radius, low = top, low + height
    return found


def _measures(random: Random, kind: str, *, is_low: bool) -> tuple[str, ...]:
    """Return what is written of a body: the radius of what stands on another is not drawn."""
    if random.random() < 0.4:
        return ()
    names = ["radius"] * is_low + ["height"] * (kind not in ("sphere", "hemisphere"))
    return tuple(names + ["top_radius"] * (kind == "frustum"))


def _claims(found: dict[str, Body]) -> Iterator[Claim]:
    for name, body in found.items():
        seen = (f"body {name}",)
        yield Claim(("kind", name), body.kind, seen, _others(body.kind, BODIES))
        flat = _FLAT_FACES[body.kind]
        yield Claim(("flat_faces", name), str(flat), seen, _others(str(flat), "0123"))
        rivals = _others(body.on, [other for other in (*found, GROUND) if other != name])
        things_below = () if body.on == GROUND else (f"body {body.on}",)
        yield Claim(("stands_on", name), body.on, (*seen, *things_below), rivals)
        yield from _measured(name, body)
    for kind in (*BODIES, "bodies"):
        number = sum(kind in (body.kind, "bodies") for body in found.values())
        everything = tuple(f"body {name}" for name in found)
        yield Claim(("count", kind), str(number), everything, _near(number))
    yield from _pairs(found)


def _pairs(found: dict[str, Body]) -> Iterator[Claim]:
    low = [(name, body) for name, body in found.items() if body.on == GROUND]
    for (left, _), (right, _) in pairwise(low):
        if sum(body.at[0] == found[right].at[0] for body in found.values()) == 1:
            seen = (f"body {left}", f"body {right}")
            yield Claim(("right_of", left), right, seen, _others(right, [o for o in found if o != left]))
    for one, other in combinations(found, 2):
        seen = (f"body {one}", f"body {other}")
        for operation, size in (("wider", "radius"), ("higher", "height")):
            sizes = {name: getattr(found[name], size) for name in (one, other)}
            more, less = sorted(sizes, key=lambda name: -sizes[name])
            if sizes[more] >= MIN_RATIO * sizes[less]:
                yield Claim((operation, one, other), more, seen, (less,))


def _measured(name: str, body: Body) -> Iterator[Claim]:
    for measure in body.measures:
        seen, value = (f"{measure} {name}",), getattr(body, measure)
        yield Claim(
            (measure, name), str(value), seen, _wrong(value, 2 * value, value + 1, value + 2, value - 1)
        )
        if measure == "radius" and body.kind != "frustum":  # that has two diameters
            wrong = _wrong(2 * value, value, 4 * value, value + 2)
            yield Claim(("diameter", name), str(2 * value), seen, wrong)
    r, h, t = body.radius, body.height, body.top_radius
    volumes = {
        "cylinder": Fraction(r * r * h),
        "cone": Fraction(r * r * h, 3),
        "sphere": Fraction(4 * r**3, 3),
        "hemisphere": Fraction(2 * r**3, 3),
        "frustum": Fraction(h * (r * r + r * t + t * t), 3),
    }
    if "radius" in body.measures:
        volume = volumes[body.kind]
        wrong = _wrong(volume, *volumes.values(), 2 * volume)
        measures = tuple(f"{measure} {name}" for measure in body.measures)
        yield Claim(("volume_in_pi", name), str(volume), (f"body {name}", *measures), wrong)


def _places(found: dict[str, Body]) -> Iterator[tuple[Expression, ExactPoint]]:
    for name, body in found.items():
        x, low = body.at
        middle = Fraction(low + body.top, 2)
        for operation, y in (("axis_top", body.top), ("base_center", low), ("body_middle", middle)):
            yield (operation, name), ExactPoint((str(x), str(y)), (float(x), float(y)))


def _truth(found: dict[str, Body]) -> dict[str, Any]:
    """Return what schemas/stem/solid_geometry.py describes."""
    told = {}
    for name, body in found.items():
        told[name] = {
            "kind": body.kind,
            "radius": str(body.radius),
            "height": str(body.height),
            "at": list(map(str, body.at)),
        } | ({"top_radius": str(body.top_radius)} if body.kind == "frustum" else {})
    measures = [[measure, name] for name, body in found.items() for measure in body.measures]
    return {"bodies": told, "measures": measures}


def _others(value: str, values: Any) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _wrong(value: Any, *others: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(other) for other in others if other != value and other > 0))


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 2), count + 4) if other != count)
