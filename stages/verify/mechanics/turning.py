"""What holds of wheels that turn each other, and of pendulums."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.mechanics import TURNS
from vlcorpus.stages.verify.mechanics.scene import Scene
from vlcorpus.stages.verify.mechanics.statics import greater
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def turns_of_all(scene: Scene) -> dict[str, str]:
    """Return how each wheel turns. Raises Contradiction where two ways to it differ, or none leads to it."""
    train = scene.setup("train")
    driver, way = train["driver"]
    found = {driver: way}
    pending = [driver]
    while pending:
        wheel = pending.pop()
        for one, other, how in _joints(scene):
            if wheel not in (one, other):
                continue
            neighbour = other if wheel == one else one
            turned = found[wheel] if how == "open belt" else TURNS[found[wheel] == TURNS[0]]
            if neighbour not in found:
                pending.append(neighbour)
            if found.setdefault(neighbour, turned) != turned:
                raise Contradiction("the wheels block each other")
    if found.keys() != train["wheels"].keys():
        raise Contradiction("a wheel is driven by none")
    return found


def _joints(scene: Scene) -> Iterator[tuple[str, str, str]]:
    train = scene.setup("train")
    yield from ((one, other, "mesh") for one, other in train["meshes"])
    yield from ((one, other, f"{how} belt") for one, other, how in train["belts"])


def turns(scene: Scene, wheel: str) -> str:
    _radius(scene, wheel)
    return turns_of_all(scene)[wheel]


def same_way(scene: Scene, one: str, other: str) -> str:
    return truth_value(turns(scene, one) == turns(scene, other))


def faster(scene: Scene, one: str, other: str) -> str:
    """All rims run equally fast: the smaller wheel turns more often."""
    return greater(one, 1 / _radius(scene, one), other, 1 / _radius(scene, other))


def joined(scene: Scene, one: str, other: str) -> str:
    for wheel in (one, other):
        _radius(scene, wheel)
    for a, b, how in _joints(scene):
        if {a, b} == {one, other}:
            return how
    return "none"


def _radius(scene: Scene, wheel: str) -> Fraction:
    wheels = scene.setup("train")["wheels"]
    if wheel not in wheels:
        raise Unknown(f"there is no wheel {wheel!r}")
    return Fraction(wheels[wheel])


def longer_period(scene: Scene, one: str, other: str) -> str:
    lengths = _lengths(scene)
    if not {one, other} <= lengths.keys():
        raise Unknown(f"{one} or {other} is no bob")
    return greater(one, lengths[one], other, lengths[other])


def longest_period(scene: Scene, kind: str) -> str:
    if kind != "pendulums":
        raise Unknown(f"{kind!r} do not swing")
    lengths = _lengths(scene)
    longest = [bob for bob, length in lengths.items() if length == max(lengths.values())]
    if len(longest) > 1:
        raise Unknown("several bobs swing alike")
    return longest[0]


def _lengths(scene: Scene) -> dict[str, Fraction]:
    return {bob: Fraction(length) for bob, length in scene.setup("pendulums")["bobs"].items()}


OPERATIONS: dict[str, Callable[..., str]] = {
    "turns": turns,
    "same_way": same_way,
    "faster": faster,
    "joined": joined,
    "longer_period": longer_period,
    "longest_period": longest_period,
}
